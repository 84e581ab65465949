import {writeInput} from "../scenario/address.ts";
import {canSetInput} from "../scenario/canSetInput.ts";
import {checkScenario} from "../scenario/check.ts";
import {inputKindOf} from "../scenario/inputs.ts";
import {limits} from "../scenario/limits.ts";
import {inputAt, inputsOf} from "../scenario/inputList.ts";
import type {Misfit} from "../scenario/misfit.ts";
import {nearest} from "../scenario/nearest.ts";
import {formatPath} from "../scenario/places.ts";
import {withoutUnit} from "../scenario/ownUnit.ts";
import {parseQuantity} from "../scenario/parseQuantity.ts";
import {loadRarerUnits} from "../scenario/rarerUnits.ts";
import type {Scenario} from "../scenario/schema.ts";
import {CommandError, remark} from "./io.ts";

/** The scenario with an input set from the command line, `models.muse-spark.compute=5e25`. */
async function withInput(scenario: Scenario, assignment: string): Promise<Scenario> {
  const at = assignment.indexOf("=");
  const address = assignment.slice(0, at).trim();
  const text = assignment.slice(at + 1).trim();
  if (at < 1) throw new CommandError(`--set takes address=value, got ${assignment}`);
  const kind = inputKindOf(address);
  if (kind === undefined || !canSetInput(scenario, address)) {
    const known = inputsOf(scenario).map((input) => input.address);
    const near = nearest(address, known);
    throw new CommandError(
      `--set ${address}: names no input of this scenario${near === undefined ? `; such as ${known[0] ?? "none"}` : `; did you mean "${near}"?`}`
    );
  }
  const {quantity, bounds, unit} = inputAt(scenario, address)?.kind ?? kind;
  if (quantity === "count") throw new CommandError(`--set ${address}: use --seed or --draws`);
  const plain = withoutUnit(text, unit);
  const first = parseQuantity(plain, quantity, undefined, bounds);
  const parsed =
    first.ok || first.needs === undefined ? first : parseQuantity(plain, quantity, await loadRarerUnits(), bounds);
  if (!parsed.ok)
    throw new CommandError(
      `--set ${address}: ${parsed.message}${parsed.hint === undefined ? "" : ` (${parsed.hint})`}`
    );
  return writeInput(scenario, address, parsed.value);
}

/** Says what no longer fits together since inputs were set: faults end the command, oddities are remarked. */
function complain(before: Scenario, after: Scenario): void {
  const known = new Set(checkScenario(before).map(({message}) => message));
  const fresh = checkScenario(after).filter(({message}) => !known.has(message));
  const says = ({path, message}: Misfit) => `--set: ${formatPath(path)} ${message}`;
  const faults = fresh.filter(({warning}) => warning !== true);
  if (faults.length > 0) throw new CommandError(faults.map(says).join("\n"));
  for (const oddity of fresh) remark(says(oddity).replace("--set: ", "--set: warning: "));
}

/** A whole number of an option. */
export const whole = (option: string, text: string, least: number, most: number): number => {
  const value = /^\d+(e\d+)?$/i.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  throw new CommandError(`--${option} must be a whole number from ${least} to ${most}, got ${text}`);
};

/** What --set, --seed and --draws say. */
export interface Changes {
  readonly set?: readonly string[] | undefined;
  readonly seed?: string | undefined;
  readonly draws?: string | undefined;
}

/** The scenario with what --set, --seed and --draws say. */
export async function withOptions(scenario: Scenario, {set = [], seed, draws}: Changes): Promise<Scenario> {
  let changed = scenario;
  for (const assignment of set) changed = await withInput(changed, assignment);
  if (set.length > 0) complain(scenario, changed);
  return {
    ...changed,
    uncertainty: {
      ...changed.uncertainty,
      ...(seed === undefined ? {} : {seed: whole("seed", seed, 0, 4294967295)}),
      ...(draws === undefined ? {} : {draws: whole("draws", draws, limits.minDraws, limits.maxDraws)})
    }
  };
}

/** The options that change a scenario before anything is made of it. */
export const changingOptions = {
  set: {type: "string", multiple: true},
  seed: {type: "string"},
  draws: {type: "string"}
} as const;

export const changingHelp = `      --set A=V        set the input at address A, such as models.muse-spark.compute=5e25;
                       may be given again
      --seed N         seed of the draws; left out: the scenario's
      --draws N        number of draws, ${limits.minDraws} to ${limits.maxDraws}`;

/** The options of every command that computes. */
export const computingOptions = {
  output: {type: "string", short: "o"},
  json: {type: "boolean"},
  ...changingOptions
} as const;

export const computingHelp = `${changingHelp}
      --json           print JSON
  -o, --output OUT     where to write; left out or -: standard output`;
