import {titleInSpec, type Cells, type ColumnQuestion} from "./guessMapping.ts";
import {plainNumber} from "./runCell.ts";
import {columnWords, isAccuracy, type ColumnMapping, type ColumnSource, type RunColumn} from "./runColumns.ts";

interface Unit {
  readonly label: string;
  readonly times: number;
}

const thousands: Unit = {label: "thousands", times: 1e3};
const millions: Unit = {label: "millions", times: 1e6};
const billions: Unit = {label: "billions", times: 1e9};
const trillions: Unit = {label: "trillions", times: 1e12};
const asTheyStand: Unit = {label: "as they stand", times: 1};
const computes: readonly Unit[] = [
  {label: "1e18 FLOP", times: 1e18},
  {label: "1e21 FLOP", times: 1e21},
  {label: "PF-days", times: 8.64e19},
  {label: "1e24 FLOP", times: 1e24}
];

/** Units that are in use, and the number below which a bare count is too small to be one. */
const inUse: Readonly<Partial<Record<RunColumn, {readonly units: readonly Unit[]; readonly below: number}>>> = {
  N: {units: [millions, billions, thousands], below: 1e4},
  D: {units: [billions, millions, trillions], below: 1e5},
  unique: {units: [billions, millions, trillions], below: 1e5},
  C: {units: computes, below: 1e9},
  budget: {units: computes, below: 1e9}
};

/** How many rows decide. */
const sampled = 1000;

/** Adds units to a mapping where the title has none: from the size of the numbers, from C = 6ND, or by a question. */
export function guessUnit(
  mapping: ColumnMapping,
  rows: readonly Cells[],
  point: (cell: string) => string
): {readonly mapping: ColumnMapping; readonly questions: readonly ColumnQuestion[]} {
  const sample = rows.slice(0, sampled);
  const numbers = (source: ColumnSource) =>
    sample.map((cells) => plainNumber(point(cells[source.index] ?? ""))).filter((value) => value > 0);
  const guessed: Partial<Record<RunColumn, ColumnSource>> = {...mapping};
  const questions: ColumnQuestion[] = [];

  const columns = Object.keys(inUse) as (keyof typeof inUse)[];
  const unclear = columns.filter((column) => {
    const source = mapping[column];
    if (source === undefined || source.stated) return false;
    const values = numbers(source);
    return values.length > 0 && Math.max(...values) < (inUse[column]?.below ?? 0);
  });
  for (const column of unclear) {
    const source = mapping[column];
    if (source === undefined) continue;
    const units = [...(inUse[column]?.units ?? []), asTheyStand];
    const values = numbers(source);
    const fromOthers = unclear.filter((one) => one === "N" || one === "D" || one === "C").length === 1;
    const unit = fromOthers ? unitBySixND(column, mapping, units, sample, point) : undefined;
    if (unit !== undefined) guessed[column] = {...source, times: unit.times, unit: unit.label};
    const range = `from ${Math.min(...values)} to ${Math.max(...values)}`;
    const because = unit === undefined ? "" : ` ${unit.label} is taken, as 6ND = C then holds`;
    questions.push({
      quantity: column,
      column: source.title,
      question: `The column ${source.title} gives the ${columnWords[column]}, ${range}, without a unit: ${units.map(({label}) => label).join(", ")}?${because}`,
      choices: units.map(({label, times}) => ({label, spec: `${column}=${titleInSpec(source.title)}*${short(times)}`})),
      ...(unit === undefined ? {} : {assumed: unit.label})
    });
  }

  const score = mapping.score;
  if (score !== undefined && !score.stated && isAccuracy(score.title)) {
    const most = Math.max(0, ...numbers(score));
    if (most <= 1) guessed.score = {...score, unit: "fraction"};
    else if (most <= 100) {
      guessed.score = {...score, times: 0.01, unit: "percent"};
      questions.push({
        quantity: "score",
        column: score.title,
        question: `The scores in ${score.title} reach ${most}: percent, or points as they stand? Percent is taken`,
        choices: [
          {label: "percent", spec: `score=${titleInSpec(score.title)}*0.01`},
          {label: asTheyStand.label, spec: `score=${titleInSpec(score.title)}*1`}
        ],
        assumed: "percent"
      });
    }
  }
  return {mapping: guessed, questions};
}

const short = (times: number): string => (times >= 1e3 ? times.toExponential().replace("e+", "e") : String(times));

/** The unit under which the three quantities agree within a factor of 1.5, if one does; the other two are clear. */
function unitBySixND(
  column: RunColumn,
  {N, D, C}: ColumnMapping,
  units: readonly Unit[],
  rows: readonly Cells[],
  point: (cell: string) => string
): Unit | undefined {
  if (N === undefined || D === undefined || C === undefined) return undefined;
  if (column !== "N" && column !== "D" && column !== "C") return undefined;
  const number = (cells: Cells, {index, times}: ColumnSource) => plainNumber(point(cells[index] ?? "")) * times;
  const ratios = rows
    .map((cells) => number(cells, C) / (6 * number(cells, N) * number(cells, D)))
    .filter((ratio) => ratio > 0 && ratio < Infinity)
    .sort((a, b) => a - b);
  const ratio = ratios[ratios.length >> 1];
  if (ratio === undefined) return undefined;
  return units.find(({times}) => {
    const with6ND = column === "C" ? ratio * times : ratio / times;
    return with6ND > 1 / 1.5 && with6ND < 1.5;
  });
}
