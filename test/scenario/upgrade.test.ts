import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {formatProblem, readScenario} from "../../src/scenario/read.ts";
import {currentVersion, upgrade} from "../../src/scenario/upgrade.ts";
import {writeScenario} from "../../src/scenario/write.ts";
import {ladder} from "../../src/simulation/ladder.ts";

const oldest = readFileSync("test/scenario/oldest/muse-spark.json", "utf8");

describe("the oldest file ever shipped", () => {
  test("opens without a word", async () => {
    expect(await readScenario(oldest)).toMatchObject({ok: true, warnings: []});
  });

  test("says what it said on its first day", async () => {
    const read = await readScenario(oldest);
    if (!read.ok) throw new Error("not read");
    // log10 C of the rival and of Muse Spark, and their scores over 6 points per tenfold, as the file has them.
    const gain = (C: number, score: number) => Math.log10(C / 3e25) + (52.15 - score) / 6;
    const comparisons = ladder(read.scenario)!.comparisons;
    const expected = {
      "gpt-5-4": gain(3e26, 56.8),
      "gemini-3-1-pro": gain(2e26, 57.18),
      "claude-opus-4-6": gain(2e26, 52.95),
      "llama-4-maverick": gain(2.24e24, 18.36)
    };
    expect(comparisons.map(({rival}) => rival)).toEqual(Object.keys(expected));
    for (const {rival, log10Gain} of comparisons)
      expect(log10Gain, rival).toBeCloseTo(expected[rival as keyof typeof expected], 12);
  });

  test("is one file a version that was ever written", () => {
    const versions = readdirSync("test/scenario/oldest").map(
      (file) => (JSON.parse(readFileSync(`test/scenario/oldest/${file}`, "utf8")) as {version: number}).version
    );
    expect(versions).toContain(1);
    expect(Math.max(...versions)).toBeLessThanOrEqual(currentVersion);
  });
});

describe("an upgrade", () => {
  const old = {
    version: 0,
    title: "Old",
    metric: {name: "Index"},
    reference: "r",
    recipes: [{id: "r", name: "R", curve: {law: "log-linear", through: "m", slope: 6}}],
    models: [{id: "m", name: "M", recipe: "r", compute: 1e24, score: 20}]
  };

  test("says a sentence a step, and whether results change", () => {
    expect(upgrade(old)).toMatchObject({
      ok: true,
      from: 0,
      said: [
        "version 0 to 1: there can be several metrics since; the only one is now called “metric”, and scores and curves " +
          "name it. No number was changed: every result is as it was"
      ]
    });
  });

  test("leaves the document it was given as it was", () => {
    const before = JSON.stringify(old);
    upgrade(old);
    expect(JSON.stringify(old)).toBe(before);
  });

  test("of a document of today is the same document, without a word", () => {
    const today = {...old, version: currentVersion};
    const upgraded = upgrade(today);
    expect(upgraded).toEqual({ok: true, document: today, from: currentVersion, said: []});
    expect(upgraded.ok && upgraded.document).toBe(today);
  });

  test("is handed on by the reader, with what it said", async () => {
    expect(await readScenario(JSON.stringify(old))).toMatchObject({
      ok: true,
      upgradedFrom: 0,
      upgrades: [expect.stringContaining("version 0 to 1")]
    });
  });

  test("takes every version up to today’s", () => {
    for (let version = 0; version <= currentVersion; ++version) {
      const upgraded = upgrade({...old, version});
      expect(upgraded.ok && upgraded.document).toMatchObject({version: currentVersion});
    }
  });
});

describe("a file of a newer version", () => {
  const document = JSON.parse(oldest) as {models: object[]; recipes: object[]} & Record<string, unknown>;
  const newer = (more: object) => JSON.stringify({...document, version: 3, ...more});
  const said = async (text: string) => {
    const read = await readScenario(text);
    return (read.ok ? read.warnings : read.problems).map((problem) => formatProblem("x.json", problem));
  };

  test("opens as far as it is known, and says what was left out, with places", async () => {
    const [model, ...models] = document.models;
    const text = newer({forecast: {year: 2030}, models: [{...model, watts: 5, __proto__x: 1}, ...models]});
    const read = await readScenario(text);
    expect(read).toMatchObject({ok: true, newer: 3});
    expect(await said(text)).toEqual([
      expect.stringMatching(
        /^x\.json:1:\d+ version 3 is newer than this program reads \(1\): open it with a newer Scaling Ladder \(read as version 1; keep the file itself and save under another name\)$/
      ),
      expect.stringMatching(/^x\.json:1:\d+ models\[0\]\.watts is not known to version 1: left out$/),
      expect.stringMatching(/^x\.json:1:\d+ models\[0\]\.__proto__x is not known to version 1: left out$/),
      expect.stringMatching(/^x\.json:1:\d+ forecast is not known to version 1: left out$/)
    ]);
    expect(read.ok && writeScenario(read.scenario)).toBe(await savedOldest());
  });

  test("says only that it is newer where everything is known", async () => {
    const read = await readScenario(newer({}));
    expect(read.ok && read.warnings).toHaveLength(1);
  });

  test("is refused where what is known is no scenario, with the reason first", async () => {
    const text = newer({recipes: {}, forecast: 1});
    expect((await readScenario(text)).ok).toBe(false);
    expect(await said(text)).toEqual([
      expect.stringContaining("version 3 is newer than this program reads (1)"),
      expect.stringContaining("recipes must be a list, got an object")
    ]);
  });

  test("is refused where what is known does not fit together", async () => {
    const lines = await said(newer({reference: "nothing"}));
    expect(lines[0]).toContain("version 3 is newer");
    expect(lines.length).toBeGreaterThan(1);
  });
});

/** The oldest file as it is saved today. */
async function savedOldest(): Promise<string> {
  const read = await readScenario(oldest);
  if (!read.ok) throw new Error("not read");
  return writeScenario(read.scenario);
}
