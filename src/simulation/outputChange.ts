import {compareScenarios} from "../scenario/compareScenarios.ts";
import type {ScenarioComparison} from "../scenario/compareScenarios.ts";
import {readInput, writeInput} from "../scenario/address.ts";
import type {Scenario} from "../scenario/schema.ts";
import {attribute} from "./attribution.ts";
import type {Attribution} from "./attribution.ts";
import {outputsOf} from "./outputs.ts";
import type {Output} from "./outputs.ts";
import type {Valuation} from "./valuation.ts";
import {central} from "./valuation.ts";

/** An output of two scenarios. */
export interface OutputPair {
  readonly id: string;
  readonly name: string;
  readonly kind: Output["kind"];
  readonly endless?: string;
  /** As `Output` reads it: log10 for gains and computes; NaN where that scenario has no such output. */
  readonly before: number;
  readonly after: number;
}

/** What became of an output, and what each changed input has to do with it. */
export interface OutputChange extends OutputPair {
  /** Its changes are the addresses of inputs, and `structure` for all that is no number. */
  readonly attribution: Attribution;
  /** Changed inputs the output does not stand on: each contributes 0. */
  readonly idle: readonly string[];
}

/** The name of the change that takes in models, recipes and choices: everything but the inputs both scenarios have. */
export const structure = "structure";

/** Paths of what no output stands on. */
const aside =
  /^(title|description|evidence|claims|thresholds|runs|uncertainty)(\.|$)|^view\.(figure|x|y|level|headline|output)$|^models\.[^.]+\.(name|short|basis|note|scoreBasis|evidence)(\.|$)/;

interface Read {
  readonly read: (value: Valuation) => number;
  readonly addresses: ReadonlySet<string>;
}

const nothing: Read = {read: () => NaN, addresses: new Set()};

/** How a scenario gives an output, looked up once for the thousands of mixtures, and the inputs it stands on. */
function readerOf(scenario: Scenario, id: string): Read {
  const output = outputsOf(scenario).find((item) => item.id === id);
  const read = output?.readerOf(scenario);
  if (read === undefined) return nothing;
  const addresses = new Set<string>();
  read((address, quantity) => {
    addresses.add(address);
    return central(address, quantity);
  });
  return {read, addresses};
}

/** Every output of either scenario, or those that are asked for, with its central value in both. */
export function outputPairs(
  before: Scenario,
  after: Scenario,
  isAsked: (id: string) => boolean = () => true
): readonly OutputPair[] {
  const outputs = new Map([...outputsOf(before), ...outputsOf(after)].map((output) => [output.id, output]));
  return [...outputs.values()]
    .filter(({id}) => isAsked(id))
    .map(({id, name, kind, endless}) => ({
      id,
      name,
      kind,
      ...(endless === undefined ? {} : {endless}),
      before: readerOf(before, id).read(central),
      after: readerOf(after, id).read(central)
    }));
}

/** The scenario in which inputs that are left out stand as the numbers they are taken for, such as a growth of 1. */
const spelledOut = (scenario: Scenario, addresses: readonly string[]): Scenario =>
  addresses.reduce((written, address) => {
    const quantity = readInput(written, address);
    return quantity === undefined ? written : writeInput(written, address, quantity);
  }, scenario);

/**
 * What became of an output between two scenarios, shared out among the inputs that were changed.
 *
 * Central values alone: an interval that was widened around the same value contributes 0. A change of models, recipes
 * or choices counts as one more change, `structure`, and so do inputs that only one of the scenarios has.
 *
 * @param id of the output, such as `gain.gpt-5-4`; see `outputsOf`
 * @returns undefined where neither scenario has the output
 */
export function outputChange(
  before: Scenario,
  after: Scenario,
  id: string,
  comparison: ScenarioComparison = compareScenarios(before, after)
): OutputChange | undefined {
  const [pair] = outputPairs(before, after, (asked) => asked === id);
  if (pair === undefined) return undefined;
  const changed = new Map(
    comparison.inputs.flatMap(({address, before: was, after: is}) =>
      was === undefined || is === undefined ? [] : [[address, {was: was.value, is: is.value}] as const]
    )
  );
  const addresses = [...changed.keys()].filter((address) => !address.startsWith("uncertainty."));
  const [own, other] = [before, after].map((scenario) => readerOf(spelledOut(scenario, addresses), id));
  const [old, fresh] = [own ?? nothing, other ?? nothing];
  const counts = addresses.filter((address) => old.addresses.has(address) || fresh.addresses.has(address));
  const isBuiltOtherwise =
    changed.size < comparison.inputs.length || comparison.structure.some(({path}) => !aside.test(path));
  const changes = [...(isBuiltOtherwise ? [structure] : []), ...counts];
  const attribution = attribute(changes, (isMade) =>
    (isMade(structure) ? fresh : old).read((address, quantity) => {
      const change = changed.get(address);
      if (change === undefined) return quantity.value;
      return isMade(address) ? change.is : change.was;
    })
  );
  const idle = comparison.inputs.map(({address}) => address).filter((address) => !changes.includes(address));
  return {...pair, attribution, idle: idle.filter((address) => changed.has(address))};
}
