import {furtherLaws} from "./furtherLaws.ts";
import type {Quantity} from "./quantity.ts";
import type {CurveSpec} from "./schema.ts";

/** The quantities of a curve a person can set, by name: its slope, the parameters of its law, its mix. */
export function curveQuantities(spec: CurveSpec): Readonly<Record<string, Quantity>> {
  switch (spec.law) {
    case "log-linear":
    case "logistic":
      return {slope: spec.slope};
    case "power-law":
      return given({E: spec.E, a: spec.a, k: spec.k});
    case "chinchilla": {
      const law = typeof spec.parameters === "string" ? {} : spec.parameters;
      return given({...law, ...mixOf(spec.policy), unique: spec.unique});
    }
    case "kaplan":
      return mixOf(spec.policy);
    case "two-step":
      return curveQuantities(spec.loss);
    case "formula":
      return spec.parameters;
  }
}

const mixOf = (policy: Extract<CurveSpec, {law: "kaplan"}>["policy"]): Readonly<Record<string, Quantity>> =>
  policy === "compute-optimal" ? {} : {tokensPerParameter: policy.tokensPerParameter};

function given(quantities: Readonly<Record<string, Quantity | undefined>>): Record<string, Quantity> {
  return Object.fromEntries(
    Object.entries(quantities).filter((entry): entry is [string, Quantity] => entry[1] !== undefined)
  );
}

/** The curve with another quantity of that name; as it is where it has none of that name. */
export function withCurveQuantity(spec: CurveSpec, name: string, quantity: Quantity): CurveSpec {
  if (!Object.hasOwn(curveQuantities(spec), name)) return spec;
  switch (spec.law) {
    case "log-linear":
    case "logistic":
      return {...spec, slope: quantity};
    case "power-law":
      return {...spec, [name]: quantity};
    case "chinchilla":
      if (name === "tokensPerParameter") return {...spec, policy: {tokensPerParameter: quantity}};
      if (name === "unique") return {...spec, unique: quantity};
      return typeof spec.parameters === "string" ? spec : {...spec, parameters: {...spec.parameters, [name]: quantity}};
    case "kaplan":
      return {...spec, policy: {tokensPerParameter: quantity}};
    case "two-step": {
      const loss = withCurveQuantity(spec.loss, name, quantity);
      return loss.law === "chinchilla" || loss.law === "power-law" ? {...spec, loss} : spec;
    }
    case "formula":
      return {...spec, parameters: {...spec.parameters, [name]: quantity}};
  }
}

/** Where a curve ends without limit of compute, as far as its file says: the floor of a loss, the ceiling of a score. */
export function statedLimit(spec: CurveSpec | undefined): number | undefined {
  switch (spec?.law) {
    case "logistic":
      return spec.ceiling;
    case "power-law":
      return spec.E?.value ?? 0;
    case "chinchilla":
      return typeof spec.parameters === "string"
        ? furtherLaws().chinchillaLaws[spec.parameters].E
        : (spec.parameters.E?.value ?? 0);
    case "kaplan":
      return 0;
    default:
      return undefined;
  }
}

/** The model a curve goes through, where it goes through one. */
export const throughOf = (spec: CurveSpec | undefined): string | undefined =>
  spec !== undefined && "through" in spec ? spec.through : undefined;
