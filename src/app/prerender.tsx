import {renderToString} from "preact-render-to-string";
import {simulateUncertainty} from "../figures/view.ts";
import {evidenceIds, evidenceIndex, loadLedger} from "../scenario/ledger.ts";
import {readScenario} from "../scenario/read.ts";
import type {Evidence} from "../scenario/schema.ts";
import text from "../../scenarios/muse-spark.json?raw";
import {App} from "./App.tsx";
import {createModel} from "./model.ts";
import type {Opening} from "./model.ts";

/** The default scenario with its intervals and evidence: what the page opens with. */
export async function opening(): Promise<Opening> {
  const read = await readScenario(text);
  if (!read.ok) throw new Error(`the default scenario: ${JSON.stringify(read.problems[0])}`);
  const {scenario} = read;
  const find = evidenceIndex(scenario, await loadLedger());
  const used = evidenceIds(scenario).flatMap((id) => [id, ...(find(id)?.conflictsWith ?? [])]);
  const evidence = [...new Set(used)].map(find).filter((entry): entry is Evidence => entry !== undefined);
  return {scenario, uncertainty: simulateUncertainty(scenario, scenario.view.figure), evidence};
}

/** The page as HTML, so that it answers before its script arrives. */
export async function pageHtml(): Promise<string> {
  const model = createModel(await opening());
  const nothing = () => undefined;
  return renderToString(<App model={model} onHelp={nothing} onNew={nothing} />);
}
