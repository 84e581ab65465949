import {curveQuantities} from "./curveParameters.ts";
import type {Input} from "./inputList.ts";
import {evidenceAt, gainEvidence} from "./ownEvidence.ts";
import {partNames} from "./partNames.ts";
import type {GainApart, GainPart} from "./partNames.ts";
import {sections} from "./sections.ts";
import type {Claim, Metric, Model, Recipe, Scenario, Threshold} from "./schema.ts";

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
export function aboutOf(scenario: Scenario, address: string): About | undefined {
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
