import {toTheCent} from "../laws/serving.ts";
import {withPrices} from "../scenario/prices.ts";
import type {Scenario} from "../scenario/schema.ts";
import {centralCosts} from "./costReaders.ts";
import type {CostNumbers, Setup, SetupNumbers} from "./costReaders.ts";
import type {Interval} from "./draws.ts";
import {drawPart} from "./costDraws.ts";
import type {DrawnPart} from "./costDraws.ts";
import {knownInterval} from "./drawRecord.ts";
import {oncePerScenario} from "./oncePerScenario.ts";
import {mostPenaltyDraws} from "./thinkingUncertainty.ts";

/** A bill beside what was measured: tokens times prices, to the cent. */
export interface Bill {
  /** Tokens times prices, rounded as a bill is. */
  readonly computed: number;
  /** What was measured; undefined: not disclosed. */
  readonly measured?: number;
  /** Whether both are the same to the cent; undefined where nothing was measured. */
  readonly agrees?: boolean;
}

/** A setup with its central numbers. */
export interface SetupCost {
  /** With the prices that it is billed at, be they of another setup. */
  readonly setup: Setup;
  readonly numbers: SetupNumbers;
  /** Where it is billed by its price. */
  readonly bill?: Bill;
  /** Nobody disclosed the training compute: what hangs on it is as the reader placed it. */
  readonly placed: boolean;
}

/** All central costs of a scenario. */
export interface Costs {
  readonly numbers: CostNumbers;
  readonly setups: readonly SetupCost[];
}

function billOf(setup: Setup, {servingDollars}: SetupNumbers): Bill | undefined {
  if (setup.bill === "hardware" || Number.isNaN(servingDollars)) return undefined;
  const computed = toTheCent(servingDollars);
  const {measured} = setup;
  return measured === undefined ? {computed} : {computed, measured, agrees: computed === toTheCent(measured)};
}

/** What every setup of a scenario costs, at the central values; undefined where it holds no costs. */
export const costs = oncePerScenario((scenario): Costs | undefined => {
  const numbers = centralCosts(scenario);
  if (numbers === undefined) return undefined;
  const setups = (scenario.cost?.setups ?? []).flatMap((stated): readonly SetupCost[] => {
    const setup = withPrices(scenario.cost, stated);
    const own = numbers.setups.get(setup.id);
    if (own === undefined) return [];
    const bill = billOf(setup, own);
    const basis = scenario.models.find(({id}) => id === setup.model)?.basis;
    const placed = basis === "placed" && setup.chips === undefined;
    return [{setup, numbers: own, ...(bill === undefined ? {} : {bill}), placed}];
  });
  return {numbers, setups};
});

/** The 90 % intervals of a setup's numbers; undefined where some draw has none. */
export type SetupIntervals = Readonly<Partial<Record<keyof SetupNumbers, Interval>>>;

/** What a penalty picks, whose interval is the one that the view of thinking shows: from as many draws as there. */
const pickedKeys: readonly string[] = ["output", "score"];

/** The numbers of every setup, to be drawn. */
export function setupsPart(scenario: Scenario): DrawnPart<ReadonlyMap<string, SetupIntervals>> {
  const {setups: all = []} = scenario.cost ?? {};
  const ids = all.map(({id}) => id);
  const picked = new Set(
    all.filter(({takes}) => takes?.section === "thinking" && takes.penalty !== undefined).map(({id}) => id)
  );
  return {
    read: (_value, {setups}) =>
      Object.fromEntries(
        [...setups].flatMap(([id, numbers]) =>
          Object.entries(numbers).map(([key, number]) => [`setup ${id} ${key}`, number as number])
        )
      ),
    gather: (drawn) =>
      new Map(
        ids.map((id) => {
          const start = `setup ${id} `;
          const own = [...drawn].flatMap(([name, values]) => {
            if (!name.startsWith(start)) return [];
            const key = name.slice(start.length);
            const found = knownInterval(
              picked.has(id) && pickedKeys.includes(key) ? values.subarray(0, mostPenaltyDraws) : values
            );
            return found === undefined ? [] : [[key, found] as const];
          });
          return [id, Object.fromEntries(own)];
        })
      )
  };
}

/** The intervals of every setup's numbers, by its id, from seeded draws: same scenario and seed, same bits. */
export function costUncertainty(
  scenario: Scenario,
  uncertainty = scenario.uncertainty
): ReadonlyMap<string, SetupIntervals> | undefined {
  return drawPart(scenario, setupsPart(scenario), uncertainty);
}
