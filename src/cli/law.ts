import {parseArgs} from "node:util";
import {allocate, chinchillaCurve, loss, overtrainingPenalty, trainingCompute} from "../laws/chinchilla.ts";
import type {Allocation, Policy, ScalingLaw} from "../laws/chinchilla.ts";
import type {Curve} from "../laws/curve.ts";
import {dataConstrainedLoss} from "../laws/dataConstrained.ts";
import {kaplanAllocate, kaplanCurve, kaplanLoss} from "../laws/kaplan.ts";
import {besiroglu2024StandardErrors, kaplan2020, muennighoff2023Repetition} from "../laws/published.ts";
import {log10, pow10} from "../numerics/exp.ts";
import {chinchillaLaws} from "../scenario/chinchillaLaws.ts";
import {nearest} from "../scenario/nearest.ts";
import {formatCount, formatFlop, formatShort} from "../scenario/numberText.ts";
import {parseQuantity} from "../scenario/parseQuantity.ts";
import type {QuantityKind} from "../scenario/quantity.ts";
import type {ChinchillaSet} from "../scenario/schema.ts";
import {CommandError, writeText} from "./io.ts";
import type {ExitCode} from "./io.ts";

export const lawHelp = `Usage: ladder law NAME [options]

What a published law says: the best split of a budget, the loss of a run, the compute a loss takes.

      --list                    the laws there are, with their sources
      --compute C               parameters, tokens and loss of C FLOP, split as the law finds best
      --tokens-per-parameter R  with --compute or --loss: split at R tokens a parameter instead
      --params N --tokens D     compute, loss and over-training penalty of a run
      --unique U                with --params and --tokens: U of the tokens are different, the others repeats
      --loss L                  the compute at which a loss is reached, and its split
      --json                    print JSON
  -o, --output OUT              where to write; left out or -: standard output

One of --compute, --params with --tokens, and --loss is asked at a time.
Quantities are written as people write them: 5.76e23, 17B, 22T.
`;

const sources: Readonly<Record<ChinchillaSet | "kaplan2020", string>> = {
  hoffmann2022: "Hoffmann et al. 2022, arXiv:2203.15556, equation 10, as printed",
  "hoffmann2022-unrounded": "the same fit before rounding, by Besiroglu et al. 2024, arXiv:2404.10102",
  besiroglu2024: "Besiroglu et al. 2024, arXiv:2404.10102, table 1",
  "besiroglu2024-huber": "optimum of Besiroglu et al.'s stated objective on the same runs",
  muennighoff2023: "Muennighoff et al. 2023, arXiv:2305.16264, appendix A, C4",
  kaplan2020:
    "Kaplan et al. 2020, arXiv:2001.08361, equation 1.5 with the parameters of 1.1 and 1.2; N without embeddings"
};
type LawName = keyof typeof sources;
const names = Object.keys(sources) as readonly LawName[];

/** What the command needs of a law, whatever its form. */
interface Law {
  readonly parameters: object;
  readonly standardErrors?: object;
  readonly law: ScalingLaw | undefined;
  /** The run a budget pays for: the best split, or a fixed number of tokens a parameter. */
  readonly split: (policy: Policy, C: number) => Allocation;
  readonly loss: (run: {readonly N: number; readonly D: number}) => number;
  readonly curve: (policy: Policy) => Curve;
}

function lawOf(name: LawName): Law {
  if (name === "kaplan2020") {
    return {
      parameters: kaplan2020,
      law: undefined,
      split: (policy, C) => kaplanAllocate(kaplan2020, policy, C),
      loss: (run) => kaplanLoss(kaplan2020, run),
      curve: (policy) => kaplanCurve(kaplan2020, policy)
    };
  }
  const law = chinchillaLaws[name];
  return {
    parameters: law,
    ...(name === "besiroglu2024" ? {standardErrors: besiroglu2024StandardErrors} : {}),
    law,
    split: (policy, C) => allocate(law, policy, C),
    loss: (run) => loss(law, run),
    curve: (policy) => chinchillaCurve(law, policy)
  };
}

/** The one number an option holds. */
function amount(option: string, text: string | undefined, kind: QuantityKind): number | undefined {
  if (text === undefined) return undefined;
  const parsed = parseQuantity(text, kind);
  if (!parsed.ok)
    throw new CommandError(`--${option}: ${parsed.message}${parsed.hint === undefined ? "" : ` (${parsed.hint})`}`);
  const {value, low, bound} = parsed.value;
  if (low !== undefined || bound !== undefined)
    throw new CommandError(`--${option} must be a single number, got ${text}`);
  return value;
}

type Row = readonly [label: string, key: string, value: number | string, words: string];

const digits = (value: number): string => formatShort(value, 6);

/** `ladder law`: a published law asked. */
export function law(args: readonly string[]): ExitCode {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      list: {type: "boolean"},
      json: {type: "boolean"},
      output: {type: "string", short: "o"},
      compute: {type: "string"},
      params: {type: "string"},
      tokens: {type: "string"},
      unique: {type: "string"},
      loss: {type: "string"},
      "tokens-per-parameter": {type: "string"}
    }
  });
  if (values.list === true) {
    const list = names.map((name) => ({name, source: sources[name], ...lawOf(name)}));
    const rows = list.map(({name, source, parameters, standardErrors}) => ({
      name,
      source,
      parameters,
      ...(standardErrors === undefined ? {} : {standardErrors})
    }));
    writeText(
      values.output ?? "-",
      values.json === true
        ? `${JSON.stringify(rows, null, 2)}\n`
        : `${rows.map(({name, source}) => `${name}  ${source}`).join("\n")}\n`
    );
    return 0;
  }
  const [given, ...more] = positionals;
  const name = names.find((item) => item === given);
  if (name === undefined || more.length > 0) {
    const near = given === undefined ? undefined : nearest(given, names);
    throw new CommandError(
      given === undefined || more.length > 0
        ? `law takes one name; there are: ${names.join(", ")}`
        : `no law "${given}"${near === undefined ? `; there are: ${names.join(", ")}` : `; did you mean "${near}"?`}`
    );
  }
  const found = lawOf(name);
  const C = amount("compute", values.compute, "compute");
  const N = amount("params", values.params, "parameters");
  const D = amount("tokens", values.tokens, "tokens");
  const unique = amount("unique", values.unique, "tokens");
  const target = amount("loss", values.loss, "coefficient");
  const ratio = amount("tokens-per-parameter", values["tokens-per-parameter"], "gain");
  const policy: Policy = ratio === undefined ? "compute-optimal" : {tokensPerParameter: ratio};
  const rows: Row[] = [];
  const questions = [
    C !== undefined && "--compute",
    (N ?? D) !== undefined && "--params",
    target !== undefined && "--loss"
  ];
  const asked = questions.filter((question) => question !== false);
  if (asked.length > 1) throw new CommandError(`law takes one question at a time, got ${asked.join(" and ")}`);
  if (unique !== undefined && (N ?? D) === undefined)
    throw new CommandError("--unique goes with --params and --tokens");
  if (ratio !== undefined && (N ?? D) !== undefined)
    throw new CommandError("--tokens-per-parameter goes with --compute or --loss, not with --params");
  const flopRow = (value: number): Row => ["compute C", "compute", value, `${formatFlop(value, 4).text} FLOP`];
  const splitRows = ({N: size, D: data}: Allocation): readonly Row[] => [
    ["parameters N", "parameters", size, formatCount(size)],
    ["tokens D", "tokens", data, formatCount(data)],
    ["D/N", "tokensPerParameter", data / size, digits(data / size)]
  ];
  const lossRow = (value: number): Row => ["loss", "loss", value, `${digits(value)} nats per token`];
  if (C !== undefined) {
    rows.push(flopRow(C), ...splitRows(found.split(policy, C)));
    rows.push(lossRow(found.curve(policy).score(log10(C))));
  }
  if (N !== undefined || D !== undefined) {
    if (N === undefined || D === undefined) throw new CommandError("--params and --tokens go together");
    rows.push(flopRow(trainingCompute({N, D})), ...splitRows({N, D}));
    if (unique !== undefined) {
      if (found.law === undefined) throw new CommandError(`--unique needs a law of Chinchilla form, not ${name}`);
      rows.push(lossRow(dataConstrainedLoss(found.law, {N, D}, unique, muennighoff2023Repetition)));
    } else {
      rows.push(lossRow(found.loss({N, D})));
      if (found.law !== undefined) {
        const penalty = overtrainingPenalty(found.law, {N, D});
        rows.push([
          "over-training penalty",
          "overtrainingPenalty",
          penalty,
          `${digits(penalty)} times the optimum of equal loss`
        ]);
      }
    }
  }
  if (target !== undefined) {
    const at = found.curve(policy).log10Compute(target);
    if (at === Infinity)
      rows.push(["compute C", "compute", "never", `never: the loss ends at ${digits(found.curve(policy).limit)}`]);
    else rows.push(flopRow(pow10(at)), ...splitRows(found.split(policy, pow10(at))));
  }
  if (rows.length === 0)
    throw new CommandError("law needs --compute, --params with --tokens, or --loss; see ladder law --help");
  const report = {
    law: name,
    source: sources[name],
    ...((N ?? D) === undefined ? {policy} : {}),
    ...Object.fromEntries(rows.map(([, key, value]) => [key, value]))
  };
  const lines = [`${name}: ${sources[name]}`, ...rows.map(([label, , , words]) => `${label}: ${words}`)];
  writeText(
    values.output ?? "-",
    values.json === true ? `${JSON.stringify(report, null, 2)}\n` : `${lines.join("\n")}\n`
  );
  return 0;
}
