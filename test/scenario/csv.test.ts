import fc from "fast-check";
import {expect, test} from "vitest";
import muse from "../../scenarios/muse-spark.json" with {type: "json"};
import {checkScenario} from "../../src/scenario/check.ts";
import {modelsFromCsv, modelsToCsv} from "../../src/scenario/csv.ts";
import {emptyScenario} from "../../src/scenario/edit.ts";
import {importModels} from "../../src/scenario/editImport.ts";
import type {ImportHow} from "../../src/scenario/editImport.ts";
import {loadRarerUnits} from "../../src/scenario/rarerUnits.ts";
import {scenarioSchema} from "../../src/scenario/schema.ts";
import type {Model, Scenario} from "../../src/scenario/schema.ts";

const spark = scenarioSchema.parse(muse) as Scenario;
const metric = "aa-index";
const read = (text: string) => modelsFromCsv(text, spark, metric);
const only = (text: string) => read(text).models[0];
const problems = (text: string) => read(text).problems.map(({line, message}) => `${line}: ${message}`);
const faults = (scenario: Scenario) => checkScenario(scenario).filter(({warning}) => warning !== true);

const numbers = ({name, compute, score, gain, solve, basis, recipe}: Model) => ({
  name,
  recipe,
  basis,
  solve,
  compute: [compute?.value, compute?.low, compute?.high],
  score: score[metric]?.value,
  gain: gain?.value
});

test("a table of the shipped models is read back as the same models", () => {
  const {models, recipes, problems: none} = read(modelsToCsv(spark, metric));
  expect(none).toEqual([]);
  expect(recipes).toEqual([]);
  expect(models.map(numbers)).toEqual(spark.models.map(numbers));
});

test("a table in the place of the models it was made from changes nothing", () => {
  const result = importModels(spark, read(modelsToCsv(spark, metric)), "replace");
  expect(result).toMatchObject({ok: true, also: []});
  if (result.ok) {
    expect(result.scenario.models.map(({id, evidence}) => [id, evidence])).toEqual(
      spark.models.map(({id, evidence}) => [id, evidence])
    );
    expect(result.scenario.view).toEqual(spark.view);
  }
});

test.each([
  ["commas", "name,compute,score\nA,2e25,50.5"],
  ["semicolons", "name;compute;score\nA;2e25;50.5"],
  ["tabs", "name\tcompute\tscore\nA\t2e25\t50.5"],
  ["semicolons and decimal commas", "name;compute;score\nA;2e25;50,5"],
  ["tabs and decimal commas", "name\tcompute\tscore\nA\t2,0e25\t50,5"],
  ["a byte order mark", "\uFEFFname,compute,score\nA,2e25,50.5"],
  ["Windows line ends", "name,compute,score\r\nA,2e25,50.5\r\n"],
  ["old Macintosh line ends", "name,compute,score\rA,2e25,50.5"],
  ["quotes around everything", '"name","compute","score"\n"A","2e25","50.5"'],
  ["columns in another order", "score,name,compute\n50.5,A,2e25"],
  ["titles as people write them", "Model,Training compute (FLOP),Artificial Analysis Intelligence Index\nA,2e25,50.5"],
  ["the metric's short name", "Model Name,FLOP,AA Intelligence Index\nA,2e25,50.5"],
  ["blank lines", "\nname,compute,score\n\nA,2e25,50.5\n\n"],
  ["spaces around cells", " name , compute , score \n A , 2e25 , 50.5 "]
])("a table with %s is understood", (_, text) => {
  expect(problems(text)).toEqual([]);
  expect(only(text)).toMatchObject({
    name: "A",
    compute: {value: 2e25},
    score: {[metric]: {value: 50.5}},
    solve: "gain"
  });
});

test.each([
  ["1.234,5", "1234.5"],
  ["12,25", "12.25"],
  ["-3,5", "-3.5"]
])("with decimal commas %s is %s", (cell, value) => {
  expect(only(`name;score\nA;${cell}`)?.score[metric]?.value).toBe(Number(value));
});

test("a comma groups thousands where points are the decimal sign", () => {
  expect(only("name;compute;score\nA;1,000;50.5")?.compute?.value).toBe(1000);
});

test.each([
  ["2.38M H100-hours at 40% of BF16 peak", 2.38e6 * 3600 * 0.4 * 989.4e12],
  ["3e24 to 3e26", 3e25],
  ["6 YFLOP", 6e24]
])("a cell takes what a field takes: %s", (cell, value) => {
  expect((only(`name,compute,score\nA,${cell},50`)?.compute?.value ?? NaN) / value).toBeCloseTo(1, 9);
});

test("columns of ends make an interval around the value", () => {
  const model = only("name,compute,compute low,compute high,score,score low,score high\nA,2e25,1e25,4e25,50,48,53");
  expect(model?.compute).toMatchObject({value: 2e25, low: 1e25, high: 4e25});
  expect(model?.score[metric]).toMatchObject({value: 50, low: 48, high: 53});
});

test.each([
  ["compute and score", "compute,score", "2e25,50", "gain"],
  ["gain and score", "gain,score", "3x,50", "compute"],
  ["compute and gain", "compute,gain", "2e25,3x", "score"],
  ["score alone", "score,maker", "50,Someone", "compute"],
  ["compute alone", "compute,maker", "2e25,Someone", "score"],
  ["what the row says", "compute,score,solves for", "2e25,50,score", "score"]
])("a row with %s solves for what is left", (_, titles, cells, solve) => {
  expect(only(`name,${titles}\nA,${cells}`)?.solve).toBe(solve);
});

test("a recipe is known by name or id in any case, another one is brought once", () => {
  const {models, recipes} = read(
    "name,recipe,maker,score\nA,MUSE RECIPE,,50\nB,muse,,50\nC,New way,Someone,50\nD,new way,,50"
  );
  expect(models.map(({recipe}) => recipe)).toEqual(["muse", "muse", "new-way", "new-way"]);
  expect(recipes).toEqual([{id: "new-way", name: "New way", maker: "Someone"}]);
});

test("a model without a recipe brings its own, unless it is there already", () => {
  const {models, recipes} = read("name,compute,score\nGPT-5.4,1e26,57\nFresh,1e26,50");
  expect(models.map(({recipe}) => recipe)).toEqual(["gpt-5-4", "fresh-recipe"]);
  expect(recipes).toEqual([{id: "fresh-recipe", name: "Fresh recipe"}]);
});

test("ids are made from names and never taken twice", () => {
  expect(read("name,score\nGPT-5,1\nGPT-5,2").models.map(({id}) => id)).toEqual(["gpt-5-2", "gpt-5-3"]);
});

test.each([
  ["", "1: The table is empty"],
  ["\n\n", "1: The table is empty"],
  [
    "compute,score\n1e24,5",
    "1: No column is called name; the first line gives the columns: name, recipe, maker, compute, score, gain …"
  ],
  ["name,score,points\nA,1,2", "1: Two columns give the score"],
  ["name,compute\nA,abc", /^2: compute: "abc" is not a number; compute takes FLOP/],
  ["name,compute\nA,-5", "2: compute: must be greater than 0, got -5"],
  ["name,compute,compute low\nA,1e25,1e24", "2: compute: an interval has two ends, high is missing"],
  ["name,compute,low,high\nA,1e25,1e26,1e24", "2: compute: low must not be above high, got 1e+26 and 1e+24"],
  ["name,score\n,50", "2: name: A name must not be empty"],
  ["name,maker\nA,B", "2: has neither compute nor score"],
  ["name,score,solves for\nA,50,tokens", "2: solves for: must be compute, gain, score, got tokens"],
  ["name,score,solves for\nA,50,score", "2: solves for score, so its compute must be given"],
  ["name,score,basis\nA,50,rumoured", "2: basis: must be known, estimate, placed, got rumoured"],
  ['name,note,score\n"two\nlines",,50\n\nB,,x', /^5: score: "x" is not a number/]
])("the table %j says what is wrong and where", (text, message) => {
  const [first = ""] = problems(text);
  if (typeof message === "string") expect(first).toBe(message);
  else expect(first).toMatch(message);
});

test("a row that cannot be used leaves the others as they are", () => {
  const {models, problems: found} = read("name,score\nA,1\nB,x\nC,3");
  expect(models.map(({name}) => name)).toEqual(["A", "C"]);
  expect(found.map(({line}) => line)).toEqual([3]);
});

test("columns that say nothing here are named", () => {
  expect(read("name,score,colour,\nA,1,red,").ignored).toEqual(["colour"]);
});

test("a cell with rarer units is read once they are there", async () => {
  const text = "name,compute,score\nA,100 H100-weeks at 40% of BF16 peak,50";
  expect(read(text)).toMatchObject({models: [], needsUnits: true});
  const late = modelsFromCsv(text, spark, metric, await loadRarerUnits());
  expect(late).toMatchObject({needsUnits: false, problems: []});
  expect(late.models).toHaveLength(1);
});

test.each(["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "'=1", "plain", 'with "quotes", commas;\nand lines'])(
  "the name %j comes back and is never a formula",
  (name) => {
    const renamed = {...spark, models: spark.models.slice(0, 1).map((model) => ({...model, name}))};
    const text = modelsToCsv(renamed, metric);
    expect(text.split("\n")[1]).not.toMatch(/^"?[=+\-@]/);
    expect(only(text)?.name).toBe(name);
  }
);

test("a model that the curve needs is not put out of place by a table", () => {
  const result = importModels(spark, read("name,score\nLlama 4 Maverick,20\nFresh,50"), "replace");
  expect(result.ok).toBe(true);
  if (!result.ok) return;
  expect(result.scenario.models.find(({id}) => id === "llama-4-maverick")).toBe(spark.models[4]);
  expect(result.also.some((line) => line.startsWith("Llama 4 Maverick stays as it was."))).toBe(true);
  expect(faults(result.scenario)).toEqual([]);
});

const cell = fc.oneof(
  fc.constantFrom(
    "",
    "A",
    "GPT-5",
    "Llama 4 Maverick",
    "Muse Spark",
    "1e25",
    "3x",
    "50",
    "50,5",
    "gain",
    "score",
    "compute"
  ),
  fc.string({maxLength: 6})
);
const table = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t"),
  rows: fc.array(fc.array(cell, {minLength: 1, maxLength: 7}), {maxLength: 6})
});

test("any text is read without a throw, and what it gives fits the scenario", () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom<ImportHow>("add", "replace"),
      fc.constantFrom(spark, emptyScenario()),
      ({delimiter, rows}, how, scenario) => {
        const head = ["name", "compute", "score", "gain", "solves for", "recipe", "maker"].join(delimiter);
        const text = [head, ...rows.map((row) => row.join(delimiter))].join("\n");
        const shown = Object.keys(scenario.metrics)[0] ?? "";
        const result = importModels(scenario, modelsFromCsv(text, scenario, shown), how);
        if (result.ok) expect(faults(result.scenario), JSON.stringify(text)).toEqual([]);
      }
    ),
    {seed: 41, numRuns: 400}
  );
});
