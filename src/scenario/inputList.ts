import {ticks} from "d3-array";
import {pow10} from "../numerics/exp.ts";
import {readInput} from "./address.ts";
import {inputKindOf, inputKinds} from "./inputs.ts";
import {limits} from "./limits.ts";
import type {InputKind} from "./inputs.ts";
import type {Quantity} from "./quantity.ts";
import {curveQuantities, statedLimit} from "./curveParameters.ts";
import {evidenceAt, gainEvidence} from "./ownEvidence.ts";
import {partNames} from "./partNames.ts";
import type {GainApart, GainPart} from "./partNames.ts";
import {sections} from "./sections.ts";
import type {Claim, Metric, Model, Recipe, Scenario, Threshold} from "./schema.ts";

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

/** What an address says about an input, beside its number. */
export type About = Omit<Input, "address" | "kind" | "quantity" | "bands" | "placed"> & {readonly placed?: boolean};

const modelKeys = ["compute", "score", "gain", "parameters", "tokens"] as const;
type ModelKey = (typeof modelKeys)[number];

function aboutModel(model: Model, key: ModelKey, metric: Metric | undefined, several: boolean): About {
  const what = key === "score" && several && metric ? `score on ${metric.short ?? metric.name}` : wordOf(key);
  const guessed = key === "score" ? model.scoreBasis === "estimate" : key === "gain" || model.basis !== "known";
  return {
    label: `${model.name}, ${what}`,
    step: `${what} of ${model.name}`,
    group: guessed ? "Assumptions" : "Published values",
    evidence: evidenceAt(model.evidence, key),
    model: model.id,
    recipe: model.recipe,
    placed: key === "compute" && model.basis === "placed"
  };
}

const wordOf = (key: ModelKey): string => (key === "tokens" ? "training tokens" : key);

/** What a parameter of a curve is called. */
const curveWords: Readonly<Record<string, string>> = {
  slope: "points per tenfold compute",
  E: "irreducible loss E",
  unique: "different tokens",
  tokensPerParameter: "tokens per parameter"
};

/** Of how many curves the steepness can be set: of one alone it needs no name. */
const slopesOf = ({recipes}: Scenario): number =>
  recipes.flatMap(({curve = {}}) => Object.values(curve)).filter((spec) => "slope" in curveQuantities(spec)).length;

/** The letter of a parameter as it is spoken: where A and a stand side by side, "capital A". */
function letter({curve}: Recipe, metric: string, name: string): string {
  const spec = curve?.[metric];
  const others = spec === undefined ? [] : Object.keys(curveQuantities(spec));
  const isCapital = name !== name.toLowerCase() && others.includes(name.toLowerCase());
  return isCapital ? `capital ${name}` : name;
}

/** What is set of a recipe: label and step of undo, by the address behind its id. */
function recipeWords(scenario: Scenario, recipe: Recipe, [key, second = "", third = ""]: readonly string[]) {
  const {name} = recipe;
  const metric = scenario.metrics[second];
  const lower = metric?.better === "lower";
  const on = metric !== undefined && Object.keys(scenario.metrics).length > 1 ? `, ${metric.short ?? metric.name}` : "";
  switch (key) {
    case "curve":
      if (third === "slope" && slopesOf(scenario) === 1)
        return {label: "Points per tenfold compute", step: `points per tenfold of ${name}`};
      return {
        label: `${name}, ${curveWords[third] ?? letter(recipe, second, third)}${on}`,
        step: `${third === "slope" ? "points per tenfold" : letter(recipe, second, third)} of ${name}${on}`
      };
    case "growth":
      return {label: `${name}, growth of the gain per tenfold`, step: `growth of the gain of ${name}`};
    case "growthFrom":
      return {label: `${name}, compute the gain is stated at`, step: `compute the gain of ${name} is stated at`};
    case "limit":
      return {
        label: `${name}, ${lower ? "floor of its loss" : "ceiling of its score"}${on}`,
        step: `limit of ${name}${on}`
      };
    case "parts":
    case "apart": {
      const part = partNames[second as GainPart | GainApart];
      return {label: `${name}, ${part}${key === "apart" ? ", kept apart" : ""}`, step: `${part} of ${name}`};
    }
    default:
      return {label: `${name}, gain`, step: `gain of ${name}`};
  }
}

/** A plain list of a recipe is of its gain, or of the steepness of its curve, which is assumed from it. */
function recipeEvidence({evidence}: Recipe, place: readonly string[]): readonly string[] {
  const own = evidenceAt(evidence, place.join("."));
  const hasList = place[0] === "gain" || place[2] === "slope";
  return own.length === 0 && hasList ? gainEvidence(evidence) : own;
}

function aboutRecipe(scenario: Scenario, recipe: Recipe, rest: readonly string[]): About {
  return {
    ...recipeWords(scenario, recipe, rest),
    group: "Recipe parts",
    evidence: recipeEvidence(recipe, rest),
    recipe: recipe.id
  };
}

const aboutClaim = ({words, by, evidence}: Claim): About => ({
  label: `“${words}”, ${by}`,
  step: `claim “${words}”`,
  group: "Claims and thresholds",
  evidence: evidence ?? []
});

const aboutThreshold = ({name, evidence}: Threshold): About => ({
  label: name,
  step: `threshold ${name}`,
  group: "Claims and thresholds",
  evidence: evidence ?? []
});

/** What an address says; undefined where it names none. */
function aboutOf(scenario: Scenario, address: string): About | undefined {
  const [section, id = "", key = "", metric = ""] = address.split(".");
  const {models, recipes, claims, thresholds, metrics} = scenario;
  switch (section) {
    case "models": {
      const model = models.find((item) => item.id === id);
      const own = modelKeys.find((known) => known === key);
      if (model === undefined || own === undefined) return undefined;
      return aboutModel(model, own, metrics[metric], Object.keys(metrics).length > 1);
    }
    case "recipes": {
      const recipe = recipes.find((item) => item.id === id);
      return recipe && aboutRecipe(scenario, recipe, address.split(".").slice(2));
    }
    case "claims": {
      const claim = claims.find((item) => item.id === id);
      return claim && aboutClaim(claim);
    }
    case "thresholds": {
      const threshold = thresholds.find((item) => item.id === id);
      return threshold && aboutThreshold(threshold);
    }
    case "uncertainty":
      return {label: id === "seed" ? "Seed" : "Draws", step: id, group: "Uncertainty", evidence: []};
    default:
      return sections().about(scenario, address);
  }
}

/** A score's slider runs over its metric's axis, in steps of a tenth of what is printed beside names. */
function scoreKind(metric: Metric | undefined): InputKind {
  const kind = inputKinds.modelScore;
  if (metric === undefined) return kind;
  const [low, high] = metric.range ?? kind.range;
  return {
    ...kind,
    unit: metric.unit,
    range: [low, high],
    step: Number(pow10(1 - metric.decimals).toPrecision(1)),
    ticks: ticks(low, high, 5)
  };
}

/** A curve may end beyond the axis: the slider of its end reaches as far past the reference's own as a quarter of it. */
function limitKind(scenario: Scenario, metric: string): InputKind {
  const kind = scoreKind(scenario.metrics[metric]);
  const {recipes, reference} = scenario;
  const own = statedLimit(recipes.find(({id}) => id === reference)?.curve?.[metric]);
  if (own === undefined) return kind;
  const room = (kind.range[1] - kind.range[0]) / 4;
  const [low, high] = [Math.min(kind.range[0], Math.max(0, own - room)), Math.max(kind.range[1], own + room)];
  const round = (end: number) => Number(end.toPrecision(3));
  return {...kind, range: [round(low), round(high)], ticks: ticks(round(low), round(high), 5)};
}

/** Parameters of laws span thirty decades: each slider runs around its own value, over a factor of three for an exponent. */
function parameterKind({value}: Quantity): InputKind {
  const kind = inputKinds.lawParameter;
  const reach = value < 1 ? 2 : 10;
  const round = (end: number) => Number(end.toPrecision(2));
  return {
    ...kind,
    range: [round(value / reach), round(value * reach)],
    ticks: [round(value / reach), round(value * reach)]
  };
}

/** The slider of a small run's compute: a rung of a ladder, not a frontier model. */
const smallCompute: InputKind = {
  ...inputKinds.modelCompute,
  range: [1e17, 1e25],
  ticks: [1e17, 1e19, 1e21, 1e23, 1e25]
};

/** The row of the table of inputs an address has, its range fitted to its metric or its law. */
function ownKind(scenario: Scenario, kind: InputKind, address: string, quantity: Quantity): InputKind {
  const parts = address.split(".");
  if (kind === inputKinds.recipeLimit) return limitKind(scenario, parts[3] ?? "");
  if (kind.quantity === "score") return scoreKind(scenario.metrics[parts[3] ?? ""]);
  if (kind === inputKinds.modelCompute && quantity.value < kind.range[0]) return smallCompute;
  if (kind !== inputKinds.lawParameter) return sections().fitted(scenario, kind, address);
  if (parts[4] === "unique") return {...inputKinds.modelTokens, path: kind.path};
  if (parts[4] === "tokensPerParameter")
    return {
      ...kind,
      quantity: "gain",
      unit: "tokens",
      range: [1, 10_000],
      ticks: [1, 10, 100, 1000, 10_000],
      step: 1.05
    };
  return parameterKind(quantity);
}

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
