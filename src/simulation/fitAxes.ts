import {log10, pow10} from "../numerics/exp.ts";

/** Share of what is shown that is left free at each end. */
const free = 0.08;

const around = (values: readonly number[]): readonly [number, number] => {
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const room = free * (high - low) || 0.05 * Math.abs(high) || 1;
  return [low - room, high + room];
};

const short = (value: number): number => Number(value.toPrecision(4));

/** The ends of an axis that shows some values with a little room. */
export function axisAround(values: readonly number[]): [number, number] {
  const [low, high] = around(values);
  return [short(low), short(high)];
}

/** The same of positive values on a log axis. */
export function logAxisAround(values: readonly number[]): [number, number] {
  const [low, high] = around(values.filter((value) => value > 0).map(log10));
  return [short(pow10(low)), short(pow10(high))];
}
