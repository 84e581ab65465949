import {exp, log, pow} from "../numerics/exp.ts";
import {requireNonnegative, requirePositive} from "../numerics/ranges.ts";
import {findRoot} from "../numerics/root.ts";
import {loss, optimalAllocation, trainingCompute, type Allocation, type ScalingLaw} from "./chinchilla.ts";
import {servingCompute} from "./serving.ts";

/** Compute over the life of a model, FLOP: 6ND to train it, and 2N for each token it serves. */
export function lifetimeCompute(run: Allocation, servedTokens: number): number {
  return trainingCompute(run) + servingCompute(run.N, servedTokens);
}

/**
 * The allocation of least lifetime compute, 6 N D + 2 N served, among those that reach a loss.
 *
 * At the optimum alpha x = beta y (1 + served / 3D), x = A N^−alpha and y = B D^−beta being the two parts of the
 * reducible loss x + y. With x from the loss this is one equation in D, whose left side less its right rises with D: one
 * bracketed root. Nothing served gives the compute-optimal allocation.
 *
 * @param target loss to reach, nats per token; above E
 * @param servedTokens tokens served over the life of the model; ≥ 0
 * @throws RangeError if the loss is E or less, or the tokens are negative, or either is not finite
 * @see Sardana et al. 2023, arXiv:2401.00448, equation 2
 */
export function leastLifetimeCompute(law: ScalingLaw, target: number, servedTokens: number): Allocation {
  const {E, A, B, alpha, beta} = law;
  requireNonnegative("tokens served", servedTokens);
  if (!(target > E && target < Infinity)) {
    throw new RangeError(`invalid loss; not above the irreducible ${E} and finite: ${target}`);
  }
  const reducible = target - E;
  const third = servedTokens / 3;
  const tokensPart = (logD: number) => B * exp(-beta * logD);
  // (alpha x − beta y (1 + third / D)) over alpha times the reducible loss, with x = reducible − y.
  const balance = (logD: number) =>
    1 - (tokensPart(logD) * (alpha + beta + beta * third * exp(-logD))) / (alpha * reducible);
  const least = log((B * (alpha + beta)) / (alpha * reducible)) / beta;
  if (servedTokens === 0) return withTokens(least);
  // Where each of the two terms taken away is at most half: above the root.
  const most = Math.max(
    log((2 * B * (alpha + beta)) / (alpha * reducible)) / beta,
    log((2 * B * beta * third) / (alpha * reducible)) / (1 + beta)
  );
  // A little wider at each end, so that rounding cannot lose the root.
  return withTokens(findRoot(balance, least - 1e-9, most + 1e-9).x);

  function withTokens(logD: number): Allocation {
    return {N: pow(A / (reducible - tokensPart(logD)), 1 / alpha), D: exp(logD)};
  }
}

/** An allocation and the loss it reaches, nats per token. */
export interface AllocationWithLoss extends Allocation {
  readonly loss: number;
}

/**
 * The allocation of least loss among those whose lifetime compute, 6 N D + 2 N served, is a given total.
 *
 * At the optimum beta y (D + served / 3) = alpha x D, with N = total / (6 D + 2 served): one equation in D, of which the
 * quotient of both sides rises with D. Nothing served gives the compute-optimal allocation.
 *
 * @param total FLOP for training and serving together; > 0
 * @param servedTokens tokens served over the life of the model; ≥ 0
 * @throws RangeError if the total is not positive, or the tokens are negative, or either is not finite
 * @see Sardana et al. 2023, arXiv:2401.00448, for the two costs that share the budget
 */
export function leastLossOfLifetime(law: ScalingLaw, total: number, servedTokens: number): AllocationWithLoss {
  const {A, B, alpha, beta} = law;
  requirePositive("total compute", total);
  requireNonnegative("tokens served", servedTokens);
  const third = servedTokens / 3;
  const parameters = (D: number) => total / (6 * (D + third));
  const start = optimalAllocation(law, total);
  if (servedTokens === 0) return {...start, loss: loss(law, start)};
  const logRatio = log((alpha * A) / (beta * B));
  const balance = (logD: number) => {
    const D = exp(logD);
    return logRatio - alpha * log(parameters(D)) + beta * logD + logD - log(D + third);
  };
  // The balance rises at least as fast as beta logD: what is missing at the start, over beta, brackets the root.
  const from = log(start.D);
  const reach = Math.abs(balance(from)) / beta + 1;
  const D = exp(findRoot(balance, from - reach, from + reach).x);
  const run = {N: parameters(D), D};
  return {...run, loss: loss(law, run)};
}

/**
 * The tokens D with which N parameters reach a loss; NaN where no number of tokens does.
 *
 * @param target loss to reach, nats per token
 */
export function tokensForLoss({E, A, B, alpha, beta}: ScalingLaw, target: number, N: number): number {
  const left = target - E - A * pow(N, -alpha);
  return left > 0 ? pow(B / left, 1 / beta) : NaN;
}

/**
 * The tokens served for which N parameters are the size of least lifetime compute at a loss: the inverse of
 * leastLifetimeCompute. 0 for the compute-optimal size and any above; NaN where N reaches the loss with no tokens.
 *
 * From alpha x = beta y (1 + served / 3D): served = 3 D (alpha x / (beta y) − 1).
 *
 * @param target loss to reach, nats per token
 * @see Sardana et al. 2023, arXiv:2401.00448, equation 2
 */
export function servedForSize(law: ScalingLaw, target: number, N: number): number {
  const {A, B, alpha, beta} = law;
  const D = tokensForLoss(law, target, N);
  const [x, y] = [A * pow(N, -alpha), B * pow(D, -beta)];
  return Number.isNaN(D) ? NaN : Math.max(0, 3 * D * ((alpha * x) / (beta * y) - 1));
}
