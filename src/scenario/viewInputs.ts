import {headlineOf, inputAt, inputsOf} from "./inputList.ts";
import type {Input} from "./inputList.ts";
import type {Scenario} from "./schema.ts";
import {sections} from "./sections.ts";

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

/** The inputs that move something in a view, in the order of the document. */
export function inputsOfView(scenario: Scenario, view: Scenario["view"]["figure"]): readonly Input[] {
  const section = sectionOfView(view);
  const also = section === undefined ? undefined : alsoMoves[section];
  return inputsOf(scenario).filter(({address, group}) => {
    if (group === "Uncertainty") return true;
    if (section === undefined) return !inSection.test(address);
    return address.startsWith(`${section}.`) || also?.test(address) === true;
  });
}

/**
 * The few inputs that decide the answer of a view: those the scenario names that belong to it, else the usual ones.
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
  const own = named.filter((address) => address.startsWith(`${section}.`));
  if (own.length > 0)
    return own.flatMap((address) => inputAt(scenario, address) ?? sections().instead(scenario, address));
  return sections().usual(section, inputsOfView(scenario, view));
}
