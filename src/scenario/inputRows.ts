import type {InputKind} from "./inputs.ts";
import type {Bounds} from "./quantityRange.ts";

// Rows of the table of inputs that the sections of agents, thinking and reinforcement learning have in common.

/** A chance that decides between two outcomes must leave both possible. */
export const inside: Bounds = {above: 0, below: 1};

/** Not even none of it. */
export const some: Bounds = {above: 0};

/** A share, 0 to 1, on a linear slider. */
export const shareRow = (path: string, label: string, help: string): InputKind => ({
  path,
  label,
  unit: "of 1",
  quantity: "share",
  scale: "linear",
  range: [0, 1],
  step: 0.01,
  ticks: [0, 0.25, 0.5, 0.75, 1],
  help
});

/** A count of tokens above 0. */
export const tokensRow = (path: string, label: string, help: string): InputKind => ({
  path,
  label,
  unit: "tokens",
  quantity: "tokens",
  scale: "log",
  range: [100, 1e6],
  step: 1.05,
  ticks: [100, 1000, 10_000, 100_000, 1e6],
  help
});

/** An amount that may be none, on a log slider; a field takes 0. */
export const amountRow = (
  path: string,
  label: string,
  unit: string,
  range: readonly [number, number],
  ticks: readonly number[],
  help: string
): InputKind => ({path, label, unit, quantity: "amount", scale: "log", range, step: 1.05, ticks, help});

/** A number above 0 on a log slider. */
export const numberRow = (
  path: string,
  label: string,
  range: readonly [number, number],
  ticks: readonly number[],
  help: string
): InputKind => ({path, label, unit: "", quantity: "coefficient", scale: "log", range, step: 1.02, ticks, help});

/** A factor on a log slider. */
export const factorRow = (
  path: string,
  label: string,
  range: readonly [number, number],
  ticks: readonly number[],
  help: string
): InputKind => ({path, label, unit: "×", quantity: "gain", scale: "log", range, step: 1.05, ticks, help});
