import {lifetimeCompute, tokensForLoss} from "../laws/inferenceAware.ts";
import {trainingCompute} from "../laws/chinchilla.ts";
import {servingCompute} from "../laws/serving.ts";
import {log10, pow, pow10} from "../numerics/exp.ts";
import {chinchillaLaws} from "../scenario/chinchillaLaws.ts";
import type {Scenario} from "../scenario/schema.ts";
import {costLifetime} from "./costLifetime.ts";
import type {LifetimeNumbers} from "./costLifetime.ts";

const places = 81;
/** Sizes beyond the compute-optimal one that show, log10. */
const beyond = 0.7;

/** Compute over a life by size, at one loss: all log10. */
export interface LifetimeCurves {
  readonly numbers: LifetimeNumbers;
  /** Sizes on show, log10 parameters: from the smallest that reaches the loss to past the compute-optimal one. */
  readonly domain: readonly [number, number];
  readonly rows: readonly {
    readonly x: number;
    readonly training: number;
    readonly serving: number;
    readonly total: number;
  }[];
}

/** The curves whose lowest point is the size of least lifetime compute; undefined where none is asked for or reached. */
export function lifetimeCurves(scenario: Scenario): LifetimeCurves | undefined {
  const numbers = costLifetime(scenario);
  const {lifetime} = scenario.cost ?? {};
  if (numbers === undefined || lifetime === undefined || Number.isNaN(numbers.total)) return undefined;
  const law = chinchillaLaws[lifetime.law];
  const {loss, served} = numbers;
  const smallest = log10(pow(law.A / (loss - law.E), 1 / law.alpha));
  const domain = [smallest, log10(numbers.optimalParameters) + beyond] as const;
  const rows = Array.from({length: places}, (_, i) => {
    // Closer together near the smallest size, where the tokens run away.
    const share = (i + 1) / places;
    const x = domain[0] + (domain[1] - domain[0]) * share * share;
    const N = pow10(x);
    const run = {N, D: tokensForLoss(law, loss, N)};
    return {
      x,
      training: log10(trainingCompute(run)),
      serving: log10(servingCompute(N, served)),
      total: log10(lifetimeCompute(run, served))
    };
  });
  return {numbers, domain, rows};
}
