import {trainingCompute} from "../laws/chinchilla.ts";
import type {Allocation} from "../laws/chinchilla.ts";
import {leastLifetimeCompute, lifetimeCompute} from "../laws/inferenceAware.ts";
import {servingCompute} from "../laws/serving.ts";
import {dollarsPerFlop} from "../laws/trainingCost.ts";
import {chinchillaLaws} from "../scenario/chinchillaLaws.ts";
import type {Scenario} from "../scenario/schema.ts";
import {drawPart} from "./costDraws.ts";
import type {DrawnPart} from "./costDraws.ts";
import {centralCosts} from "./costReaders.ts";
import {tokensOf} from "./setupWork.ts";
import type {CostNumbers} from "./costReaders.ts";
import type {Interval} from "./draws.ts";
import {knownInterval} from "./drawRecord.ts";
import {optional, reader} from "./readers.ts";
import {central} from "./valuation.ts";
import type {Valuation} from "./valuation.ts";
import {oncePerScenario} from "./oncePerScenario.ts";

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

function lifetimeReader({cost}: Scenario): ((value: Valuation, numbers: CostNumbers) => LifetimeNumbers) | undefined {
  if (cost?.lifetime === undefined) return undefined;
  const law = chinchillaLaws[cost.lifetime.law];
  const readLoss = reader("cost.lifetime.loss", cost.lifetime.loss);
  const {of, served: stated} = cost.lifetime;
  const readServed = optional("cost.lifetime.served", stated);
  const nowhere: Allocation = {N: NaN, D: NaN};
  return (value, {tasks, setups, training: trained, serving: servedOn}) => {
    const setup = of === undefined ? undefined : setups.get(of);
    const loss = readLoss(value);
    const served = setup === undefined ? readServed(value) : tasks * tokensOf(setup);
    // Of a setup without tokens nothing is told.
    const reached = loss > law.E && served < Infinity;
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
export const costLifetime = oncePerScenario((scenario): LifetimeNumbers | undefined => {
  const numbers = centralCosts(scenario);
  return numbers && lifetimeReader(scenario)?.(central, numbers);
});

/** The 90 % intervals of a lifetime optimum; a number that some draw does not have is left out. */
export type LifetimeIntervals = Readonly<Partial<Record<keyof LifetimeNumbers, Interval>>>;

/** The lifetime optimum, to be drawn; undefined where none is asked for. */
export function lifetimePart(scenario: Scenario): DrawnPart<LifetimeIntervals> | undefined {
  const read = lifetimeReader(scenario);
  if (read === undefined) return undefined;
  const start = "lifetime ";
  return {
    read: (value, numbers) =>
      Object.fromEntries(Object.entries(read(value, numbers)).map(([key, number]) => [start + key, number as number])),
    gather: (drawn) =>
      Object.fromEntries(
        [...drawn].flatMap(([name, values]) => {
          const found = name.startsWith(start) ? knownInterval(values) : undefined;
          return found === undefined ? [] : [[name.slice(start.length), found]];
        })
      )
  };
}

/** How sure a lifetime optimum is, from seeded draws; undefined where none is asked for. */
export function lifetimeUncertainty(
  scenario: Scenario,
  uncertainty = scenario.uncertainty
): LifetimeIntervals | undefined {
  return drawPart(scenario, lifetimePart(scenario), uncertainty);
}
