import {log10} from "../numerics/exp.ts";
import {loss, trainingCompute} from "../laws/trainingRun.ts";
import type {ScalingLaw} from "../laws/trainingRun.ts";
import type {Quantity} from "../scenario/quantity.ts";
import type {Model} from "../scenario/schema.ts";
import type {Valuation} from "./valuation.ts";

/** A number of the scenario in one valuation; the address is put together once and not for every draw. */
export type Reader = (value: Valuation) => number;

export const noNumber: Reader = () => NaN;

/** The value of the quantity at an address. */
export function reader(address: string, quantity: Quantity): Reader {
  return (value) => value(address, quantity);
}

/** The value of a quantity that may be left out. */
export const optional = (address: string, quantity: Quantity | undefined, otherwise: Reader = noNumber): Reader =>
  quantity === undefined ? otherwise : reader(address, quantity);

/** log10 of a model's compute as it is given, or 6ND from its parameters and tokens; NaN where neither is. */
export function computeReader({id, compute, parameters, tokens}: Model): Reader {
  if (compute !== undefined) {
    const read = reader(`models.${id}.compute`, compute);
    return (value) => log10(read(value));
  }
  if (parameters === undefined || tokens === undefined) return noNumber;
  const N = reader(`models.${id}.parameters`, parameters);
  const D = reader(`models.${id}.tokens`, tokens);
  return (value) => log10(trainingCompute({N: N(value), D: D(value)}));
}

/** A model's score as it is given, or its loss by the law from its parameters and tokens; NaN where neither is. */
export function scoreReader(
  {id, score, parameters, tokens}: Model,
  metric: string,
  law: ((value: Valuation) => ScalingLaw) | undefined
): Reader {
  const own = score[metric];
  if (own !== undefined) return reader(`models.${id}.score.${metric}`, own);
  if (law === undefined || parameters === undefined || tokens === undefined) return noNumber;
  const N = reader(`models.${id}.parameters`, parameters);
  const D = reader(`models.${id}.tokens`, tokens);
  return (value) => loss(law(value), {N: N(value), D: D(value)});
}
