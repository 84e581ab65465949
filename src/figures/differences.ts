import {compareScenarios} from "../scenario/compareScenarios.ts";
import type {Scenario} from "../scenario/schema.ts";
import {sectionOfView} from "../scenario/viewInputs.ts";
import {outputPairs} from "../simulation/outputChange.ts";
import type {OutputPair} from "../simulation/outputChange.ts";
import {outputShown, outputsOfView} from "../simulation/outputs.ts";
import type {Output} from "../simulation/outputs.ts";
import {cast} from "../simulation/ladder.ts";
import {penaltyInFocus} from "../simulation/penaltyFor.ts";
import {pairWords} from "./compareWords.ts";
import {findingsOf} from "./findings.ts";
import type {Finding} from "./findings.ts";

/** An output, or what a view says beside them, that is another in the scenario compared with, in words. */
export interface Difference {
  readonly id: string;
  /** "gain against GPT-5.4". */
  readonly name: string;
  readonly was: string;
  readonly now: string;
}

/** Whether an output belongs to what the view on show says. */
export const isOfView = (view: Scenario["view"]["figure"], id: string): boolean => {
  const own = outputsOfView[view];
  return own === undefined ? /^(gain|points|compute|score)\./.test(id) : id.startsWith(own);
};

/** The outputs that read otherwise before and now; a difference that rounding hides is none. */
export function differencesOf(pairs: readonly OutputPair[]): readonly Difference[] {
  return pairs.flatMap((pair) => {
    const {was, now} = pairWords(pair);
    return was === now ? [] : [{id: pair.id, name: pair.name, was, now}];
  });
}

/** Said of what one of two scenarios does not have. */
export const notThere = "not there";

/** What two scenarios’ views say beside their outputs, where it reads otherwise. */
export function findingDifferences(before: readonly Finding[], after: readonly Finding[]): readonly Difference[] {
  const byId = (findings: readonly Finding[]) => new Map(findings.map((finding) => [finding.id, finding]));
  const [old, fresh] = [byId(before), byId(after)];
  return [...new Map([...fresh, ...old]).values()].flatMap(({id}) => {
    const {name = ""} = fresh.get(id) ?? old.get(id) ?? {};
    const [was = notThere, now = notThere] = [old.get(id)?.words, fresh.get(id)?.words];
    return was === now ? [] : [{id, name, was, now}];
  });
}

/** Whether the view on show has what it answers from: its section, the runs of a fit. */
export function hasAnswer(scenario: Scenario): boolean {
  const {figure} = scenario.view;
  const section = figure === "fit" ? "runs" : sectionOfView(figure);
  return section === undefined || scenario[section] !== undefined;
}

/** The output that the answer of a view begins with; undefined where it begins with none, as a fit. */
export function headlineOutput(scenario: Scenario): Output | undefined {
  const {
    view: {output, ...view},
    thinking
  } = scenario;
  if (view.figure === "fit" || !hasAnswer(scenario)) return undefined;
  const asked: Partial<Record<typeof view.figure, string | undefined>> = {
    sensitivity: output,
    thinking: thinking && `thinking.${penaltyInFocus(thinking)?.id}`
  };
  const named = asked[view.figure];
  return outputShown({...scenario, view: named === undefined ? view : {...view, output: named}});
}

/** Whether the view on show says anything that takes draws: an interval, shares, what simulated ladders tell. */
export const isDrawn = (scenario: Scenario): boolean =>
  scenario.view.figure === "fit" ? hasAnswer(scenario) : headlineOutput(scenario) !== undefined;

/** Those that stand beside the answer: of the ladder the gain the answer speaks of, of another view all it says. */
export function besideAnswer(before: Scenario, after: Scenario): readonly Difference[] {
  const {figure} = after.view;
  const ofFindings = () => findingDifferences(findingsOf(before, figure), findingsOf(after, figure));
  if (figure === "fit" || figure === "claims") return ofFindings();
  const headline = headlineOutput(after)?.id;
  const isSaid = (id: string): boolean => {
    if (figure === "sensitivity") return id === headline;
    if (outputsOfView[figure] !== undefined) return isOfView(figure, id);
    const {rival} = cast(after);
    return id === `gain.${rival}` || id === `points.${rival}`;
  };
  const differences = differencesOf(outputPairs(before, after, isSaid));
  return figure === "plan" ? [...differences, ...ofFindings()] : differences;
}

/** Most inputs that are named in a sentence. */
const mostNamed = 3;

/**
 * What is said where no central number of the answer reads otherwise.
 *
 * Numbers alone are not all: an input that differs may have moved intervals, which are not compared here.
 */
export function sameWords(before: Scenario, after: Scenario): string {
  const {inputs, structure} = compareScenarios(before, after);
  const others = structure.filter(({path}) => path !== "view.figure");
  if (inputs.length + others.length === 0) return "The numbers of this view’s answer are the same.";
  const wider = inputs.filter(({before: was, after: is}) => was?.low !== is?.low || was?.high !== is?.high);
  const names = wider.slice(0, mostNamed).map(({label}) => label);
  const more = wider.length - names.length;
  const named = `${names.join("; ")}${more === 0 ? "" : ` and ${more} more`}`;
  return `The middle numbers of this view’s answer are the same${wider.length === 0 ? "" : `; intervals of inputs differ: ${named}`}.`;
}
