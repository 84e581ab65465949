import {parseArgs} from "node:util";
import {attributionLines, inputWords, structureWords} from "../figures/compareWords.ts";
import {compareScenarios} from "../scenario/compareScenarios.ts";
import {nearest} from "../scenario/nearest.ts";
import type {Quantity} from "../scenario/quantity.ts";
import {mostShapley} from "../simulation/attribution.ts";
import {outputShown} from "../simulation/outputs.ts";
import {outputChange, outputPairs} from "../simulation/outputChange.ts";
import type {OutputPair} from "../simulation/outputChange.ts";
import {CommandError, writeText} from "./io.ts";
import type {ExitCode} from "./io.ts";
import {amount, intervalLine, intervalPairs, outputLine, withIntervals} from "./diffOutputs.ts";
import type {IntervalPair} from "./diffOutputs.ts";
import {sayingLine, sayings} from "./diffSayings.ts";
import {readScenarioFile} from "./scenarioFile.ts";

export const diffHelp = `Usage: ladder diff BEFORE AFTER [options]

What tells two scenarios apart: the inputs that differ, what is built otherwise (models, recipes, claims, choices), the
outputs that change, before and after, with 90 % intervals where those change, what a fit and a plan say otherwise (the
law and its interval at the target; the plan's interval and verdict, simulated too), and how much of one output's change
each changed input accounts for: by exact Shapley values for up to ${mostShapley} changes, one behind the other beyond
that. An output that takes long to read has an interval only where it is the one asked for. BEFORE or AFTER may be - for
standard input. JSON has the outputs that stay the same, too.

      --of OUTPUT      the output whose change is shared out, such as gain.gpt-5-4 or points.gpt-5-4;
                       left out: the answer of AFTER
      --json           print JSON; factors and amounts as such, parts of a factor as factors
  -o, --output OUT     where to write; left out or -: standard output

Exit 0 whether they differ or not.
`;

const sideOf = (quantity: Quantity | undefined) =>
  quantity === undefined
    ? null
    : {
        value: quantity.value,
        ...(quantity.low === undefined ? {} : {low: quantity.low}),
        ...(quantity.high === undefined ? {} : {high: quantity.high}),
        ...(quantity.bound === undefined ? {} : {bound: quantity.bound}),
        written: quantity.written
      };

/** The output asked for, or the answer of the later scenario. */
function chosen(asked: string | undefined, usual: string | undefined, known: readonly string[]): string | undefined {
  if (asked === undefined) return usual;
  if (known.includes(asked)) return asked;
  const near = nearest(asked, known);
  throw new CommandError(
    `--of must be an output of the scenarios, got ${asked}; ${near === undefined ? `there are: ${known.join(", ")}` : `did you mean "${near}"?`}`
  );
}

/** `ladder diff`: two scenarios side by side. */
export async function diff(args: readonly string[]): Promise<ExitCode> {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {of: {type: "string"}, json: {type: "boolean"}, output: {type: "string", short: "o"}}
  });
  const [first, second] = positionals;
  if (first === undefined || second === undefined || positionals.length > 2) {
    throw new CommandError(`diff takes two files, got ${positionals.length}`);
  }
  if (first === "-" && second === "-")
    throw new CommandError("diff reads standard input once: one of the two is a file");
  const [before, after] = [await readScenarioFile(first), await readScenarioFile(second)];
  const comparison = compareScenarios(before, after);
  const outputs = outputPairs(before, after);
  const id = chosen(
    values.of,
    outputShown(after)?.id,
    outputs.map((output) => output.id)
  );
  const isSame = comparison.inputs.length + comparison.structure.length === 0;
  const intervals = isSame ? new Map<string, IntervalPair>() : intervalPairs(before, after, id);
  const change = id === undefined ? undefined : outputChange(before, after, id, comparison);
  const said = isSame ? [] : sayings(before, after);
  const report = {
    before: before.title,
    after: after.title,
    inputs: comparison.inputs.map(({address, label, before: was, after: is}) => ({
      address,
      label,
      before: sideOf(was),
      after: sideOf(is)
    })),
    structure: comparison.structure,
    outputs: outputs.map(({kind, ...output}) => ({
      ...output,
      kind,
      before: amount(kind, output.before),
      after: amount(kind, output.after),
      ...withIntervals(kind, intervals.get(output.id))
    })),
    sayings: said.flatMap(({view, differences}) =>
      differences.map(({id: saying, name, was, now}) => ({view, id: saying, name, before: was, after: now}))
    ),
    attribution:
      change === undefined
        ? null
        : {
            output: change.id,
            method: change.attribution.method,
            parts: change.attribution.parts.map(({change: name, part}) => ({
              change: name,
              part: amount(change.kind, part)
            })),
            movesNothing: change.idle
          }
  };
  const isMoved = ({before: was, after: is}: OutputPair) => !Object.is(was, is);
  const changed = outputs.flatMap((output) => {
    const said = intervalLine(output.kind, intervals.get(output.id));
    return isMoved(output) || said !== "" ? [outputLine(output, said)] : [];
  });
  const same = outputs.length - changed.length;
  // Of those that were not drawn no more is known.
  const middle =
    isSame || outputs.every((output) => isMoved(output) || intervals.has(output.id)) ? "" : " in the middle";
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
  const lines = isSame
    ? ["the two scenarios say the same"]
    : [
        ...section("Inputs", comparison.inputs.map(inputWords)),
        ...section("Built otherwise", comparison.structure.map(structureWords)),
        ...section("Outputs", [
          ...changed,
          ...(same === 0
            ? []
            : [
                changed.length === 0
                  ? `none changes${middle}`
                  : `${same} more that ${same === 1 ? "stays" : "stay"} the same${middle}`
              ])
        ]),
        ...said.flatMap(({title, differences}) => section(title, differences.map(sayingLine))),
        ...(change === undefined || change.before === change.after
          ? []
          : section("Where it comes from", attributionLines(change, comparison)))
      ];
  const text = values.json === true ? JSON.stringify(report, null, 2) : lines.join("\n");
  writeText(values.output ?? "-", `${text}\n`);
  return 0;
}
