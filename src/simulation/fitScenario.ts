import {log10} from "../numerics/exp.ts";
import {isLossForm} from "../fitting/forms.ts";
import type {Parameters} from "../fitting/lossProblem.ts";
import type {Runs, Scenario, ScenarioInput} from "../scenario/schema.ts";
import {limits} from "../scenario/limits.ts";
import {toInput} from "../scenario/write.ts";
import {axisAround, logAxisAround} from "./fitAxes.ts";
import type {FitUncertainty} from "./fitUncertainty.ts";
import {targetOf} from "./fitUncertainty.ts";
import type {LadderFit, Rung} from "./fits.ts";
import {curveOf, policyOf} from "./fits.ts";

/** How many rows of a bootstrap a scenario carries: enough for its intervals, little enough for a file. */
const mostRows = 1000;

/** What a scenario takes: rows of draws at least, inputs drawn together and rivals at most. */
const leastRows = 20;
const mostTogether = 40;
const mostRivals = 12;

/** Digits of a parameter in a file. */
const digits = 10;

/** The metric of the scenario that is made. */
const metric = "measure";

/** What a recipe is called where the runs name none. */
const onlyRecipe = "Fitted recipe";

type RecipeInput = ScenarioInput["recipes"][number];
type ModelInput = ScenarioInput["models"][number];
type CurveInput = NonNullable<RecipeInput["curve"]>[string];

/** What a scenario takes of the draws of a fit: the laws of all recipes, or else of the one. */
export type DrawnFit = Pick<FitUncertainty, "comparison" | "names" | "drawn" | "draws" | "seed">;

/** A recipe with its fitted law, as it enters a scenario. */
interface Fitted {
  readonly id: string;
  readonly name: string;
  readonly parameters: Parameters;
  readonly draws: Readonly<Record<string, Float64Array>>;
  /** Its run of most compute. */
  readonly largest: Rung;
  /** All its runs. */
  readonly own: readonly Rung[];
}

/** A name or title, not longer than a scenario takes. */
const clipped = (text: string): string => text.slice(0, limits.nameLength);

const short = (value: number): number => Number(value.toPrecision(digits));

/** Ids from names: lower-case letters, digits and hyphens, and a number where two names come to the same. */
function idsOf(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name, i) => {
    const plain = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 40)
      .replace(/^-+|-+$/g, "");
    const first = plain === "" ? `recipe-${i + 1}` : plain;
    let own = first;
    for (let again = 2; taken.has(own); ++again) own = `${first}-${again}`;
    taken.add(own);
    return own;
  });
}

/** One exponent for both terms stands for either. */
const named = (name: string): string => (name === "beta" ? "alpha" : name);

/** The letters of a form that a scenario’s curve has too, and may draw. */
const letters: Readonly<Record<Runs["form"], readonly string[]>> = {
  chinchilla: ["E", "A", "B", "alpha", "beta"],
  "chinchilla-tied": ["E", "A", "B", "alpha", "beta"],
  "power-law": ["E", "a", "k"],
  "power-law-no-floor": ["a", "k"],
  "two-step": ["E", "A", "B", "alpha", "beta"],
  logistic: []
};

const largestId = ({id}: Fitted): string => `${id}-largest-run`;
const targetId = ({id}: Fitted): string => `${id}-target`;

/** The law as a curve of a scenario. A floor of 0 is left out: a scenario’s floors are positive. */
function curveInput(runs: Runs, fitted: Fitted): CurveInput {
  const {parameters} = fitted;
  const p = (name: string) => short(parameters[name] ?? parameters[named(name)] ?? NaN);
  const E = (parameters["E"] ?? 0) > 0 ? {E: p("E")} : {};
  const {policy} = runs;
  const split = policy === "compute-optimal" ? policy : {tokensPerParameter: policy.tokensPerParameter.written};
  const chinchilla = {
    law: "chinchilla" as const,
    parameters: {...E, A: p("A"), B: p("B"), alpha: p("alpha"), beta: p("beta")},
    policy: split
  };
  switch (runs.form) {
    case "chinchilla":
    case "chinchilla-tied":
      return chinchilla;
    case "power-law":
    case "power-law-no-floor":
      return {law: "power-law", ...E, a: p("a"), k: p("k")};
    case "two-step":
      return {law: "two-step", loss: chinchilla, link: {a: p("a"), L0: p("L0"), k: p("k"), b: p("b")}};
    case "logistic": {
      const [floor, ceiling] = [p("floor"), p("ceiling")];
      const score = scoreAt(runs, fitted, fitted.largest.C);
      const done = (score - floor) / (ceiling - floor);
      const slope = (ceiling - floor) * p("steepness") * Math.LN10 * done * (1 - done);
      return {law: "logistic", through: largestId(fitted), slope: short(slope), floor, ceiling};
    }
  }
}

const scoreAt = (runs: Runs, {parameters}: Fitted, C: number): number =>
  short(curveOf(runs.form, parameters, policyOf(runs)).score(log10(C)));

/** The letters that are drawn, by address, with their draws. */
const drawnInputs = (runs: Runs, {id, draws, parameters}: Fitted): readonly (readonly [string, Float64Array])[] =>
  letters[runs.form].flatMap((letter) => {
    const values = draws[letter] ?? draws[named(letter)];
    const isThere = letter !== "E" || (parameters["E"] ?? 0) > 0;
    return values === undefined || !isThere ? [] : [[`recipes.${id}.curve.${metric}.${letter}`, values] as const];
  });

/**
 * Rows of values drawn together, evenly taken from all draws; a floor of 0 is a very low one. A draw whose scale leaves
 * the range of numbers, as that of a very steep law does, cannot be written.
 */
function rowsOf(columns: readonly (readonly [string, Float64Array])[]): number[][] {
  const count = columns[0]?.[1].length ?? 0;
  const rows = Math.min(count, mostRows);
  return Array.from({length: rows}, (_, i) => {
    const draw = Math.floor((i * count) / rows);
    return columns.map(([, values]) => Math.max(short(values[draw] ?? NaN), Number.MIN_VALUE));
  }).filter((row) => row.every(Number.isFinite));
}

/**
 * The letters of all recipes as one group to be drawn together, or of each recipe as one where that would be too many:
 * recipes with nothing in common were drawn apart anyway.
 */
function together<T>(byRecipe: readonly (readonly T[])[]): readonly (readonly T[])[] {
  const all = byRecipe.flat();
  return (all.length <= mostTogether ? [all] : byRecipe).filter((group) => group.length > 0);
}

function fittedRecipes(runs: Runs, {taken, rungs, recipes, result}: LadderFit, drawn: DrawnFit): readonly Fitted[] {
  const largestOf = (list: readonly Rung[]) =>
    list
      .filter(({C}) => C > 0)
      .reduce<Rung | undefined>((one, other) => (one && one.C >= other.C ? one : other), undefined);
  const {comparison} = drawn;
  if (runs.recipe === undefined && comparison?.ok === true) {
    const {laws} = comparison.comparison;
    const ids = idsOf(laws.map(({name}) => name));
    return laws.flatMap(({name, parameters, draws}, i) => {
      const own = rungs.filter(({recipe, out}) => recipe === name && out === undefined);
      const largest = largestOf(own);
      return largest === undefined ? [] : [{id: ids[i] ?? "", name, parameters, draws, largest, own}];
    });
  }
  const largest = largestOf(taken);
  if (!result.ok || largest === undefined) return [];
  const name = runs.recipe ?? (recipes.length === 1 ? (recipes[0] ?? onlyRecipe) : onlyRecipe);
  const draws = Object.fromEntries(drawn.names.map((letter, i) => [letter, drawn.drawn[i] ?? new Float64Array(0)]));
  return [{id: idsOf([name])[0] ?? "", name, parameters: result.fit.parameters, draws, largest, own: taken}];
}

/**
 * A scenario that stands on a fit: each recipe with its law as a curve, the bootstrap’s draws as the law’s
 * uncertainty, all letters of all recipes drawn together, and the largest run of each recipe as a model.
 *
 * A second model of each recipe solves for the score at the compute the law is extended to. The runs come along.
 * Undefined where there is no fit.
 */
export function fitScenario(
  scenario: Pick<Scenario, "runs">,
  central: LadderFit,
  drawn: DrawnFit
): ScenarioInput | undefined {
  const {runs} = scenario;
  if (runs === undefined) return undefined;
  const recipes = fittedRecipes(runs, central, drawn);
  const [reference, subject] = recipes;
  // A scenario's sigmoid rises, and is known by its slope at a run: one that falls, or has ended there, has no place.
  const isFlat = (fitted: Fitted) => {
    const curve = curveInput(runs, fitted);
    return curve.law === "logistic" && !(Number(curve.slope) > 0);
  };
  if (reference === undefined || recipes.some(isFlat)) return undefined;
  const isLoss = isLossForm(runs.form);
  const models = recipes.map((fitted): ModelInput => {
    const {id, name, largest} = fitted;
    const measured = isLoss ? largest.loss : largest.score;
    const score = runs.form === "logistic" || !Number.isFinite(measured) ? scoreAt(runs, fitted, largest.C) : measured;
    return {
      id: largestId(fitted),
      name: clipped(`Largest run of ${name}`),
      recipe: id,
      compute: short(largest.C),
      ...(largest.N > 0 ? {parameters: short(largest.N)} : {}),
      ...(largest.D > 0 ? {tokens: short(largest.D)} : {}),
      score: {[metric]: short(score)}
    };
  });
  // A run sits where it was measured, off its law by its residual; what stands at the target is on the law.
  const target = targetOf(runs, central);
  const targets = recipes.map((fitted): ModelInput => ({
    id: targetId(fitted),
    name: clipped(`${fitted.name} at the target`),
    recipe: fitted.id,
    compute: short(target),
    basis: "placed",
    solve: "score"
  }));
  const joint = together(recipes.map((fitted) => drawnInputs(runs, fitted)))
    .map((columns) => ({inputs: columns.map(([address]) => address), draws: rowsOf(columns)}))
    .filter(({draws}) => draws.length >= leastRows);
  const rungs = recipes.flatMap(({own}) => own);
  const axes = {
    score: axisAround([
      ...rungs.map(({loss, score}) => (isLoss ? loss : score)),
      ...recipes.map((fitted) => scoreAt(runs, fitted, target))
    ]),
    compute: logAxisAround([...rungs.map(({C}) => C), target])
  };
  const document = toInput({runs} as Scenario);
  return {
    version: 1,
    title: clipped(`Fit of ${runs.name}`),
    ...(runs.note === undefined ? {} : {description: runs.note}),
    metrics: {
      [metric]: {
        name: runs.measure,
        unit: runs.unit,
        better: isLoss ? "lower" : "higher",
        range: axes.score,
        decimals: 3
      }
    },
    reference: reference.id,
    recipes: recipes.map((fitted) => ({
      id: fitted.id,
      name: fitted.name,
      curve: {[metric]: curveInput(runs, fitted)}
    })),
    models: [...models, ...targets],
    ...(document.runs === undefined ? {} : {runs: document.runs}),
    ...(joint.length === 0
      ? {}
      : {
          uncertainty: {
            seed: runs.seed,
            draws: Math.min(10_000, Math.max(1000, drawn.draws)),
            joint: joint.map((group) => ({
              ...group,
              note: `Bootstrap over runs: ${drawn.draws} fits, seed ${drawn.seed}; ${group.draws.length} kept.`
            }))
          }
        }),
    view: {
      figure: subject === undefined ? "ladder" : "gain",
      subject: targetId(subject ?? reference),
      rivals: recipes
        .filter((fitted) => fitted !== (subject ?? reference))
        .map(targetId)
        .slice(0, mostRivals),
      x: axes.compute
    }
  };
}
