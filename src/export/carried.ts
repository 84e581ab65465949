import {embedEvidence} from "../scenario/ledger.ts";
import type {Ledger} from "../scenario/ledger.ts";
import {duplicateKeys} from "../scenario/places.ts";
import {evidenceSchema} from "../scenario/schema.ts";
import type {Scenario, ScenarioInput} from "../scenario/schema.ts";
import {formatJson, toInput} from "../scenario/write.ts";
import {figureViewOf} from "../figures/view.ts";
import type {ViewName} from "../figures/view.ts";
import {tool} from "./tool.ts";

/** How a figure was drawn: what makes it again. */
export interface Drawn {
  readonly view: ViewName;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly theme: string;
}

/** The form of what is carried; a newer one is refused. */
const carriedFormat = 1;

/** At most this many characters are carried; a scenario has 5 MB at most, its sources come on top. */
export const mostCarried = 8_000_000;

/** The scenario as it was drawn: it opens in the view that the picture shows. */
function inView(scenario: Scenario, view: ViewName): Scenario {
  return figureViewOf(scenario.view.figure) === view ? scenario : {...scenario, view: {...scenario.view, figure: view}};
}

/** The sources of the evidence a scenario carries, each once. */
function sourcesOf({evidence}: Scenario) {
  const sources = evidence.map(({source}) => source);
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
}

/** The scenario as it travels: in the view on show, with the evidence it uses written into it. */
function travelling(scenario: Scenario, view: ViewName, ledger: Ledger): Scenario {
  const embedded = embedEvidence(inView(scenario, view), ledger);
  // In the order of keys that a reader gives them, so that a scenario taken out of a picture draws the same bytes.
  return {...embedded, evidence: embedded.evidence.map((entry) => evidenceSchema.parse(entry))};
}

/** The file of a scenario that travels inside another. */
export const carriedInput = (scenario: Scenario, view: ViewName, ledger: Ledger): ScenarioInput =>
  toInput(travelling(scenario, view, ledger));

/**
 * What a picture carries, as JSON text: the scenario with its evidence, the tool and its version, the view, size and
 * theme, the seed, and the sources.
 *
 * The text is printable: what XML or a terminal would take for something else is written as an escape.
 */
export function carriedText(scenario: Scenario, {view, width, height, theme}: Drawn, ledger: Ledger): string {
  const whole = travelling(scenario, view, ledger);
  const {seed, draws} = scenario.uncertainty;
  const carried = {
    format: carriedFormat,
    tool: tool.name,
    version: tool.version,
    view,
    width,
    height,
    theme,
    seed,
    draws,
    sources: sourcesOf(whole),
    scenario: toInput(whole)
  };
  return JSON.stringify(carried).replace(
    /[\u007f-\u009f\u2028\u2029\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}

export type Carried =
  | {
      readonly ok: true;
      /** The text of a scenario file, to be read as any other. */
      readonly scenario: string;
      /** Version of the tool that drew the picture; empty where it does not say. */
      readonly version: string;
      readonly view: string;
    }
  | {readonly ok: false; readonly message: string};

const refuse = (message: string): Carried => ({ok: false, message});
const word = (value: unknown): string => (typeof value === "string" ? value.slice(0, 40) : "");

/** The scenario in what a picture carries, not yet read; never throws on any text. */
export function readCarried(text: string): Carried {
  if (text.length > mostCarried) {
    return refuse(
      `it carries ${(text.length / 1e6).toFixed(0)} million characters; ${mostCarried / 1e6} million at most are read`
    );
  }
  let carried: unknown;
  try {
    carried = JSON.parse(text);
  } catch {
    return refuse("what it carries is damaged: it is not JSON");
  }
  if (carried === null || typeof carried !== "object" || Array.isArray(carried)) {
    return refuse("what it carries is no scenario");
  }
  const {format, scenario, version, view} = carried as Readonly<Record<string, unknown>>;
  if (typeof format === "number" && format > carriedFormat) {
    return refuse(
      `it was drawn by a newer Scaling Ladder (${word(version) || "unnamed version"}): open it with that one`
    );
  }
  if (format !== carriedFormat || scenario === undefined || scenario === null) {
    return refuse("what it carries is no scenario");
  }
  const [twice] = duplicateKeys(text);
  if (twice !== undefined) {
    return refuse(`what it carries is damaged: key ${JSON.stringify(twice.key)} stands twice`);
  }
  return {ok: true, scenario: `${formatJson(scenario)}\n`, version: word(version), view: word(view)};
}
