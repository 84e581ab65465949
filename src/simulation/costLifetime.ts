import {trainingCompute} from "../laws/chinchilla.ts";
import type {Allocation} from "../laws/chinchilla.ts";
import {leastLifetimeCompute, lifetimeCompute} from "../laws/inferenceAware.ts";
import {servingCompute} from "../laws/serving.ts";
import {dollarsPerFlop} from "../laws/trainingCost.ts";
import {chinchillaLaws} from "../scenario/curveParameters.ts";
import type {Scenario} from "../scenario/schema.ts";
import {costReader} from "./costReaders.ts";
import type {Interval} from "./draws.ts";
import {drawRecord, knownInterval} from "./drawRecord.ts";
import {reader} from "./readers.ts";
import {central} from "./valuation.ts";
import type {Valuation} from "./valuation.ts";

/** The size of least lifetime compute, beside the compute-optimal one of the same loss; NaN where no size reaches it. */
export interface LifetimeNumbers {
  readonly loss: number;
  readonly served: number;
  readonly parameters: number;
  readonly tokens: number;
  /** FLOP to train it, to serve with it, and both. */
  readonly training: number;
  readonly serving: number;
  readonly total: number;
  /** Both in dollars, on the hardware of training and of serving. */
  readonly dollars: number;
  /** The compute-optimal run of this loss, which is the least without anything served. */
  readonly optimalParameters: number;
  readonly optimalTokens: number;
  readonly optimalTotal: number;
  /** How many times less lifetime compute than that run; at least 1. */
  readonly saving: number;
  /** How many times the tokens per parameter of that run. */
  readonly overtraining: number;
}

function lifetimeReader(scenario: Scenario): ((value: Valuation) => LifetimeNumbers) | undefined {
  const {cost} = scenario;
  const costsOf = costReader(scenario);
  if (cost?.lifetime === undefined || costsOf === undefined) return undefined;
  const law = chinchillaLaws[cost.lifetime.law];
  const readLoss = reader("cost.lifetime.loss", cost.lifetime.loss);
  const readServed = reader("cost.lifetime.served", cost.lifetime.served);
  const nowhere: Allocation = {N: NaN, D: NaN};
  return (value) => {
    const [loss, served] = [readLoss(value), readServed(value)];
    const {training: trained, serving: servedOn} = costsOf(value);
    const reached = loss > law.E;
    const best = reached ? leastLifetimeCompute(law, loss, served) : nowhere;
    const optimal = reached ? leastLifetimeCompute(law, loss, 0) : nowhere;
    const training = reached ? trainingCompute(best) : NaN;
    const serving = reached ? servingCompute(best.N, served) : NaN;
    const optimalTotal = reached ? lifetimeCompute(optimal, served) : NaN;
    return {
      loss,
      served,
      parameters: best.N,
      tokens: best.D,
      training,
      serving,
      total: training + serving,
      dollars: training * dollarsPerFlop(trained.price, trained) + serving * dollarsPerFlop(servedOn.price, servedOn),
      optimalParameters: optimal.N,
      optimalTokens: optimal.D,
      optimalTotal,
      saving: optimalTotal / (training + serving),
      overtraining: best.D / best.N / (optimal.D / optimal.N)
    };
  };
}

/** The lifetime optimum of a scenario's costs at the central values; undefined where none is asked for. */
export function costLifetime(scenario: Scenario): LifetimeNumbers | undefined {
  return lifetimeReader(scenario)?.(central);
}

/** Its 90 % intervals; a number that some draw does not have is left out. */
export function lifetimeUncertainty(
  scenario: Scenario,
  uncertainty = scenario.uncertainty
): Readonly<Partial<Record<keyof LifetimeNumbers, Interval>>> | undefined {
  const read = lifetimeReader(scenario);
  if (read === undefined) return undefined;
  const drawn = drawRecord(scenario, (value) => ({...read(value)}), uncertainty);
  return Object.fromEntries(
    [...drawn].flatMap(([key, values]) => {
      const found = knownInterval(values);
      return found === undefined ? [] : [[key, found]];
    })
  );
}
