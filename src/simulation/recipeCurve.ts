import type {Policy, ScalingLaw} from "../laws/chinchilla.ts";
import type {Curve} from "../laws/curve.ts";
import type {Expression} from "../laws/expression.ts";
import {logLinearCurve} from "../laws/logLinear.ts";
import {logisticCurve} from "../laws/logistic.ts";
import {powerLawCurve} from "../laws/powerLaw.ts";
import {pow10} from "../numerics/exp.ts";
import {furtherLaws} from "../scenario/furtherLaws.ts";
import type {Quantity} from "../scenario/quantity.ts";
import type {CurveSpec, Recipe, Scenario} from "../scenario/schema.ts";
import {computeReader, reader, scoreReader} from "./readers.ts";
import type {Reader} from "./readers.ts";
import type {Valuation} from "./valuation.ts";

/** A curve of score against the recipe's own compute in one valuation; undefined where no curve goes through its point. */
export type CurveReader = (value: Valuation) => Curve | undefined;

type Spec<L extends CurveSpec["law"]> = Extract<CurveSpec, {law: L}>;

/** What the parts of a law are read with: where the curve stands, and the scenario around it. */
interface Place {
  readonly scenario: Scenario;
  readonly metric: string;
  /** `recipes.llama-4.curve.aa-index`. */
  readonly address: string;
}

const nothing: Reader = () => 0;

function readerOf({address}: Place, name: string, quantity: Quantity | undefined): Reader {
  return quantity === undefined ? nothing : reader(`${address}.${name}`, quantity);
}

/** The law of N and D a curve stands on, in one valuation; undefined where it is none of Chinchilla's form. */
export function lawReader(
  spec: CurveSpec | undefined,
  address: string
): ((value: Valuation) => ScalingLaw) | undefined {
  if (spec?.law !== "chinchilla") return undefined;
  if (typeof spec.parameters === "string") {
    const law = furtherLaws().chinchillaLaws[spec.parameters];
    return () => law;
  }
  const {parameters} = spec;
  const at = (name: "E" | "A" | "B" | "alpha" | "beta") =>
    parameters[name] === undefined ? nothing : reader(`${address}.${name}`, parameters[name]);
  const [E, A, B, alpha, beta] = [at("E"), at("A"), at("B"), at("alpha"), at("beta")];
  return (value) => ({E: E(value), A: A(value), B: B(value), alpha: alpha(value), beta: beta(value)});
}

function policyReader(place: Place, policy: Spec<"chinchilla">["policy"]): (value: Valuation) => Policy {
  if (policy === "compute-optimal") return () => policy;
  const ratio = readerOf(place, "tokensPerParameter", policy.tokensPerParameter);
  return (value) => ({tokensPerParameter: ratio(value)});
}

function chinchilla(spec: Spec<"chinchilla">, place: Place): CurveReader {
  const {chinchillaCurve, chinchillaLaws, dataConstrainedCurve, muennighoff2023Repetition} = furtherLaws();
  const law = lawReader(spec, place.address);
  const policy = policyReader(place, spec.policy);
  const unique = spec.unique && readerOf(place, "unique", spec.unique);
  // Neither law nor mix changes from draw to draw: the curve is made once.
  if (typeof spec.parameters === "string" && spec.policy === "compute-optimal" && unique === undefined) {
    const curve = chinchillaCurve(chinchillaLaws[spec.parameters], spec.policy);
    return () => curve;
  }
  return (value) => {
    if (law === undefined) return undefined;
    if (unique === undefined) return chinchillaCurve(law(value), policy(value));
    return dataConstrainedCurve(law(value), policy(value), unique(value), muennighoff2023Repetition);
  };
}

/** A model that a curve goes through: log10 of its compute, and its score. */
function anchorReader({scenario, metric}: Place, through: string) {
  const model = scenario.models.find(({id}) => id === through);
  if (model === undefined) return undefined;
  const log10C = computeReader(model);
  const score = scoreReader(model, metric, undefined);
  return (value: Valuation) => ({log10C: log10C(value), score: score(value)});
}

function powerLaw(spec: Spec<"power-law">, place: Place): CurveReader {
  const E = readerOf(place, "E", spec.E);
  const a = readerOf(place, "a", spec.a);
  if (spec.k !== undefined) {
    const k = readerOf(place, "k", spec.k);
    return (value) => powerLawCurve({E: E(value), k: k(value), a: a(value)});
  }
  const anchor = spec.through === undefined ? undefined : anchorReader(place, spec.through);
  if (anchor === undefined) return () => undefined;
  return (value) => {
    const {log10C, score} = anchor(value);
    const law = {E: E(value), a: a(value)};
    const reducible = score - law.E;
    return reducible > 0 ? powerLawCurve({...law, k: reducible * pow10(law.a * log10C)}) : undefined;
  };
}

function straightOrSigmoid(spec: Spec<"log-linear"> | Spec<"logistic">, place: Place): CurveReader {
  const falling = place.scenario.metrics[place.metric]?.better === "lower" ? -1 : 1;
  const anchor = anchorReader(place, spec.through);
  const slope = readerOf(place, "slope", spec.slope);
  if (anchor === undefined) return () => undefined;
  return (value) => {
    const point = {...anchor(value), slope: falling * slope(value)};
    if (spec.law === "log-linear") return logLinearCurve(point);
    const {floor, ceiling} = spec;
    const done = (point.score - floor) / (ceiling - floor);
    const isBetween = done > 0 && done < 1 && point.slope / (ceiling - floor) > 0;
    return isBetween ? logisticCurve({...point, floor, ceiling}) : undefined;
  };
}

/** The closures of formulas, each made once. */
const compiled = new WeakMap<Expression, (values: Float64Array) => number>();

function formula({formula: {expression}, parameters}: Spec<"formula">, place: Place): CurveReader {
  if (expression === undefined) return () => undefined;
  const {compileExpression, formulaCurve} = furtherLaws();
  const names = Object.keys(parameters);
  const evaluate = compiled.get(expression) ?? compileExpression(expression, ["C", ...names]);
  compiled.set(expression, evaluate);
  const readers = names.map((name) => readerOf(place, name, parameters[name]));
  return (value) => {
    const values = new Float64Array(names.length + 1);
    readers.forEach((read, i) => (values[i + 1] = read(value)));
    return formulaCurve((log10C) => {
      values[0] = pow10(log10C);
      return evaluate(values);
    });
  };
}

function readerOfSpec(spec: CurveSpec, place: Place): CurveReader {
  switch (spec.law) {
    case "log-linear":
    case "logistic":
      return straightOrSigmoid(spec, place);
    case "power-law":
      return powerLaw(spec, place);
    case "chinchilla":
      return chinchilla(spec, place);
    case "kaplan": {
      const {kaplan2020, kaplanCurve} = furtherLaws();
      const policy = policyReader(place, spec.policy);
      return (value) => kaplanCurve(kaplan2020, policy(value));
    }
    case "two-step": {
      const {twoStepCurve} = furtherLaws();
      const loss = readerOfSpec(spec.loss, place);
      return (value) => {
        const curve = loss(value);
        return curve && twoStepCurve(curve, spec.link);
      };
    }
    case "formula":
      return formula(spec, place);
  }
}

/** How to read a recipe's own curve on a metric; undefined where it has none. */
export function curveReader(scenario: Scenario, recipe: Recipe | undefined, metric: string): CurveReader | undefined {
  const spec = recipe?.curve?.[metric];
  if (recipe === undefined || spec === undefined) return undefined;
  return readerOfSpec(spec, {scenario, metric, address: `recipes.${recipe.id}.curve.${metric}`});
}
