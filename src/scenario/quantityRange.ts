import type {Quantity, QuantityKind} from "./quantity.ts";

/** Where the numbers of a kind lie: scores anywhere, shares from 0 to 1, amounts from 0 up, everything else above 0. */
export function isInRange(value: number, kind: QuantityKind): boolean {
  switch (kind) {
    case "score":
      return true;
    case "share":
      return value >= 0 && value <= 1;
    case "amount":
      return value >= 0;
    case "utilization":
      return value > 0 && value <= 1;
    default:
      return value > 0;
  }
}

/** What a number out of its kind's range is told: "must be greater than 0". */
export function rangeWords(kind: QuantityKind): string {
  if (kind === "share") return "must be from 0 to 1, or 0% to 100%";
  if (kind === "utilization") return "must be above 0 and at most 1, or 100%";
  return kind === "amount" ? "must be 0 or more" : "must be greater than 0";
}

/** Why the interval of a quantity cannot be drawn; undefined where it can, or where there is none. */
export function intervalFault({value, low, high}: Quantity, kind: QuantityKind): string | undefined {
  if (low === undefined || high === undefined) return undefined;
  if (!isInRange(high, kind)) return `${rangeWords(kind)}, got an upper end of ${high}`;
  if (kind !== "amount") return undefined;
  if (!(low > 0)) return `an interval must lie above 0, got ${low} to ${high}`;
  return value > 0 ? undefined : `must be above 0 beside an interval, ${low} to ${high}: take that away first`;
}
