import type {RunTable} from "../fitting/run.ts";
import type {RunsSettings} from "../fitting/runsSection.ts";
import {fitForms, fitObjectives, repeatChoices, usualRuns} from "../scenario/fitChoices.ts";
import {limits} from "../scenario/limits.ts";
import {nearest} from "../scenario/nearest.ts";
import {parseQuantity} from "../scenario/parseQuantity.ts";
import type {Quantity, QuantityKind} from "../scenario/quantity.ts";
import {whole} from "./setInput.ts";
import {readRuns} from "../fitting/readRuns.ts";
import {stderrPaint} from "./color.ts";
import {CommandError, nameOf, readText, remark} from "./io.ts";
import {sourceLines} from "./problemText.ts";

/** How many lines of remarks are written before the rest is counted. */
const mostRemarks = 10;

/** Options of every command that reads runs. */
export const runsOptions = {
  columns: {type: "string"},
  where: {type: "string", multiple: true},
  "drop-largest-loss": {type: "string"},
  json: {type: "boolean"},
  output: {type: "string", short: "o"},
  form: {type: "string"},
  objective: {type: "string"},
  delta: {type: "string"},
  policy: {type: "string"},
  repeats: {type: "string"},
  bootstrap: {type: "string"},
  seed: {type: "string"}
} as const;

export const runsHelp = `      --columns SPEC        which column is what: N=params,D=tokens*1e9,loss=loss_c4_val
      --where CONDITION     only rows such as dataset=rpj or C<1e21; may be given again
      --drop-largest-loss N leave out the N runs of largest loss
      --form FORM           chinchilla (default), chinchilla-tied, power-law, power-law-no-floor,
                            logistic or two-step
      --objective KIND      huber (default), lad (least absolute deviations, which a Huber fit with a free
                            scale comes to) or squares
      --delta X             where the Huber function turns, of log loss; 1e-3
      --policy P            compute-optimal (default), or tokens per parameter: what makes a law of N and D
                            one of compute
      --repeats HOW         where the table gives unique tokens: worth (default; what repeated tokens come to by
                            Muennighoff et al. 2023) or fresh
      --bootstrap N         fits of the bootstrap; 4000, 0 for none
      --seed N              seed of the bootstrap; 42`;

/** The runs of a file; what cannot be used is said on standard error, with its line. */
export function readRunsFile(file: string, columns: string | undefined, where: readonly string[] = []): RunTable {
  const source = readText(file);
  const read = readRuns(source, {mapping: columns, where});
  const at = (line: number, column: string) => `${nameOf(file)}:${line}${column === "" ? "" : ` ${column}`}`;
  const remarkAll = (words: readonly string[]) => {
    for (const line of words.slice(0, mostRemarks)) remark(line);
    if (words.length > mostRemarks) remark(`… and ${words.length - mostRemarks} more`);
  };
  if (!read.ok) {
    const paint = stderrPaint();
    const lines = read.problems.map(({line, column, message}) =>
      [
        `${paint("bold", at(line, column))}: ${paint("red", message)}`,
        // Of a cell the title is known and not the column of its text: the line alone is shown.
        ...sourceLines(source, {line, column: 1}, paint).slice(0, 1)
      ].join("\n")
    );
    const more = lines.length > mostRemarks ? [`… and ${lines.length - mostRemarks} more`] : [];
    throw new CommandError([...lines.slice(0, mostRemarks), ...more].join("\n"));
  }
  const {runs} = read;
  const {problems, warnings, questions, filled, mismatch} = runs;
  remarkAll(problems.map(({line, column, message}) => `${at(line, column)}: left out: ${message}`));
  remarkAll(warnings.map(({line, column, message}) => `${at(line, column)}: ${message}`));
  remarkAll([
    ...questions.map(
      ({question, assumed}) => `${nameOf(file)}: ${question}${assumed === undefined ? "" : ` Assumed: ${assumed}.`}`
    ),
    ...filled.map(({words}) => `${nameOf(file)}: ${words}`),
    ...(mismatch === undefined ? [] : [`${nameOf(file)}: ${mismatch.words}`])
  ]);
  return runs;
}

/** One of the words an option takes. */
export function choice<T extends string>(option: string, text: string | undefined, words: readonly T[], usual: T): T {
  if (text === undefined) return usual;
  const found = words.find((word) => word === text);
  if (found !== undefined) return found;
  const near = nearest(text, words);
  throw new CommandError(
    `--${option} takes ${words.join(", ")}, got ${text}${near === undefined ? "" : `; did you mean ${near}?`}`
  );
}

/** An amount of an option, as people write it. */
export function amount(option: string, text: string, kind: QuantityKind): Quantity {
  const parsed = parseQuantity(text, kind);
  if (parsed.ok) return parsed.value;
  throw new CommandError(`--${option}: ${parsed.message}${parsed.hint === undefined ? "" : ` (${parsed.hint})`}`);
}

function policy(text: string | undefined): RunsSettings["policy"] {
  if (text === undefined || text === "compute-optimal") return "compute-optimal";
  return {tokensPerParameter: amount("policy", text, "gain")};
}

type Values = {readonly [K in keyof typeof runsOptions]?: string | boolean | string[] | undefined};

const text = (value: Values[keyof Values]): string | undefined => (typeof value === "string" ? value : undefined);

/** How runs are to be fitted, from the options; no bootstrap is 0 draws. */
export function fitSettings(values: Values, table: RunTable): Omit<RunsSettings, "name"> {
  const delta = text(values.delta);
  const size = delta === undefined ? usualRuns.delta : Number(delta);
  if (!(size > 0 && size < Infinity)) throw new CommandError(`--delta must be above 0, got ${delta ?? ""}`);
  const form = choice("form", text(values.form), fitForms, usualRuns.form);
  const {loss, score} = table.mapping;
  const measured = form === "logistic" || form === "two-step" ? score : loss;
  return {
    ...usualRuns,
    measure: measured?.title ?? usualRuns.measure,
    unit: measured?.unit || (measured === score ? "fraction" : usualRuns.unit),
    form,
    objective: choice("objective", text(values.objective), fitObjectives, usualRuns.objective),
    delta: size,
    policy: policy(text(values.policy)),
    repeats: choice("repeats", text(values.repeats), repeatChoices, usualRuns.repeats),
    without: {rows: [], largest: whole("drop-largest-loss", text(values["drop-largest-loss"]) ?? "0", 0, 1e6)},
    draws: whole("bootstrap", text(values.bootstrap) ?? String(usualRuns.draws), 0, limits.maxDraws),
    seed: whole("seed", text(values.seed) ?? String(usualRuns.seed), 0, 4294967295)
  };
}
