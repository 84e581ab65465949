import {headlineOf, inputAt, inputsOf} from "./inputList.ts";
import type {Input} from "./inputList.ts";
import {limits} from "./limits.ts";
import type {Scenario} from "./schema.ts";
import {sections} from "./sections.ts";
import {takenSections} from "./takenSections.ts";

/** The sections of a scenario that a view of their own shows, by the view. */
export const viewSections = {
  rl: "reinforcement",
  thinking: "thinking",
  agents: "agents",
  cost: "cost",
  plan: "plan"
} as const satisfies Partial<Record<Scenario["view"]["figure"], keyof Scenario>>;
export type ViewSection = (typeof viewSections)[keyof typeof viewSections];

/** The section that a view stands on; undefined for those of the training ladder. */
export function sectionOfView(view: Scenario["view"]["figure"]): ViewSection | undefined {
  return Object.hasOwn(viewSections, view) ? viewSections[view as keyof typeof viewSections] : undefined;
}

/** The ledger ids that a section refers to, without repeats, in the order of the document. */
export function sectionEvidenceIds(scenario: Scenario, section: ViewSection): readonly string[] {
  return [...new Set(sections().evidence(scenario, section))];
}

const inSection = /^(agents|thinking|reinforcement|cost|plan)\./;

/** What moves the numbers of a view beside its own section. */
const alsoMoves: Readonly<Partial<Record<ViewSection, RegExp>>> = {
  agents: /^thinking\.(difficulties|limit)/,
  cost: /^(models|recipes)\./
};

/** Whether an address stands in a section that a view shows, or that what it shows is taken from. */
function isOfSection(scenario: Scenario, section: ViewSection, address: string): boolean {
  const [start = ""] = address.split(".");
  return (
    start === section ||
    (section === "cost" && takenSections(scenario).some((from) => from === start) && movesCost.test(address))
  );
}

/** What of other sections moves a task’s work, and not what stands beside it there. */
const movesCost = /^(agents|thinking\.(difficulties|limit|penalties|compressed))\b/;

/** The inputs that move something in a view, in the order of the document. */
export function inputsOfView(scenario: Scenario, view: Scenario["view"]["figure"]): readonly Input[] {
  const section = sectionOfView(view);
  const also = section === undefined ? undefined : alsoMoves[section];
  return inputsOf(scenario).filter(({address, group}) => {
    if (group === "Uncertainty") return true;
    if (section === undefined) return !inSection.test(address);
    return isOfSection(scenario, section, address) || also?.test(address) === true;
  });
}

/**
 * The few inputs that decide the answer of a view: those the scenario names that belong to it, else the usual ones; these
 * stand too behind named ones that are all of a section which the costs take from.
 *
 * @param rival the rival of the answer on show; its compute takes the place of the opening rival's
 */
export function headlineOfView(scenario: Scenario, view: Scenario["view"]["figure"], rival?: string): readonly Input[] {
  const section = sectionOfView(view);
  const named = scenario.view.headline ?? [];
  if (section === undefined) {
    const own = named.filter((address) => !inSection.test(address));
    // A headline that is all about sections leaves the ladder its usual one.
    const {headline: _, ...rest} = scenario.view;
    return headlineOf({...scenario, view: own.length === 0 ? rest : {...rest, headline: own}}, rival);
  }
  const own = named.filter((address) => isOfSection(scenario, section, address));
  const shown = own.flatMap((address) => inputAt(scenario, address) ?? sections().instead(scenario, address));
  if (own.some((address) => address.startsWith(`${section}.`))) return shown;
  return [...shown, ...sections().usual(section, inputsOfView(scenario, view))].slice(0, limits.headline);
}
