import {parseArgs} from "node:util";
import type {LadderSection} from "../scenario/sectionAddress.ts";
import type {Scenario} from "../scenario/schema.ts";
import {CommandError, nameOf, writeText} from "./io.ts";
import type {ExitCode} from "./io.ts";
import {readScenarioFile} from "./scenarioFile.ts";
import {mostRefits} from "../simulation/agentsRefits.ts";
import {agentsText} from "./agentsText.ts";
import type {SectionReport} from "./ladderWords.ts";
import {reinforcementText} from "./reinforcementText.ts";
import {computingHelp, computingOptions, withOptions} from "./setInput.ts";
import {thinkingText} from "./thinkingText.ts";

const helpOf = (command: string, prints: string, own = ""): string => `Usage: ladder ${command} [FILE] [options]

${prints}

${own}${computingHelp}
`;

export const agentsHelp = helpOf(
  "agents",
  `Prints what 1 to 64 agents come to: score, tokens, seconds, the single agent that thinks for as many tokens, the first
doubling, and the fit to measured points. Intervals are of 1,000 draws at most. With --fit the fitted numbers and the
fitted curve have intervals: the middle 90 % of ${mostRefits} refits to points drawn within the intervals they were read in.
They are of the reading, not of the law.`,
  `      --fit            refit to points within their reading, some seconds
`
);

export const thinkingHelp = helpOf(
  "thinking",
  `Prints accuracy by thinking tokens, what each penalty on length picks, compression at equal accuracy, the length at a
progress of training, and the tokens of an index run. Intervals are of 1,000 draws at most.`
);

export const rlHelp = helpOf(
  "rl",
  `Prints score by reinforcement learning: the sigmoid, the log-linear line and where they part, pass@1 and pass@k, a
held-out curve, and the fit to measured points. Intervals are of 2,000 draws at most.`
);

/** JSON has no infinity: what is never reached is said in a word. */
const asJson = (report: object): string =>
  JSON.stringify(report, (_, value: unknown) => (value === Infinity ? "never" : value), 2);

const fitOption = {fit: {type: "boolean"}} as const;

async function run(
  command: string,
  section: LadderSection,
  args: readonly string[],
  report: (scenario: Scenario, isFitted: boolean) => SectionReport | undefined
): Promise<ExitCode> {
  const options = section === "agents" ? {...computingOptions, ...fitOption} : computingOptions;
  const {values, positionals} = parseArgs({args: [...args], allowPositionals: true, options});
  if (positionals.length > 1) throw new CommandError(`${command} takes one file, got ${positionals.length}`);
  const file = positionals[0] ?? "-";
  const scenario = await withOptions(await readScenarioFile(file), values);
  const made = report(scenario, "fit" in values && values.fit === true);
  if (made === undefined) throw new CommandError(`${nameOf(file)}: the scenario has no section "${section}"`);
  const {numbers, intervals, lines} = made;
  const {title} = scenario;
  const text =
    values.json === true
      ? asJson({title, basis: scenario[section]?.basis ?? "placed", ...numbers, intervals})
      : [title, ...lines].join("\n");
  writeText(values.output ?? "-", `${text}\n`);
  return 0;
}

/** `ladder agents`: agents side by side. */
export const agents = (args: readonly string[]): Promise<ExitCode> => run("agents", "agents", args, agentsText);

/** `ladder thinking`: accuracy against tokens. */
export const thinking = (args: readonly string[]): Promise<ExitCode> => run("thinking", "thinking", args, thinkingText);

/** `ladder rl`: score against reinforcement learning. */
export const rl = (args: readonly string[]): Promise<ExitCode> => run("rl", "reinforcement", args, reinforcementText);
