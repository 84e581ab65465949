import {version} from "../../package.json";
import {compare, compareHelp} from "./compare.ts";
import {fit, fitHelp} from "./fit.ts";
import {cost, costHelp} from "./cost.ts";
import {nearest} from "../scenario/nearest.ts";
import {CommandError} from "./io.ts";
import type {ExitCode} from "./io.ts";
import {agents, agentsHelp, rl, rlHelp, thinking, thinkingHelp} from "./ladders.ts";
import {law, lawHelp} from "./law.ts";
import {plan, planHelp} from "./plan.ts";
import {render, renderHelp} from "./render.ts";
import {schema, schemaHelp} from "./schemaFile.ts";
import {claim, claimHelp, gain, gainHelp, simulate, simulateHelp} from "./simulate.ts";
import {validate, validateHelp} from "./validate.ts";

interface Command {
  readonly help: string;
  readonly run: (args: readonly string[]) => ExitCode | Promise<ExitCode>;
}

const commands: Record<string, Command> = {
  render: {help: renderHelp, run: render},
  simulate: {help: simulateHelp, run: simulate},
  gain: {help: gainHelp, run: gain},
  claim: {help: claimHelp, run: claim},
  fit: {help: fitHelp, run: fit},
  compare: {help: compareHelp, run: compare},
  agents: {help: agentsHelp, run: agents},
  thinking: {help: thinkingHelp, run: thinking},
  rl: {help: rlHelp, run: rl},
  cost: {help: costHelp, run: cost},
  plan: {help: planHelp, run: plan},
  law: {help: lawHelp, run: law},
  validate: {help: validateHelp, run: validate},
  schema: {help: schemaHelp, run: schema}
};

const help = `Usage: ladder COMMAND [FILE] [options]

Places models on a compute-versus-capability ladder.

  render     draw a scenario as SVG
  simulate   print every number of a scenario
  gain       one curve against another at a level
  claim      take the claims of a scenario apart
  fit        fit a scaling law to training runs, with intervals
  compare    ladder against ladder: the gain of one recipe over another
  agents     what 1 to 64 agents come to beside one that thinks as long
  thinking   accuracy by thinking tokens, and what a penalty on them picks
  rl         score by reinforcement learning, pass@1 and pass@k
  cost       what training, serving and a task cost
  plan       how many runs before a gain can be told, and what a ladder could tell
  law        ask a published law: split of a budget, loss, penalty
  validate   check scenario files and say where they are wrong
  schema     print the JSON Schema of scenario files

ladder COMMAND --help tells more of each, ladder --version the version. Results go to standard output or -o, remarks to standard error.
Exit 0: done; 1: failed; 2: wrong usage or wrong input.
`;

/** Errors of node's own argument reader are the user's, not ours. */
const isUsage = (error: unknown): error is Error =>
  error instanceof Error && String((error as {readonly code?: string}).code).startsWith("ERR_PARSE_ARGS");

/** A negative number behind an option is its value: node’s own reader would take it for another option. */
const withNegatives = (args: readonly string[]): readonly string[] =>
  args.reduce<readonly string[]>((list, arg) => {
    const last = list.at(-1);
    const isValue = /^-[\d.]/.test(arg) && last !== undefined && /^--[a-z-]+$/.test(last);
    return isValue ? [...list.slice(0, -1), `${last}=${arg}`] : [...list, arg];
  }, []);

async function main([name, ...args]: readonly string[]): Promise<ExitCode> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const command = commands[args[0] ?? ""];
    (name === undefined ? console.error : console.log)((command?.help ?? help).trimEnd());
    return name === undefined ? 2 : 0;
  }
  if (name === "--version") {
    console.log(version);
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
    console.log(command.help.trimEnd());
    return 0;
  }
  return command.run(withNegatives(args));
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof CommandError) {
    console.error(error.message);
    process.exitCode = error.exitCode;
  } else if (isUsage(error)) {
    console.error(`${error.message.split(/[.\n]/)[0] ?? ""}. See ladder --help.`);
    process.exitCode = 2;
  } else {
    console.error(`ladder failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
