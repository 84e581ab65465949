import {renderToString} from "preact-render-to-string";
import {simulateUncertainty} from "../figures/view.ts";
import {evidenceIndex, loadLedger} from "../scenario/ledger.ts";
import {headlineOf} from "../scenario/inputList.ts";
import {readScenario} from "../scenario/read.ts";
import type {Evidence} from "../scenario/schema.ts";
import text from "../../scenarios/muse-spark.json?raw";
import {App} from "./App.tsx";
import {createModel} from "./model.ts";
import type {Opening} from "./model.ts";

/** An entry of the ledger without what only its own row says: the row stands there once the ledger does. */
function inShort({note: _note, low: _low, high: _high, source, ...entry}: Evidence): Evidence {
  const {url: _url, date: _date, note: _of, ...named} = source;
  return {...entry, source: named};
}

/** Digits of a drawn number that a page can show: an interval moves by less than a thousandth of a pixel without the rest. */
const digits = 7;

/** A plain value with its fractions no longer than a page can show. */
const shortened = <T,>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (_, item: unknown) =>
      typeof item === "number" && !Number.isInteger(item) ? Number(item.toPrecision(digits)) : item
    )
  ) as T;

/** The default scenario with its intervals and evidence: what the page opens with. */
async function openingOf(): Promise<Opening> {
  const read = await readScenario(text);
  if (!read.ok) throw new Error(`the default scenario: ${JSON.stringify(read.problems[0])}`);
  const {scenario} = read;
  const find = evidenceIndex(scenario, await loadLedger());
  const used = headlineOf(scenario).flatMap((input) => input.evidence);
  const evidence = [...new Set(used)].flatMap((id) => find(id) ?? []).map(inShort);
  // Bands that show only when a model is pointed at come from the worker: they would double what the page loads.
  const uncertainty = simulateUncertainty(scenario, scenario.view.figure, {bandsOf: "reference"});
  return {scenario, uncertainty: shortened(uncertainty), evidence};
}

const nothing = () => undefined;

/** What `virtual:opening` holds; worked out once, when the page is built. */
export const opening = await openingOf();

/** The page as HTML, so that it answers before its script arrives. */
export const pageHtml = renderToString(<App model={createModel(opening)} onHelp={nothing} onNew={nothing} />);
