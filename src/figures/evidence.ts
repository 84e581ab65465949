import type {Scenario} from "../scenario/schema.ts";
import {evidenceIds} from "../scenario/ledger.ts";
import {cast} from "../simulation/ladder.ts";
import {kindWords} from "./evidenceKinds.ts";
import type {EvidenceLookup} from "./footer.ts";

/** Whose figures come first: the answer's, and the models of the reference. */
export function leadingModels(scenario: Scenario): readonly (string | undefined)[] {
  const {subject, rival} = cast(scenario);
  return [subject, ...scenario.models.flatMap(({id, recipe}) => (recipe === scenario.reference ? [id] : [])), rival];
}

/** The ids the scenario refers to, without repeats: those of the claims and of the models named first before the rest. */
export function orderedIds(scenario: Scenario, first: readonly (string | undefined)[]): readonly string[] {
  const leading = scenario.models
    .filter(({id}) => first.includes(id))
    .flatMap(({evidence}) => [...(evidence?.compute ?? []), ...(evidence?.score ?? [])]);
  return [
    ...new Set([...scenario.claims.flatMap(({evidence}) => evidence ?? []), ...leading, ...evidenceIds(scenario)])
  ];
}

/** What is said of a number's sources in two or three words, and how many figures disagree with the first. */
export function sourcesOf(
  ids: readonly string[],
  find: EvidenceLookup
): {readonly text: string; readonly conflicts: number} {
  const entries = ids.flatMap((id) => find(id) ?? []);
  const [first] = entries;
  if (first === undefined) return {text: "assumed", conflicts: 0};
  return {text: kindWords(first), conflicts: new Set(first.conflictsWith ?? []).size};
}
