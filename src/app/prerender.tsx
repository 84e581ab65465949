import {renderToString} from "preact-render-to-string";
import {simulateUncertainty} from "../figures/view.ts";
import type {Uncertainty} from "../figures/view.ts";
import {evidenceIndex, loadLedger} from "../scenario/ledger.ts";
import {headlineOf} from "../scenario/inputList.ts";
import {readScenario} from "../scenario/read.ts";
import type {Evidence, Scenario} from "../scenario/schema.ts";
import text from "../../scenarios/muse-spark.json?raw";
import {App} from "./App.tsx";
import {createModel} from "./model.ts";
import type {Opening} from "./model.ts";

/** The default scenario with its intervals and evidence: what the page opens with. */
async function openingOf(): Promise<Opening> {
  const read = await readScenario(text);
  if (!read.ok) throw new Error(`the default scenario: ${JSON.stringify(read.problems[0])}`);
  const {scenario} = read;
  const find = evidenceIndex(scenario, await loadLedger());
  const used = headlineOf(scenario).flatMap((input) => input.evidence);
  const evidence = [...new Set(used)].map(find).filter((entry): entry is Evidence => entry !== undefined);
  return {scenario, uncertainty: lean(scenario, simulateUncertainty(scenario, scenario.view.figure)), evidence};
}

/** Bands that show only when a model is pointed at come from the worker: they would double what the page loads. */
function lean({reference}: Scenario, {ladder, ...rest}: Uncertainty): Uncertainty {
  if (ladder === undefined) return rest;
  const bands = Object.entries(ladder.bands).filter(([recipe]) => recipe === reference);
  return {...rest, ladder: {...ladder, bands: Object.fromEntries(bands)}};
}

const nothing = () => undefined;

/** What `virtual:opening` holds; worked out once, when the page is built. */
export const opening = await openingOf();

/** The page as HTML, so that it answers before its script arrives. */
export const pageHtml = renderToString(<App model={createModel(opening)} onHelp={nothing} onNew={nothing} />);
