import {version} from "../../package.json";
import {nearest} from "../scenario/nearest.ts";
import {CommandError, remark, writeText} from "./io.ts";
import type {ExitCode} from "./io.ts";

interface Command {
  readonly help: string;
  readonly run: (args: readonly string[]) => ExitCode | Promise<ExitCode>;
}

/** Each command, read when it is asked for: help and a small command need not wait for the large ones. */
const commands: Record<string, () => Promise<Command>> = {
  render: () => import("./render.ts").then(({render: run, renderHelp: help}) => ({help, run})),
  extract: () => import("./extract.ts").then(({extract: run, extractHelp: help}) => ({help, run})),
  simulate: () => import("./simulate.ts").then(({simulate: run, simulateHelp: help}) => ({help, run})),
  gain: () => import("./simulate.ts").then(({gain: run, gainHelp: help}) => ({help, run})),
  claim: () => import("./simulate.ts").then(({claim: run, claimHelp: help}) => ({help, run})),
  diff: () => import("./diff.ts").then(({diff: run, diffHelp: help}) => ({help, run})),
  fit: () => import("./fit.ts").then(({fit: run, fitHelp: help}) => ({help, run})),
  compare: () => import("./compare.ts").then(({compare: run, compareHelp: help}) => ({help, run})),
  agents: () => import("./ladders.ts").then(({agents: run, agentsHelp: help}) => ({help, run})),
  thinking: () => import("./ladders.ts").then(({thinking: run, thinkingHelp: help}) => ({help, run})),
  rl: () => import("./ladders.ts").then(({rl: run, rlHelp: help}) => ({help, run})),
  cost: () => import("./cost.ts").then(({cost: run, costHelp: help}) => ({help, run})),
  plan: () => import("./plan.ts").then(({plan: run, planHelp: help}) => ({help, run})),
  law: () => import("./law.ts").then(({law: run, lawHelp: help}) => ({help, run})),
  validate: () => import("./validate.ts").then(({validate: run, validateHelp: help}) => ({help, run})),
  migrate: () => import("./migrate.ts").then(({migrate: run, migrateHelp: help}) => ({help, run})),
  url: () => import("./url.ts").then(({url: run, urlHelp: help}) => ({help, run})),
  schema: () => import("./schemaFile.ts").then(({schema: run, schemaHelp: help}) => ({help, run}))
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
  agents     what 1 to 64 agents come to beside one that thinks for as many tokens
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

/** The command of a name; one that there is not ends with a sentence. */
function commandOf(name: string): Promise<Command> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load !== undefined) return load();
  const near = nearest(name, [...Object.keys(commands), "--help", "--version"]);
  throw new CommandError(
    `no command "${name}"${near === undefined ? "." : `; did you mean "${near}"?`} See ladder --help.`
  );
}

/** What node’s own reader of arguments has against them, in our words; undefined of any other error. */
function usageError(error: unknown, name: string, help: string): CommandError | undefined {
  const {code, message} = error as {readonly code?: string; readonly message?: string};
  if (code?.startsWith("ERR_PARSE_ARGS") !== true) return undefined;
  const said = message?.split(/\.\s|\n/)[0]?.replace(/\.$/, "") ?? "";
  const option = /^Unknown option '(--[^']+)'/.exec(said)?.[1];
  const near = option === undefined ? undefined : nearest(option, help.match(/--[a-z-]+/g) ?? []);
  return new CommandError(`${said}${near === undefined ? "." : `; did you mean ${near}?`} See ladder ${name} --help.`);
}

/** The command that the arguments name, carried out. */
export async function main([name, ...args]: readonly string[]): Promise<ExitCode> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const [asked] = args;
    const words = asked === undefined || asked.startsWith("-") ? help : (await commandOf(asked)).help;
    (name === undefined ? remark : print)(words.trimEnd());
    return name === undefined ? 2 : 0;
  }
  if (name === "--version") {
    print(version);
    return 0;
  }
  const command = await commandOf(name);
  if (args.includes("--help") || args.includes("-h")) {
    print(command.help.trimEnd());
    return 0;
  }
  try {
    return await command.run(withNegatives(args));
  } catch (error) {
    throw usageError(error, name, command.help) ?? error;
  }
}

/** As `main`, with what ended a command said on standard error. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  try {
    return await main(args);
  } catch (error) {
    if (error instanceof CommandError) {
      remark(error.message);
      return error.exitCode;
    }
    remark(`ladder failed: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}
