import {writeInput} from "./address.ts";
import type {Quantity} from "./quantity.ts";
import type {Agents, Scenario} from "./schema.ts";

/** A scenario after an edit of its agents, and what a step of undo calls it. */
export interface AgentsEdit {
  readonly scenario: Scenario;
  readonly label: string;
}

export type Joining = Agents["joining"];
export type AgentsParameter = NonNullable<Agents["fit"]>[number];

const edit = (scenario: Scenario, label: string, change: (section: Agents) => Agents): AgentsEdit => ({
  scenario: scenario.agents === undefined ? scenario : {...scenario, agents: change(scenario.agents)},
  label
});

const of = (value: number): Quantity => ({value, written: value});

/** What a way of joining begins with where the scenario never said: an assumption. */
const usual: Readonly<Record<Joining["kind"], Joining>> = {
  vote: {kind: "vote", ties: "drawn"},
  verifier: {kind: "verifier", truePositive: of(0.95), falsePositive: of(0.5)},
  refine: {kind: "refine", insight: of(0.5)}
};

const always: readonly AgentsParameter[] = ["mean", "concentration", "repeat"];

/** The numbers of a law that a fit may move, by the way of joining. */
export const fittable: Readonly<Record<Joining["kind"], readonly AgentsParameter[]>> = {
  vote: always,
  verifier: [...always, "truePositive", "falsePositive"],
  refine: [...always, "insight"]
};

function withFit(section: Agents, fit: readonly AgentsParameter[]): Agents {
  const {fit: _, ...rest} = section;
  return fit.length === 0 ? rest : {...rest, fit: [...fit]};
}

/**
 * Another way of joining; all other numbers stay.
 *
 * Its own numbers are those of the first of `before` that is of its kind, else usual ones. Even votes are drawn among.
 * A fit keeps what the new way has too.
 */
export function chooseJoining(scenario: Scenario, kind: Joining["kind"], before: readonly Joining[] = []): AgentsEdit {
  return edit(scenario, `joining by ${kind}`, (section) => {
    const known = before.find((joining) => joining.kind === kind) ?? usual[kind];
    const joining: Joining = known.kind === "vote" ? {...known, ties: "drawn"} : known;
    return withFit({...section, joining}, section.fit?.filter((name) => fittable[kind].includes(name)) ?? []);
  });
}

/** Over how many answers wrong ones fall; 1 is a majority of right or wrong. Ties are drawn among. */
export const chooseWrongAnswers = (scenario: Scenario, wrongAnswers: number | "never agree"): AgentsEdit =>
  edit(scenario, "wrong answers of a vote", (section) => ({
    ...section,
    joining: {kind: "vote", ties: "drawn", ...(wrongAnswers === 1 ? {} : {wrongAnswers})}
  }));

/** What a fit may move: a name is added, or taken out. */
export const toggleFit = (scenario: Scenario, name: AgentsParameter, isFree: boolean): AgentsEdit =>
  edit(scenario, "what the fit of agents may move", (section) =>
    withFit(
      section,
      fittable[section.joining.kind].filter((known) =>
        known === name ? isFree : (section.fit?.includes(known) ?? false)
      )
    )
  );

/** A measured number of agents: a score, or none that is disclosed. */
export type AgentsPoint = NonNullable<Agents["points"]>[number];

const isSame = (a: AgentsPoint, b: AgentsPoint): boolean =>
  a.agents === b.agents &&
  a.score?.value === b.score?.value &&
  a.score?.low === b.score?.low &&
  a.score?.high === b.score?.high;

/**
 * Other measured points in place of those there are; one that is among them keeps its evidence, none removes them all.
 *
 * A fit that would move more numbers than there are points moves the first of them.
 */
export function setAgentsPoints(scenario: Scenario, points: readonly AgentsPoint[]): AgentsEdit {
  const label = points.length === 0 ? "points of agents removed" : `${points.length} points of agents`;
  return edit(scenario, label, ({points: before = [], ...section}) => {
    const kept = points.map((point) => before.find((known) => isSame(known, point)) ?? point);
    const scored = kept.filter(({score}) => score !== undefined).length;
    const fit = section.fit?.slice(0, scored) ?? [];
    return withFit(kept.length === 0 ? section : {...section, points: kept}, fit);
  });
}

const addresses: Readonly<Record<AgentsParameter, string>> = {
  mean: "agents.success.mean",
  concentration: "agents.success.concentration",
  repeat: "agents.repeat",
  truePositive: "agents.joining.truePositive",
  falsePositive: "agents.joining.falsePositive",
  insight: "agents.joining.insight"
};

/** The address of a number of the law that a fit may move. */
export const addressOf = (name: AgentsParameter): string => addresses[name];

/** The numbers of a fit in place of those there are, as one step. */
export const takeAgentsFit = (
  scenario: Scenario,
  fitted: Readonly<Partial<Record<AgentsParameter, Quantity>>>
): AgentsEdit => ({
  scenario: (Object.keys(fitted) as readonly AgentsParameter[]).reduce((now, name) => {
    const quantity = fitted[name];
    return quantity === undefined ? now : writeInput(now, addresses[name], quantity);
  }, scenario),
  label: "the law of agents fitted to the points"
});
