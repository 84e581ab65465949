import {symmetricEigen} from "../numerics/eigen.ts";
import type {Fit} from "./fit.ts";

/** Information in a direction below this part of the largest, parameters being scaled to one another, is none. */
const leastInformation = 1e-4;

/** A parameter belongs to such a direction if it makes this much of it. */
const leastPart = 0.3;

/** The condition of an information matrix, its parameters scaled to one another, and what goes together in it. */
export function toldApart(
  information: readonly (readonly number[])[],
  names: readonly string[]
): Pick<Fit, "condition" | "confounded"> {
  const size = information.map((row, i) => Math.sqrt(row[i]!));
  const scaled = information.map((row, i) => row.map((value, j) => value / (size[i]! * size[j]! || 1)));
  const {values, vectors} = symmetricEigen(scaled);
  const largest = values[values.length - 1]!;
  const weak = values.flatMap((value, i) => (value < leastInformation * largest ? [vectors[i]!] : []));
  return {
    condition: Math.sqrt(largest / Math.max(values[0]!, largest * 1e-32)),
    confounded: names.filter((_, i) => size[i] === 0 || weak.some((vector) => Math.abs(vector[i]!) > leastPart))
  };
}
