import {nearest} from "./nearest.ts";
import {shapes} from "./quantity.ts";
import type {Parsed, Quantity, QuantityInput, QuantityKind, Shape} from "./quantity.ts";
import {readQuantityText, type QuantityNumbers} from "./quantityText.ts";
import type {RarerUnits} from "./rarerUnits.ts";
import {intervalFault, middle, rangeFault} from "./quantityRange.ts";
import type {Bounds} from "./quantityRange.ts";
import {accepted} from "./units.ts";

/**
 * The quantity that a file or a field holds, or what is wrong with it.
 *
 * Of an interval alone the value is the geometric mean of its ends, for a score or a share the arithmetic one.
 *
 * @param units needed only for weeks, months and other rare units of time; see `needs`
 * @param bounds where its numbers must lie; left out: where those of its kind lie
 */
export function parseQuantity(
  input: unknown,
  kind: QuantityKind,
  units?: RarerUnits,
  bounds?: Bounds
): Parsed<Quantity> {
  const parsed = parseForms(input, {kind, units, bounds});
  if (!parsed.ok) return parsed;
  const fault = intervalFault(parsed.value, kind, bounds);
  return fault === undefined ? parsed : fail(fault);
}

/** What every step of reading a quantity needs to know. */
interface Wanted {
  readonly kind: QuantityKind;
  readonly units: RarerUnits | undefined;
  readonly bounds: Bounds | undefined;
}

function parseForms(input: unknown, wanted: Wanted): Parsed<Quantity> {
  const {kind} = wanted;
  if (typeof input === "number" || typeof input === "string") {
    const numbers = readNumbers(input, wanted);
    return numbers.ok ? {ok: true, value: quantityOf(numbers.value, kind, input)} : numbers;
  }
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return fail(`must be a number, a text or {low, high}, got ${typeName(input)}; ${accepted[kind]}`);
  }
  return parseInterval(input, wanted);
}

/** Whether a quantity, or anything inside a document, holds a text that cannot be read without the rarer units. */
export function needsRarerUnits(input: unknown): boolean {
  const waiting = [input];
  const seen = new Set<unknown>();
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === "string") {
      const parsed = readQuantityText(next, "compute");
      if (!parsed.ok && parsed.needs !== undefined) return true;
    } else if (typeof next === "object" && next !== null && !seen.has(next)) {
      seen.add(next);
      for (const value of Object.values(next)) waiting.push(value);
    }
  }
  return false;
}

const fail = (message: string, path?: readonly string[]): Parsed<never> => ({ok: false, message, ...(path && {path})});

function typeName(input: unknown): string {
  if (input === null) return "null";
  if (Array.isArray(input)) return "a list";
  return typeof input === "boolean" ? String(input) : typeof input;
}

function readNumbers(input: number | string, {kind, units, bounds}: Wanted): Parsed<QuantityNumbers> {
  if (typeof input === "string") return readQuantityText(input, kind, units, bounds);
  if (!Number.isFinite(input)) return fail(`must be a finite number, got ${input}`);
  const fault = rangeFault([input], kind, bounds);
  return fault !== undefined ? fail(fault) : {ok: true, value: {value: input}};
}

const keys = ["value", "low", "high"] as const;

/** A quantity that is never negative must not be drawn below 0: beyond this many deviations no draw falls. */
const deviations = 5;

/** The shape an interval states, checked against what the quantity may be. */
function parseShape(shape: unknown, {value, low, high}: Quantity, kind: QuantityKind): Parsed<{shape?: Shape}> {
  if (shape === undefined) return {ok: true, value: {}};
  const known = shapes.find((item) => item === shape);
  if (known === undefined)
    return fail(
      `shape must be one of ${shapes.join(", ")}, got ${typeof shape === "string" ? `"${shape}"` : typeName(shape)}`,
      ["shape"]
    );
  if (known === "log-normal" && !((low ?? value) > 0)) {
    return fail("a log-normal interval must lie above 0", ["shape"]);
  }
  if (known === "normal" && kind !== "score" && kind !== "share") {
    const least = value - (deviations / z95) * (value - (low ?? value));
    if (!(least > 0)) {
      return fail(
        `a normal interval of ${String(low)} to ${String(high)} would be drawn below 0, where nothing of its kind lies; leave the shape out for a log-normal one`,
        ["shape"]
      );
    }
  }
  return {ok: true, value: {shape: known}};
}

/** The standard normal variable at its 95 % quantile. */
const z95 = 1.6448536269514722;

function parseInterval(input: object, wanted: Wanted): Parsed<Quantity> {
  const {kind} = wanted;
  const fields = new Map<string, unknown>(Object.entries(input));
  for (const key of fields.keys()) {
    if (key === "shape" || keys.some((known) => known === key)) continue;
    const meant = nearest(key, [...keys, "shape"]);
    const advice = meant === undefined ? "an interval has value, low and high" : `did you mean "${meant}"?`;
    return fail(`unknown key "${key}"; ${advice}`, [key]);
  }
  const numbers: {value?: number; low?: number; high?: number} = {};
  for (const key of keys) {
    if (!fields.has(key)) {
      if (key === "value") continue;
      return fail(`${key} is missing; an interval is {low, high} or {value, low, high}`);
    }
    const field = parseEnd(fields.get(key), key, wanted);
    if (!field.ok) return {...field, path: [key]};
    numbers[key] = field.value;
  }
  const {low = NaN, high = NaN} = numbers;
  if (low > high) {
    return fail(`low must not be above high, got ${String(fields.get("low"))} and ${String(fields.get("high"))}`);
  }
  // every field has been read from a number or a text, which is what QuantityInput says
  const quantity = quantityOf(numbers, kind, input as QuantityInput);
  const shape = parseShape(fields.get("shape"), quantity, kind);
  return shape.ok ? {ok: true, value: {...quantity, ...shape.value}} : shape;
}

function parseEnd(input: unknown, key: string, wanted: Wanted): Parsed<number> {
  if (typeof input !== "number" && typeof input !== "string") {
    return fail(`${key} must be a number or a text, got ${typeName(input)}; ${accepted[wanted.kind]}`);
  }
  const numbers = readNumbers(input, wanted);
  if (!numbers.ok) return numbers;
  const {value, low, bound} = numbers.value;
  if (value === undefined || low !== undefined || bound !== undefined) {
    return fail(`${key} must be a single number, got "${input}"`);
  }
  return {ok: true, value};
}

function quantityOf(numbers: QuantityNumbers, kind: QuantityKind, written: QuantityInput): Quantity {
  const {value, low, high, bound} = numbers;
  const interval = low !== undefined && high !== undefined ? {low, high} : {};
  return {
    value: value ?? middle(low ?? NaN, high ?? NaN, kind),
    ...interval,
    ...(bound && {bound}),
    written
  };
}
