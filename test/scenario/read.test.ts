import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {formatProblem, readScenario} from "../../src/scenario/read.ts";

const shipped = readFileSync("scenarios/muse-spark.json", "utf8");

type Edit = (document: unknown) => void;

/** Puts a value at a path such as `models.0.compute`; undefined takes away what is there. */
const at =
  (path: string, value: unknown): Edit =>
  (document) => {
    const keys = path.split(".");
    let place = document as Record<string, unknown>;
    for (const key of keys.slice(0, -1)) place = place[key] as Record<string, unknown>;
    place[keys.at(-1) ?? ""] = value;
  };

const all =
  (...edits: readonly Edit[]): Edit =>
  (document) => {
    for (const edit of edits) edit(document);
  };

/** The small scenario that every case spoils in one place. */
const small = {
  version: 1,
  title: "Two recipes",
  metrics: {index: {name: "Index"}},
  reference: "old",
  recipes: [
    {id: "old", name: "Old", curve: {index: {law: "log-linear", through: "a", slope: 6}}},
    {id: "new", name: "New"}
  ],
  models: [
    {id: "a", name: "A", recipe: "old", compute: 1e24, score: {index: 18}},
    {id: "b", name: "B", recipe: "new", compute: "3e24 to 3e26", basis: "placed", score: {index: 52}}
  ],
  claims: [
    {
      id: "c",
      words: "3x",
      by: "B's maker",
      kind: "maker",
      subject: "b",
      against: ["a"],
      ratio: "over 3x",
      reading: "equal-score",
      metric: "index"
    }
  ],
  thresholds: [{id: "t", name: "Line", compute: 1e25}],
  view: {subject: "b", rivals: ["a"], headline: ["models.b.compute"]}
};

async function problemsOf(text: string): Promise<readonly string[]> {
  const read = await readScenario(text);
  return (read.ok ? read.warnings : read.problems).map((problem) => formatProblem("x.json", problem));
}

async function spoiled(edit: Edit): Promise<readonly string[]> {
  const document: unknown = structuredClone(small);
  edit(document);
  return problemsOf(JSON.stringify(document, undefined, 2));
}

test("readScenario reads the small scenario without a word", async () => {
  expect(await spoiled(() => undefined)).toEqual([]);
});

describe("readScenario says what is wrong, where, and what is accepted", () => {
  const cases: readonly (readonly [string, Edit, string])[] = [
    ["a negative compute", at("models.0.compute", -3), "x.json:32:18 models[0].compute must be greater than 0, got -3"],
    ["a misspelt key", at("models.0.compte", 1), 'models[0].compte unknown key "compte" (did you mean "compute"?)'],
    [
      "a key of another law",
      at("recipes.0.curve.index", {law: "power-law", E: 1, k: 10, a: 0.1, policy: "compute-optimal"}),
      'unknown key "policy" (another form of this has it)'
    ],
    ["an unknown key", at("zzz", 1), 'zzz unknown key "zzz" (known keys: $schema, version, title,'],
    ["a missing title", at("title", undefined), "title is missing"],
    ["a title that is a number", at("title", 5), "title must be text, got 5"],
    ["an empty title", at("title", " "), "title must not be empty"],
    ["a long name", at("models.0.name", "x".repeat(121)), "models[0].name must be at most 120 characters, got 121"],
    ["a reference to nothing", at("reference", "olt"), 'reference names no recipe: "olt" (did you mean "old"?)'],
    [
      "a reference without a curve",
      at("recipes.0.curve", undefined),
      'recipes[0] is the reference "old", so it needs a curve'
    ],
    ["two models of one id", at("models.1.id", "a"), 'models[1].id "a" is taken: models[0] has it already'],
    ["an id with spaces", at("models.0.id", "A b"), "models[0].id must be lower-case letters, digits and hyphens"],
    [
      "low above high",
      at("models.0.compute", {low: 5, high: 3}),
      "models[0].compute low must not be above high, got 5 and 3"
    ],
    ["a key that no interval has", at("models.0.compute", {low: 1, hgh: 3}), 'did you mean "high"?'],
    [
      "a number too large for a double",
      at("models.0.compute", "1e400"),
      "models[0].compute must be a finite number, got 1e400"
    ],
    ["hours without a chip", at("models.0.compute", "2.38M hours"), "models[0].compute hours need a chip"],
    [
      "a law that is none",
      at("recipes.0.curve.index.law", "linear"),
      'recipes[0].curve.index.law must be one of "log-linear", "logistic", "chinchilla", "power-law", "kaplan", "two-step", "formula", got "linear"'
    ],
    [
      "a basis that is none",
      at("models.0.basis", "guess"),
      'models[0].basis must be one of "known", "estimate", "placed", got "guess"'
    ],
    [
      "a curve through nothing",
      at("recipes.0.curve.index.through", "z"),
      'recipes[0].curve.index.through names no model: "z"'
    ],
    [
      "a curve through another recipe's model",
      at("recipes.0.curve.index.through", "b"),
      'recipes[0].curve.index.through goes through "b", which must belong to recipe "old"'
    ],
    ["a score on no metric", at("models.0.score.loss", 1), 'models[0].score.loss names no metric: "loss"'],
    [
      "a recipe that is none",
      at("models.1.recipe", "nww"),
      'models[1].recipe names no recipe: "nww" (did you mean "new"?)'
    ],
    [
      "solving for a score without compute",
      all(at("models.1.solve", "score"), at("models.1.compute", undefined)),
      "models[1].solve solves for score, so compute (or parameters and tokens) must be given"
    ],
    ["a claim about nobody", at("claims.0.subject", "q"), 'claims[0].subject names no model: "q"'],
    [
      "a claim on no metric",
      at("claims.0.metric", "indx"),
      'claims[0].metric names no metric: "indx" (did you mean "index"?)'
    ],
    ["a view of nobody", at("view.rivals", ["q"]), 'view.rivals[0] names no model: "q"'],
    ["an axis from high to low", at("view.x", [1e25, 1e23]), "view.x must run from low to high"],
    ["an axis from 0", at("view.x", [0, 1e23]), "view.x[0] must be greater than 0, got 0"],
    [
      "a headline that leads nowhere",
      at("view.headline", ["models.q.compute"]),
      "view.headline[0] names no input of this scenario"
    ],
    [
      "seven headline sliders",
      at("view.headline", Array(7).fill("models.b.compute")),
      "view.headline must hold at most 6, got 7"
    ],
    [
      "evidence that is not there",
      at("models.0.evidence", {compute: ["lama-4-maverick-compute"]}),
      'models[0].evidence.compute[0] names no evidence: "lama-4-maverick-compute" (did you mean "llama-4-maverick-compute"?)'
    ],
    ["a billion draws", at("uncertainty", {draws: 1e9}), "uncertainty.draws must be at most 100000, got 1000000000"],
    [
      "a seed that is no whole number",
      at("uncertainty", {seed: 1.5}),
      "uncertainty.seed must be a whole number, got 1.5"
    ],
    ["no metric", at("metrics", {}), "metrics must hold at least one metric"],
    ["10,000 models", at("models", Array(10_000).fill(small.models[0])), "models must hold at most 2000, got 10000"],
    [
      "a newer version",
      at("version", 2),
      "version 2 is newer than this program reads (1): open it with a newer Scaling Ladder"
    ],
    ["no version", at("version", undefined), '"version" is missing'],
    ["a version in words", at("version", "one"), 'version must be a whole number from 0 to 1, got "one"'],
    [
      "__proto__ as a model's key",
      at("models.0", JSON.parse('{"__proto__": 1, "id": "a", "name": "A", "recipe": "old"}')),
      'unknown key "__proto__"'
    ],
    [
      "a value outside its interval",
      at("models.1.compute", {value: 1, low: 2, high: 3}),
      "models[1].compute 1 is outside its interval, 2 to 3 (the interval is widened to hold it)"
    ]
  ];
  test.each(cases)("%s", async (_, edit, expected) => {
    const problems = await spoiled(edit);
    expect(problems.join("\n")).toContain(expected);
    expect(
      problems.every((problem) => /^x\.json:\d+:\d+ /.test(problem)),
      problems.join("\n")
    ).toBe(true);
  });
});

describe("readScenario refuses what is no scenario at all", () => {
  const wide = (mark: string) => Buffer.from(mark + shipped, "utf16le").toString("utf8");
  const schema = readFileSync("scenarios/scenario.schema.json", "utf8");
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ["an empty file", "", /^x\.json:1:1 is empty/],
    ["a web page", "<!doctype html>", /^x\.json:1:1 /],
    ["UTF-16 read as UTF-8", wide("\uFEFF"), /^x\.json:1:1 is in UTF-16 and must be in UTF-8 \(save it as UTF-8\)$/],
    ["UTF-16 without a mark", wide(""), /^x\.json:1:1 is in UTF-16/],
    ["the schema", schema, /^x\.json:1:1 is a JSON Schema, which says how scenarios are written, and not a scenario$/],
    ["a list", "[]", /must be a scenario: an object in braces/],
    ["a trailing comma", '{\n  "version": 1,\n}', /^x\.json:(2|3):\d+ /],
    ["a key that stands twice", '{"version": 1, "version": 1}', /key "version" stands twice/]
  ];
  test.each(cases)("%s", async (_, text, expected) => {
    expect((await problemsOf(text))[0]).toMatch(expected);
  });

  test("a file of 50 MB, without reading it", async () => {
    expect(await problemsOf(" ".repeat(50_000_000))).toEqual(["x.json:1:1 is 50 MB; a scenario may be 5 MB at most"]);
  });

  test("a thousand nested lists", async () => {
    expect((await problemsOf(`{"version": 1, "title": ${"[".repeat(1000)}${"]".repeat(1000)}}`))[0]).toMatch(
      /^x\.json:1:\d+ /
    );
  });
});

test("readScenario says all problems of a file at once", async () => {
  const problems = await spoiled(all(at("models.0.compute", -1), at("models.1.recipe", 5), at("nonsense", true)));
  expect(problems).toHaveLength(3);
});

describe("of a file with faults of every kind", () => {
  const curve = '{"law": "log-liner", "through": "b", "slope": "3 to 12 foo"}';
  const model = (id: string, rest: string) => `  {"id": "${id}", "name": "N", ${rest}}`;
  const text = [
    '{"version": 1, "title": "T", "metrics": {"m": {"name": "M"}}, "reference": "r",',
    ` "recipes": [{"id": "r", "name": "R", "curve": {"m": ${curve}}}],`,
    ' "models": [',
    `${model("a", '"recipe": 5')},`,
    `${model("b", '"recipe": "rr", "compute": "1e24 foo", "score": {"m": 1}')},`,
    `${model("b", '"recipe": "r", "compute": 1e24, "score": {"m": 1, "n": 2}, "nonsense": 1')}],`,
    ' "claims": [{"id": "c", "words": "W", "by": "B", "kind": "maker", "subject": "zz", "against": ["a"], "ratio": 3,',
    '   "reading": "equal-score", "evidence": ["no-such-entry"]}]}'
  ].join("\n");

  test("readScenario says all, in the order of the file", async () => {
    expect(
      (await problemsOf(text)).map((line) => line.replace(/; a slope.*|; compute takes.*| \((known|there).*/, ""))
    ).toEqual([
      expect.stringMatching(
        /^x\.json:2:62 recipes\[0\]\.curve\.m\.law must be one of .* \(did you mean "log-linear"\?\)$/
      ),
      expect.stringMatching(/^x\.json:2:\d+ recipes\[0\]\.curve\.m\.slope .*foo/),
      "x.json:4:38 models[0].recipe must be text, got 5",
      expect.stringMatching(/^x\.json:5:\d+ models\[1\]\.recipe names no recipe: "rr"/),
      expect.stringMatching(/^x\.json:5:\d+ models\[1\]\.compute unexpected "foo"/),
      'x.json:6:10 models[2].id "b" is taken: models[1] has it already',
      expect.stringMatching(/^x\.json:6:\d+ models\[2\]\.score\.n names no metric: "n"/),
      expect.stringMatching(/^x\.json:6:\d+ models\[2\]\.nonsense unknown key "nonsense"/),
      expect.stringMatching(/^x\.json:7:\d+ claims\[0\]\.subject names no model: "zz"/),
      expect.stringMatching(/^x\.json:8:\d+ claims\[0\]\.evidence\[0\] names no evidence: "no-such-entry"/)
    ]);
  });

  test("readScenario calls nothing missing that stands in a part that is wrong", async () => {
    expect((await problemsOf(text)).filter((line) => line.includes('"a"'))).toEqual([]);
  });
});

test("readScenario upgrades a file of version 0", async () => {
  const old = {
    ...small,
    version: 0,
    metrics: undefined,
    metric: {name: "Index"},
    recipes: [{...small.recipes[0], curve: small.recipes[0]?.curve?.index}, small.recipes[1]],
    models: small.models.map((model) => ({...model, score: model.score.index})),
    claims: [],
    view: {}
  };
  const read = await readScenario(JSON.stringify(old));
  expect(read.ok && read.upgradedFrom).toBe(0);
  expect(read.ok && read.scenario.models[0]?.score["metric"]?.value).toBe(18);
});

test("readScenario keeps names with markup, emoji and right-to-left text as they are", async () => {
  for (const name of ["<script>alert(1)</script>", "🦙 4", "نموذج", '"quoted" & co']) {
    const read = await readScenario(shipped.replace('"name": "Muse Spark"', `"name": ${JSON.stringify(name)}`));
    expect(read.ok && read.scenario.models[0]?.name).toBe(name);
  }
});

test("readScenario reads units that need the larger library", async () => {
  const read = await readScenario(
    JSON.stringify({...small, models: [{...small.models[0], compute: "2 EFLOP/s-weeks"}, small.models[1]]})
  );
  expect(read.ok && read.scenario.models[0]?.compute?.value).toBeCloseTo(2e18 * 7 * 86400, -15);
});
