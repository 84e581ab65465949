import {everyEvidence} from "../scenario/ownEvidence.ts";
import type {Evidence, Model, Scenario} from "../scenario/schema.ts";
import type {EvidenceLookup} from "./footer.ts";
import {possessive} from "./wording.ts";

/** What a figure of a model's run stands behind, by its unit. */
function runWords({unit}: Pick<Evidence, "unit">): string {
  if (unit === "parameters" || unit === "tokens") return unit === "tokens" ? "training tokens of" : "parameters of";
  return "run of";
}

function modelUses({name, evidence}: Model, find: EvidenceLookup): readonly (readonly [string, string])[] {
  const of = (ids: readonly string[] | undefined, words: (id: string) => string) =>
    (ids ?? []).map((id) => [id, `${words(id)} ${name}`] as const);
  return [
    ...of(evidence?.compute, () => "compute of"),
    ...of(evidence?.score, () => "score of"),
    ...of(evidence?.gain, () => "gain of"),
    ...of(evidence?.parameters, () => "parameters of"),
    ...of(evidence?.tokens, () => "training tokens of"),
    ...of(evidence?.run, (id) => runWords(find(id) ?? {unit: ""}))
  ];
}

/** By which inputs a scenario uses each figure, in words: "compute of Llama 4 Maverick", "claim “over 10x” by Meta". */
export function usesOf(scenario: Scenario, find: EvidenceLookup): ReadonlyMap<string, readonly string[]> {
  const {models, recipes, claims, thresholds} = scenario;
  const uses = [
    ...claims.flatMap(({words, by, evidence = []}) => evidence.map((id) => [id, `claim “${words}” by ${by}`] as const)),
    ...models.flatMap((model) => modelUses(model, find)),
    ...recipes.flatMap(({name, curve, evidence}) =>
      everyEvidence(evidence).map(
        (id) => [id, `${possessive(name)} ${curve === undefined ? "gain" : "curve"}`] as const
      )
    ),
    ...thresholds.flatMap(({name, evidence = []}) => evidence.map((id) => [id, `threshold ${name}`] as const))
  ];
  const byId = new Map<string, readonly string[]>();
  for (const [id, words] of uses) byId.set(id, [...new Set([...(byId.get(id) ?? []), words])]);
  return byId;
}
