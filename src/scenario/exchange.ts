import {readInput, writeInput} from "./address.ts";
import {gainEvidence, withGainEvidence} from "./ownEvidence.ts";
import type {EvidenceOf} from "./ownEvidence.ts";
import {parseQuantity} from "./parseQuantity.ts";
import type {Quantity, QuantityInput, QuantityKind} from "./quantity.ts";
import type {Evidence, Model, Scenario} from "./schema.ts";

/** Another figure for a number that a scenario stands on, and the scenario that stands on that one instead. */
export interface Exchange {
  /** The input: `models.llama-4-maverick.compute`. */
  readonly address: string;
  /** The figure the input has now, as its list of evidence names it first. */
  readonly inUse: Evidence;
  readonly other: Evidence;
  /** The quantity that the other figure makes of the input. */
  readonly quantity: Quantity;
  /** The interval is the one that was there: the other figure has none, and lies inside it. */
  readonly keepsInterval: boolean;
  readonly scenario: Scenario;
}

type PlaceKind = Extract<QuantityKind, "compute" | "gain" | "score" | "parameters" | "tokens">;

/** An input, the ids of its evidence and what becomes of the scenario when they stand in another order. */
interface Place {
  readonly address: string;
  readonly kind: PlaceKind;
  readonly ids: readonly string[];
  readonly withIds: (scenario: Scenario, ids: readonly string[], first: Evidence) => Scenario;
}

/** Units in which a figure can stand behind an input of a kind; a score has those of its metric. */
const units: Readonly<Record<PlaceKind, RegExp>> = {
  compute: /^FLOP$/,
  gain: /^(times\b|×$|x$)/,
  score: /./,
  parameters: /^parameters$/,
  tokens: /^tokens$/
};

const changed = <T extends {readonly id: string}>(
  items: readonly T[],
  id: string,
  edit: (item: T) => T
): readonly T[] => items.map((item) => (item.id === id ? edit(item) : item));

/** A compute that somebody has put a number to is no longer the reader's. */
function basisBy({basis}: Model, {kind}: Evidence): Model["basis"] {
  if (basis !== "placed") return basis;
  return kind === "maker" || kind === "measured" ? "known" : "estimate";
}

const modelKinds = {compute: "compute", gain: "gain", parameters: "run", tokens: "run", score: "score"} as const;

function modelPlaces({id, evidence, score}: Model): readonly Place[] {
  const keyOf = (kind: keyof typeof modelKinds) => (evidence?.[kind] === undefined ? modelKinds[kind] : kind);
  const place = (kind: keyof typeof modelKinds, address: string): Place => ({
    address,
    kind,
    ids: evidence?.[keyOf(kind)] ?? [],
    withIds: (scenario, ids, first) => ({
      ...scenario,
      models: changed(scenario.models, id, (model) => ({
        ...model,
        ...(kind === "compute" ? {basis: basisBy(model, first)} : {}),
        evidence: {...model.evidence, [keyOf(kind)]: ids}
      }))
    })
  });
  const [metric, ...others] = Object.keys(score);
  return [
    place("compute", `models.${id}.compute`),
    place("gain", `models.${id}.gain`),
    place("parameters", `models.${id}.parameters`),
    place("tokens", `models.${id}.tokens`),
    // Of several scores it is not said which one the evidence is of.
    ...(metric !== undefined && others.length === 0 ? [place("score", `models.${id}.score.${metric}`)] : [])
  ];
}

/** Claims, thresholds and gains of recipes, which have one list of evidence each. */
function otherPlaces({claims, thresholds, recipes}: Scenario): readonly Place[] {
  const place = (section: "claims" | "thresholds" | "recipes", key: string, kind: PlaceKind) => {
    return ({id, evidence}: {readonly id: string; readonly evidence?: EvidenceOf}): Place => ({
      address: `${section}.${id}.${key}`,
      kind,
      ids: gainEvidence(evidence),
      withIds: (scenario, ids) => ({
        ...scenario,
        [section]: changed<{readonly id: string}>(scenario[section], id, (item) => ({
          ...item,
          evidence: withGainEvidence(evidence, ids)
        }))
      })
    });
  };
  return [
    ...claims.map(place("claims", "ratio", "gain")),
    ...thresholds.map(place("thresholds", "compute", "compute")),
    ...recipes.map(place("recipes", "gain", "gain"))
  ];
}

/** The figure as a file would write it: an interval or a bound where it has one; undefined where it has no number. */
function inputOf({value, low, high}: Evidence): QuantityInput | undefined {
  const hasEnds = low !== undefined && high !== undefined;
  if (value === null) return hasEnds ? {low, high} : undefined;
  if (hasEnds) return {value, low, high};
  if (low === value) return `over ${value}`;
  return high === value ? `under ${value}` : value;
}

/** What a figure makes of an input; undefined where it has no number, or none that the input takes. */
function quantityOf(
  other: Evidence,
  before: Quantity,
  kind: QuantityKind
): {readonly quantity: Quantity; readonly keepsInterval: boolean} | undefined {
  const input = inputOf(other);
  const {low, high} = before;
  const keepsInterval =
    typeof input === "number" && low !== undefined && high !== undefined && low <= input && input <= high;
  const parsed = parseQuantity(keepsInterval ? {value: input, low, high} : input, kind);
  return parsed.ok ? {quantity: parsed.value, keepsInterval} : undefined;
}

const longestList = 20;

function exchangesAt(
  scenario: Scenario,
  {address, kind, ids, withIds}: Place,
  find: (id: string) => Evidence | undefined
): readonly Exchange[] {
  const before = readInput(scenario, address);
  if (before === undefined) return [];
  const fits = ({unit, quantity}: Evidence) => units[kind].test(unit) && !quantity.startsWith("total-");
  const inUse = ids.flatMap((id) => find(id) ?? []).find(fits);
  if (inUse === undefined) return [];
  return (inUse.conflictsWith ?? []).flatMap((id): readonly Exchange[] => {
    const other = find(id);
    // Only a figure of the same thing can take its place.
    if (other?.unit !== inUse.unit || other.quantity !== inUse.quantity) return [];
    const exchanged = quantityOf(other, before, kind);
    if (exchanged === undefined) return [];
    const order = [id, ...ids.filter((listed) => listed !== id)].slice(0, longestList);
    const written = writeInput(scenario, address, exchanged.quantity);
    return [{address, inUse, other, ...exchanged, scenario: withIds(written, order, other)}];
  });
}

/**
 * Every figure in conflict with one that the scenario uses that could take its place, and the scenario in which it does.
 *
 * The other figure brings its own interval or bound; where it has neither, the interval there is stays as long as it
 * holds the new value, since a second opinion is no reason to be surer. Its id comes first in the list of evidence, so
 * that the exchange back is offered next. Constants of a loss law are fitted together and are not exchanged one by one.
 */
export function exchangesOf(scenario: Scenario, find: (id: string) => Evidence | undefined): readonly Exchange[] {
  const places = [...scenario.models.flatMap(modelPlaces), ...otherPlaces(scenario)];
  return places.filter(({ids}) => ids.length > 0).flatMap((place) => exchangesAt(scenario, place, find));
}
