import type {Metric} from "./schema.ts";

/** The columns a table of models may have. */
export const columns = [
  "name",
  "recipe",
  "maker",
  "compute",
  "compute low",
  "compute high",
  "basis",
  "score",
  "score low",
  "score high",
  "gain",
  "gain low",
  "gain high",
  "solves for",
  "parameters",
  "tokens",
  "note"
] as const;
export type Column = (typeof columns)[number];

const compact = (title: string): string =>
  title
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, "")
    .replace(/[^\p{L}\d]+/gu, "");

const aliases: Readonly<Record<Column, readonly string[]>> = {
  name: ["model", "modelname", "system"],
  recipe: ["recipename", "trainingrecipe"],
  maker: ["organization", "organisation", "company", "developer", "lab", "vendor"],
  compute: ["flop", "trainingcompute", "trainingcomputeflop", "trainingflop", "computeflop", "c"],
  "compute low": ["low", "computeflooplow", "flowlow", "floplow", "lowcompute", "computemin"],
  "compute high": ["high", "flophigh", "highcompute", "computemax"],
  basis: ["computeis", "computebasis"],
  score: ["points", "index", "value", "result"],
  "score low": ["lowscore", "scoremin"],
  "score high": ["highscore", "scoremax"],
  gain: ["ceg", "computeequivalentgain", "multiplier"],
  "gain low": ["lowgain", "gainmin"],
  "gain high": ["highgain", "gainmax"],
  "solves for": ["solve", "solved", "solvedfor"],
  parameters: ["activeparameters", "params", "activeparams", "n"],
  tokens: ["trainingtokens", "d", "datasetsize"],
  note: ["notes", "comment", "remark"]
};

/** Which column a title stands for; the metric's own names stand for the score. */
export function columnOf(title: string, id: string, metric: Metric | undefined): Column | undefined {
  const word = compact(title);
  if (word === "") return undefined;
  const known = columns.find((column) => compact(column) === word || aliases[column].includes(word));
  if (known !== undefined) return known;
  const names = [id, metric?.name, metric?.short, metric && `${metric.name} ${metric.version ?? ""}`];
  return names.some((name) => name !== undefined && compact(name) === word) ? "score" : undefined;
}
