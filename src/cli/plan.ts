import {parseArgs} from "node:util";
import {runListCsv} from "../fitting/plan/runList.ts";
import {formatProblem, readScenario} from "../scenario/read.ts";
import type {Scenario} from "../scenario/schema.ts";
import {plan as planOf} from "../simulation/plan.ts";
import {mostPlanDraws, planUncertaintySteps} from "../simulation/planUncertainty.ts";
import {CommandError, nameOf, writeText} from "./io.ts";
import type {ExitCode} from "./io.ts";
import {planLines} from "./planText.ts";
import {planReport} from "./planReport.ts";
import {withProgress} from "./progress.ts";
import {readScenarioFile} from "./scenarioFile.ts";
import {computingHelp, computingOptions, withOptions} from "./setInput.ts";

export const planHelp = `Usage: ladder plan FILE [options]
       ladder plan --gain G --target C --noise S --budget B [options]

How many runs it takes to tell a gain from none at a target far above the ladder: power, interval, cost, the ladder of
least variance, and what a geometric one loses against it; or what a published ladder could tell. By the delta method,
and held against simulated ladders, every one fitted. Without a file the question is asked by options:

      --gain G         the true gain to tell from 1
      --target C       compute of the reference recipe at which it is read, FLOP
      --level L        or a loss in its place: the target is what the law needs for it
      --noise S        deviation of log loss between seeds: 0.003 or 0.3% of the loss
      --budget B       FLOP of all runs, or chip time; or --gpu-hours H or --dollars D
      --confidence P   0.95
      --power P        0.8
      --law NAME       besiroglu2024 (default), hoffmann2022 …
      --form FORM      of the gain: scale-dependent (default) or constant
      --floor FLOOR    fitted (default) or known
      --smallest C     smallest rung allowed, FLOP
      --largest C      largest rung allowed, FLOP
      --rungs N        rungs of the geometric ladder; 8
      --seeds N        seeds of a rung at most, as for plan.seeds; 5
      --ladder WHICH   designed (default) or geometric: the one that is shown
With a file the same are inputs: --set plan.gain=3.

${computingHelp.replace(
  "      --seed N ",
  `      --csv            write the runs to be made: N, D, C, recipe, seed, GPU-hours, dollars
      --seed N `
)}
At most ${mostPlanDraws} ladders of each kind are simulated.
`;

/** Options of a question without a file, and the keys of a plan they are. */
const asked = {
  gain: "gain",
  target: "target",
  level: "level",
  noise: "noise",
  budget: "budget",
  "gpu-hours": "gpuHours",
  dollars: "dollars",
  confidence: "confidence",
  power: "power",
  law: "law",
  form: "gainForm",
  floor: "floor",
  smallest: "smallest",
  largest: "largest",
  rungs: "rungs",
  seeds: "seeds",
  ladder: "ladder"
} as const;
type Option = keyof typeof asked;
const optionNames = Object.keys(asked) as Option[];
/** What has to be asked, each in one of its ways. */
const needed = [
  ["gain"],
  ["target", "level"],
  ["noise"],
  ["budget", "gpu-hours", "dollars"]
] as const satisfies readonly (readonly Option[])[];

/** A scenario that holds a plan and little else. */
async function askedScenario(values: Partial<Record<Option, string>>): Promise<Scenario> {
  const missing = needed
    .filter((ways) => ways.every((option) => values[option] === undefined))
    .map((ways) => `--${ways.join(" or --")}`);
  if (missing.length > 0) {
    throw new CommandError(
      `plan takes a file, or --gain, --target, --noise and a budget; missing: ${missing.join(", ")}`
    );
  }
  const given = optionNames.flatMap((option) =>
    values[option] === undefined ? [] : [[asked[option], values[option]] as const]
  );
  const document = {
    version: 1,
    title: "A ladder plan",
    metrics: {loss: {name: "Loss", unit: "nats per token", better: "lower", range: [1.8, 4]}},
    reference: "reference",
    recipes: [
      {id: "reference", name: "Reference", curve: {loss: {law: "chinchilla", parameters: "besiroglu2024"}}},
      {id: "new", name: "New recipe"}
    ],
    models: [],
    plan: Object.fromEntries(given),
    view: {figure: "plan"}
  };
  const read = await readScenario(JSON.stringify(document));
  if (read.ok) return read.scenario;
  throw new CommandError(read.problems.map((problem) => optionProblem(formatProblem("", problem))).join("\n"));
}

/** A problem named by its option in place of its place in a file nobody wrote. */
function optionProblem(text: string): string {
  const said = text.replace(/^:\d+:\d+:? ?/, "");
  const key = /^plan\.(\w+)/.exec(said)?.[1];
  const option = optionNames.find((name) => asked[name] === key);
  if (option === undefined) return said;
  const beside = (_: string, other: string) =>
    ` beside --${optionNames.find((name) => asked[name] === other) ?? other};`;
  return said.replace(`plan.${asked[option]}`, `--${option}`).replace(/ beside (\w+);/, beside);
}

/** `ladder plan`: how many runs before a gain can be told. */
export async function plan(args: readonly string[]): Promise<ExitCode> {
  const text = {type: "string"} as const;
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...computingOptions,
      csv: {type: "boolean"},
      ...(Object.fromEntries(optionNames.map((name) => [name, text])) as Record<Option, typeof text>)
    }
  });
  if (positionals.length > 1) throw new CommandError(`plan takes one file, got ${positionals.length}`);
  const used = optionNames.filter((name) => values[name] !== undefined);
  const [file] = positionals;
  if (file !== undefined && used.length > 0) {
    const name = used[0] ?? "gain";
    throw new CommandError(
      `--${name} goes without a file; with one use --set plan.${asked[name]}=${values[name] ?? ""}`
    );
  }
  const base =
    file === undefined && used.length > 0 ? await askedScenario(values) : await readScenarioFile(file ?? "-");
  const scenario = await withOptions(base, values);
  const numbers = planOf(scenario);
  const where = file === undefined && used.length > 0 ? "" : `${nameOf(file ?? "-")}: `;
  if (numbers === undefined) throw new CommandError(`${where}the scenario has no section "plan"`);
  if (!numbers.ok) {
    const said = `plan.${numbers.field} ${numbers.message}`;
    throw new CommandError(where === "" ? optionProblem(said) : where + said);
  }
  if (values.csv === true && values.json === true) throw new CommandError("plan writes --csv or --json, not both");
  if (values.csv === true) {
    writeText(values.output ?? "-", runListCsv(numbers.shown.runs));
    return 0;
  }
  const simulated = withProgress("simulating", planUncertaintySteps(scenario));
  const out =
    values.json === true
      ? JSON.stringify(planReport(scenario, numbers, simulated), null, 2)
      : planLines(scenario, numbers, simulated).join("\n");
  writeText(values.output ?? "-", `${out}\n`);
  return 0;
}
