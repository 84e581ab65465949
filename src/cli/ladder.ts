import {version} from "../../package.json";
import {compare, compareHelp} from "./compare.ts";
import {diff, diffHelp} from "./diff.ts";
import {extract, extractHelp} from "./extract.ts";
import {fit, fitHelp} from "./fit.ts";
import {cost, costHelp} from "./cost.ts";
import {nearest} from "../scenario/nearest.ts";
import {CommandError, remark, writeText} from "./io.ts";
import type {ExitCode} from "./io.ts";
import {agents, agentsHelp, rl, rlHelp, thinking, thinkingHelp} from "./ladders.ts";
import {law, lawHelp} from "./law.ts";
import {migrate, migrateHelp} from "./migrate.ts";
import {plan, planHelp} from "./plan.ts";
import {render, renderHelp} from "./render.ts";
import {schema, schemaHelp} from "./schemaFile.ts";
import {claim, claimHelp, gain, gainHelp, simulate, simulateHelp} from "./simulate.ts";
import {url, urlHelp} from "./url.ts";
import {validate, validateHelp} from "./validate.ts";

interface Command {
  readonly help: string;
  readonly run: (args: readonly string[]) => ExitCode | Promise<ExitCode>;
}

const commands: Record<string, Command> = {
  render: {help: renderHelp, run: render},
  extract: {help: extractHelp, run: extract},
  simulate: {help: simulateHelp, run: simulate},
  gain: {help: gainHelp, run: gain},
  claim: {help: claimHelp, run: claim},
  diff: {help: diffHelp, run: diff},
  fit: {help: fitHelp, run: fit},
  compare: {help: compareHelp, run: compare},
  agents: {help: agentsHelp, run: agents},
  thinking: {help: thinkingHelp, run: thinking},
  rl: {help: rlHelp, run: rl},
  cost: {help: costHelp, run: cost},
  plan: {help: planHelp, run: plan},
  law: {help: lawHelp, run: law},
  validate: {help: validateHelp, run: validate},
  migrate: {help: migrateHelp, run: migrate},
  url: {help: urlHelp, run: url},
  schema: {help: schemaHelp, run: schema}
};

const help = `Usage: ladder COMMAND [FILE] [options]

Places models on a compute-versus-capability ladder.

  render     draw a scenario as SVG or PNG, or write its numbers as CSV or JSON
  extract    the scenario that an exported SVG or PNG carries
  simulate   print every number of a scenario
  gain       one curve against another at a level
  claim      take the claims of a scenario apart
  diff       two scenarios side by side, and what the change of an output comes from
  fit        fit a scaling law to training runs, with intervals
  compare    ladder against ladder: the gain of one recipe over another
  agents     what 1 to 64 agents come to beside one that thinks as long
  thinking   accuracy by thinking tokens, and what a penalty on them picks
  rl         score by reinforcement learning, pass@1 and pass@k
  cost       what training, serving and a task cost
  plan       how many runs before a gain can be told, and what a ladder could tell
  law        ask a published law: split of a budget, loss, penalty
  validate   check scenario files and say where they are wrong
  migrate    write a scenario file in the current version
  url        a scenario as a link, and a link as a scenario
  schema     print the JSON Schema of scenario files

ladder COMMAND --help tells more of each, ladder --version the version. Results go to standard output or -o, remarks to standard error.
Exit 0: done; 1: failed; 2: wrong usage or wrong input.
`;

const print = (text: string): void => writeText("-", `${text}\n`);

/** A negative number behind an option is its value: node’s own reader would take it for another option. */
const withNegatives = (args: readonly string[]): readonly string[] =>
  args.reduce<readonly string[]>((list, arg) => {
    const last = list.at(-1);
    const isValue = /^-[\d.]/.test(arg) && last !== undefined && /^--[a-z-]+$/.test(last);
    return isValue ? [...list.slice(0, -1), `${last}=${arg}`] : [...list, arg];
  }, []);

/** The command that the arguments name, carried out. */
export async function main([name, ...args]: readonly string[]): Promise<ExitCode> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const command = commands[args[0] ?? ""];
    (name === undefined ? remark : print)((command?.help ?? help).trimEnd());
    return name === undefined ? 2 : 0;
  }
  if (name === "--version") {
    print(version);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const near = nearest(name, Object.keys(commands));
    throw new CommandError(
      `no command "${name}"${near === undefined ? "." : `; did you mean "${near}"?`} See ladder --help.`
    );
  }
  if (args.includes("--help") || args.includes("-h")) {
    print(command.help.trimEnd());
    return 0;
  }
  return command.run(withNegatives(args));
}
