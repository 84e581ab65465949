import type {Cost} from "./schema.ts";

type Setup = Cost["setups"][number];

/** The setup at whose prices another is billed: the one that it names, or itself. */
export const pricedBy = (cost: Cost | undefined, setup: Setup): Setup =>
  cost?.setups.find(({id}) => id === setup.pricesOf) ?? setup;

/** A setup with the prices it is billed at, where they come from and what they rest on. */
export function withPrices(cost: Cost | undefined, setup: Setup): Setup {
  const from = pricedBy(cost, setup);
  if (from === setup) return setup;
  const {inputPrice, outputPrice, priceBasis} = from;
  const {inputPrice: ofInput, outputPrice: ofOutput, price} = from.evidence ?? {};
  const evidence = {...setup.evidence, inputPrice: ofInput, outputPrice: ofOutput, price};
  return {...setup, inputPrice, outputPrice, priceBasis, evidence};
}
