import {simulatePowerSteps} from "../fitting/plan/simulatePower.ts";
import type {Plan, Scenario} from "../scenario/schema.ts";
import type {PlanNumbers} from "./plan.ts";
import {knownPlan} from "./knownPlan.ts";
import {mostPlanDraws, planUncertaintySteps} from "./planUncertainty.ts";
import type {PlanUncertainty} from "./planUncertainty.ts";

/** The power of simulated ladders at another budget, FLOP, or of an autopsy at another true gain. */
export interface SimulatedPower {
  readonly at: number;
  readonly power: number;
  readonly draws: number;
}

/** What the page and the picture show of simulation: the ladder on show in full, and the power beside it. */
export interface PlanDraws extends PlanUncertainty {
  readonly kind: PlanNumbers["kind"];
  /** The budget or true gain they are of. */
  readonly at: number;
  readonly beside: readonly SimulatedPower[];
}

/** So many places of the curve are simulated, where its power is neither sure nor hopeless, with fewer ladders each. */
const places = 5;
const partOfDraws = 4;
const [hopeless, sure] = [0.06, 0.995] as const;
/** Of the time all takes, what the ladder on show takes. */
const mainPart = 0.8;

/** A plan with a budget in FLOP, whichever way it was given. */
function withBudget({gpuHours: _hours, dollars: _dollars, ...plan}: Plan, budget: number): Plan {
  return {...plan, budget: {value: budget, written: budget}};
}

/** The places of the curve that are worth simulating, evenly among those there are. */
function placesOf({kind, curve, gains, question}: PlanNumbers): readonly number[] {
  const known =
    kind === "autopsy"
      ? gains.map(({gain, answer}) => ({at: gain, power: answer.power}))
      : curve.map((point) => ({at: point.budget, power: point[question.ladder]?.power ?? 0}));
  const worth = known.filter(({at, power}) => power > hopeless && power < sure && at !== question.budget);
  const step = Math.max(1, (worth.length - 1) / (places - 1));
  const chosen = Array.from({length: Math.min(places, worth.length)}, (_, i) => worth[Math.round(i * step)]?.at);
  return chosen.filter((at) => at !== undefined);
}

/** The full simulation of a scenario's plan and its power elsewhere, a step at a time; undefined where it has no answer. */
export function* planDrawsSteps(scenario: Scenario): Generator<number, PlanDraws | undefined> {
  const numbers = knownPlan(scenario);
  const {plan} = scenario;
  if (numbers?.ok !== true || plan === undefined) return undefined;
  const main = planUncertaintySteps(scenario);
  let step = main.next();
  for (; step.done !== true; step = main.next()) yield mainPart * step.value;
  if (step.value === undefined) return undefined;
  const {question} = numbers;
  const {seed} = scenario.uncertainty;
  const draws = Math.max(1, Math.floor(Math.min(scenario.uncertainty.draws, mostPlanDraws) / partOfDraws));
  const wanted = placesOf(numbers);
  const beside: SimulatedPower[] = [];
  for (const [i, at] of wanted.entries()) {
    const there =
      numbers.kind === "autopsy"
        ? {model: {...question.model, gain: at}, rungs: numbers.shown.rungs}
        : rungsAt({...scenario, plan: withBudget(plan, at)});
    if (there === undefined) continue;
    const options = {confidence: question.demand.confidence, seed, draws};
    const steps = simulatePowerSteps(there.model, there.rungs, question.noise, options);
    let drawn = steps.next();
    for (; drawn.done !== true; drawn = steps.next()) {
      yield mainPart + ((1 - mainPart) * (i + drawn.value)) / wanted.length;
    }
    beside.push({at, power: drawn.value, draws});
  }
  const at = numbers.kind === "autopsy" ? question.model.gain : (question.budget ?? numbers.shown.cost);
  return {...step.value, kind: numbers.kind, at, beside};
}

function rungsAt(scenario: Scenario) {
  const numbers = knownPlan(scenario);
  return numbers?.ok === true ? {model: numbers.question.model, rungs: numbers.shown.rungs} : undefined;
}
