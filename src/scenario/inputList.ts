import {aboutOf} from "./aboutInput.ts";
import {readInput} from "./address.ts";
import {curveQuantities, statedLimit} from "./curveParameters.ts";
import {inputKindOf} from "./inputs.ts";
import type {InputKind} from "./inputs.ts";
import {limits} from "./limits.ts";
import {ownKind} from "./ownKind.ts";
import type {Quantity} from "./quantity.ts";
import {sections} from "./sections.ts";
import type {Model, Recipe, Scenario} from "./schema.ts";

export const inputGroups = [
  "Assumptions",
  "Recipe parts",
  "Claims and thresholds",
  "Agents",
  "Thinking",
  "Reinforcement learning",
  "Ladder plan",
  "Published values",
  "Uncertainty"
] as const;
export type InputGroup = (typeof inputGroups)[number];

/** A named stretch of a slider, in the input's unit. */
export interface NamedBand {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** One thing a person can set in a scenario. */
export interface Input {
  readonly address: string;
  /** Its row of the table of inputs; for a score the range is that of its metric. */
  readonly kind: InputKind;
  readonly label: string;
  /** What a step of undo calls it: "compute of Muse Spark". */
  readonly step: string;
  readonly quantity: Quantity;
  readonly group: InputGroup;
  readonly evidence: readonly string[];
  /** The model it belongs to, if it belongs to one, and the recipe. */
  readonly model?: string;
  readonly recipe?: string;
  /** Nobody disclosed it and the reader places it. */
  readonly placed: boolean;
  readonly bands: readonly NamedBand[];
}

/** The metric a scenario is shown on: the one its view names, or the first. */
export const metricShown = ({view, metrics}: Scenario): string => view.metric ?? Object.keys(metrics)[0] ?? "";

/** What the thresholds say along a compute slider: "under EU line", "over EU line", "over SB 53 line". */
function thresholdBands({thresholds}: Scenario, [low, high]: InputKind["range"]): readonly NamedBand[] {
  const lines = thresholds
    .map(({name, short, compute}) => ({name: short ?? name, at: compute.value}))
    .filter(({at}) => at > low && at < high)
    .sort((a, b) => a.at - b.at);
  const [first] = lines;
  if (first === undefined) return [];
  return [
    {from: low, to: first.at, name: `under ${first.name} line`},
    ...lines.map(({name, at}, i) => ({from: at, to: lines[i + 1]?.at ?? high, name: `over ${name} line`}))
  ];
}

/** A slope's slider says which slopes are assumed. */
function slopeBands({low, high}: Quantity, [least, most]: InputKind["range"]): readonly NamedBand[] {
  if (low === undefined || high === undefined || low <= least || high >= most) return [];
  return [
    {from: least, to: low, name: "flat"},
    {from: low, to: high, name: "assumed"},
    {from: high, to: most, name: "steep"}
  ];
}

function bandsOf(scenario: Scenario, address: string, kind: InputKind, quantity: Quantity): readonly NamedBand[] {
  if (kind.quantity === "slope") return slopeBands(quantity, kind.range);
  return kind.quantity === "compute" && address.startsWith("models.") ? thresholdBands(scenario, kind.range) : [];
}

/** The input at an address such as `models.muse-spark.compute`; undefined where nothing is set there. */
export function inputAt(scenario: Scenario, address: string): Input | undefined {
  const known = inputKindOf(address);
  const quantity = readInput(scenario, address);
  const about = aboutOf(scenario, address);
  if (known === undefined || quantity === undefined || about === undefined) return undefined;
  const kind = ownKind(scenario, known, address, quantity);
  return {address, kind, quantity, bands: bandsOf(scenario, address, kind, quantity), placed: false, ...about};
}

/** What a model's answer takes in: what it solves for is not set, nor are sizes that its compute makes idle. */
function modelAddresses({id, solve, score, compute}: Model, byLaw: boolean): readonly string[] {
  const at = (key: string) => `models.${id}.${key}`;
  return [
    ...(solve === "compute" ? [] : [at("compute")]),
    ...(solve === "score" ? [] : Object.keys(score).map((metric) => at(`score.${metric}`))),
    ...(solve === "gain" ? [] : [at("gain")]),
    ...(byLaw || compute === undefined ? [at("parameters"), at("tokens")] : [])
  ];
}

/** The recipe of the model the answer is about: the one whose growth and limit can be set before they are written. */
const subjectRecipe = ({view, models, reference}: Scenario): string | undefined =>
  (view.subject === undefined
    ? models.find(({recipe}) => recipe !== reference)
    : models.find(({id}) => id === view.subject)
  )?.recipe;

/** What can be set of a recipe: its curve where it has one, else what sets it off from the reference's. */
export function recipeAddresses(scenario: Scenario, recipe: Recipe): readonly string[] {
  const {id, curve = {}, parts = {}, apart = {}, growth, limit = {}} = recipe;
  const at = (key: string) => `recipes.${id}.${key}`;
  const curves = Object.entries(curve).flatMap(([metric, spec]) =>
    Object.keys(curveQuantities(spec)).map((name) => at(`curve.${metric}.${name}`))
  );
  if (id === scenario.reference || curves.length > 0) return curves;
  const isSubject = id === subjectRecipe(scenario);
  const metric = metricShown(scenario);
  const reference = scenario.recipes.find((item) => item.id === scenario.reference)?.curve?.[metric];
  const limits = isSubject && statedLimit(reference) !== undefined ? [metric] : [];
  return [
    at("gain"),
    ...Object.keys(parts).map((part) => at(`parts.${part}`)),
    ...Object.keys(apart).map((part) => at(`apart.${part}`)),
    ...(isSubject || growth !== undefined ? [at("growth")] : []),
    ...(growth?.from === undefined ? [] : [at("growthFrom")]),
    ...[...new Set([...limits, ...Object.keys(limit)])].map((on) => at(`limit.${on}`))
  ];
}

/** Every input that counts in a scenario, in the order of the document. */
export function inputsOf(scenario: Scenario): readonly Input[] {
  const {models, recipes, claims, thresholds, reference} = scenario;
  const curves = recipes.find(({id}) => id === reference)?.curve ?? {};
  const byLaw = Object.values(curves).some(({law}) => law === "chinchilla");
  const others = [
    ...recipes.flatMap((recipe) => recipeAddresses(scenario, recipe)),
    ...claims.map(({id}) => `claims.${id}.ratio`),
    ...thresholds.map(({id}) => `thresholds.${id}.compute`),
    ...sections().addresses(scenario),
    "uncertainty.seed",
    "uncertainty.draws"
  ];
  return [
    // Each model is looked up in a list of its own: in the whole one, two thousand models would take two thousand turns.
    ...models.flatMap((model) => {
      const alone = {...scenario, models: [model]};
      return modelAddresses(model, byLaw).flatMap((address) => inputAt(alone, address) ?? []);
    }),
    ...others.flatMap((address) => inputAt(scenario, address) ?? [])
  ];
}

/** The rival a scenario opens with: the one its view names, or the first of its rivals. */
const openingRival = ({view}: Scenario): string | undefined => view.rival ?? view.rivals?.[0];

/** The addresses a view without a headline begins with. */
function usualHeadline(scenario: Scenario, rival: string | undefined): readonly string[] {
  const {view, models, recipes, reference} = scenario;
  const subject = view.subject ?? models.find(({recipe}) => recipe !== reference)?.id;
  const metric = metricShown(scenario);
  const curve = recipes.find(({id}) => id === reference)?.curve?.[metric];
  const anchor = curve !== undefined && "through" in curve ? curve.through : undefined;
  return [
    ...[subject, rival].flatMap((id) => (id === undefined ? [] : [`models.${id}.compute`])),
    `recipes.${reference}.curve.${metric}.slope`,
    ...(anchor === undefined ? [] : [`models.${anchor}.compute`])
  ];
}

/**
 * The few inputs that decide the answer, as the view names them; where it names none, the compute of subject and
 * rival, the slope and the compute of the model the reference curve goes through.
 *
 * @param rival the rival of the answer on show; its compute takes the place of the opening rival's
 */
export function headlineOf(scenario: Scenario, rival?: string): readonly Input[] {
  const opening = openingRival(scenario);
  const shown = rival ?? opening;
  const named = scenario.view.headline ?? usualHeadline(scenario, shown);
  const exchanged = named.map((address) =>
    address === `models.${opening}.compute` && shown !== undefined ? `models.${shown}.compute` : address
  );
  return [...new Set(exchanged)].flatMap((address) => inputAt(scenario, address) ?? []).slice(0, limits.headline);
}
