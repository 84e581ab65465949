import type {TaskTokens} from "./agentsCost.ts";
import {requireNonnegative, requirePositive} from "../numerics/ranges.ts";

/**
 * The compute of one token that a model reads or writes, FLOP: 2 for each active parameter.
 *
 * Attention over a long context comes on top and is left out.
 *
 * @param N active parameters; > 0
 * @throws RangeError if N is not positive and finite
 * @see Kaplan et al. 2020, arXiv:2001.08361, section 2.1
 */
export function flopPerToken(N: number): number {
  requirePositive("number of parameters", N);
  return 2 * N;
}

/**
 * The compute of so many tokens, FLOP: 2N for each.
 *
 * @throws RangeError if N is not positive, or the tokens are negative or not finite
 */
export function servingCompute(N: number, tokens: number): number {
  requireNonnegative("number of tokens", tokens);
  return flopPerToken(N) * tokens;
}

/** What a maker or host asks, dollars per million tokens; each > 0. Reasoning tokens are output. */
export interface TokenPrices {
  readonly input: number;
  readonly output: number;
}

/**
 * What tokens cost at a price, dollars: input and output tokens, each times its own price.
 *
 * @throws RangeError if a number of tokens is negative or not finite, or a price is not positive
 */
export function tokenDollars({input, output}: TaskTokens, prices: TokenPrices): number {
  requireNonnegative("number of input tokens", input);
  requireNonnegative("number of output tokens", output);
  requirePositive("price of input tokens", prices.input);
  requirePositive("price of output tokens", prices.output);
  return (input / 1e6) * prices.input + (output / 1e6) * prices.output;
}

/**
 * The price of a million output tokens at which a task costs so many dollars: the inverse of tokenDollars. Negative
 * where the input alone costs more.
 *
 * @param inputPrice of a million input tokens
 */
export function outputPriceFor(dollars: number, {input, output}: TaskTokens, inputPrice: number): number {
  return (dollars - (input / 1e6) * inputPrice) / (output / 1e6);
}

/** Dollars to the cent, halves up; what a bill or a leaderboard prints. */
export function toTheCent(dollars: number): number {
  // Halves are decimal: 0.285 is a little less in binary, and so lifted by less than any price can differ.
  return Math.round(dollars * 100 * (1 + 1e-12)) / 100;
}

/**
 * The tasks that users bring to an end in a day, each waiting for one answer at a time and then pausing.
 *
 * @param users ≥ 0
 * @param secondsPerTask from task to answer; > 0
 * @param pauseSeconds between an answer and the next task; ≥ 0
 * @throws RangeError if a number is out of its range
 */
export function tasksPerDay(users: number, secondsPerTask: number, pauseSeconds: number): number {
  requireNonnegative("number of users", users);
  requirePositive("seconds per task", secondsPerTask);
  requireNonnegative("seconds of pause", pauseSeconds);
  return (users * 86400) / (secondsPerTask + pauseSeconds);
}

/**
 * What one task costs, dollars: serving it, and its share of the training.
 *
 * The compute-equivalent gain of a recipe is a factor of the training alone: the serving bill does not hold it.
 *
 * @param tasks over which the training is spread; > 0
 * @throws RangeError if a cost is negative or not finite, or the tasks are not positive
 */
export function taskDollars(servingDollars: number, trainingDollars: number, tasks: number): number {
  requireNonnegative("cost of serving a task", servingDollars);
  requireNonnegative("cost of training", trainingDollars);
  if (!(tasks > 0)) throw new RangeError(`invalid number of tasks; not positive: ${tasks}`);
  return servingDollars + trainingDollars / tasks;
}
