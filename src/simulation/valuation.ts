import type {Quantity} from "../scenario/quantity.ts";

/**
 * What a quantity is worth: its central value, or its value in one draw.
 *
 * The science is written once against this; the central answer and each draw differ only in the valuation they pass.
 *
 * @param address where the quantity stands, such as `models.muse-spark.compute`: inputs are drawn by address
 */
export type Valuation = (address: string, quantity: Quantity) => number;

/** Every quantity at its central value. */
export const central: Valuation = (_, {value}) => value;
