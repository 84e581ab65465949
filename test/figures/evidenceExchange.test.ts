import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import ledgerFile from "../../src/scenario/ledger.json";
import {effectOf, exchangeStep} from "../../src/figures/evidenceExchange.ts";
import {asString} from "../../src/figures/wording.ts";
import {writeInput} from "../../src/scenario/address.ts";
import {exchangesOf} from "../../src/scenario/exchange.ts";
import {evidenceIndex} from "../../src/scenario/ledger.ts";
import type {Ledger} from "../../src/scenario/ledger.ts";
import {readScenario} from "../../src/scenario/read.ts";
import type {Scenario} from "../../src/scenario/schema.ts";

const read = await readScenario(readFileSync("scenarios/muse-spark.json", "utf8"));
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const muse: Scenario = read.scenario;
const find = evidenceIndex(muse, ledgerFile as unknown as Ledger);

describe("before a figure is exchanged", () => {
  const [maverick, scout] = exchangesOf(muse, find);

  test("it is said that the answer stays, and which other sayings do not", () => {
    const {answer, elsewhere} = effectOf(muse, maverick!);
    expect(answer).toMatchObject({what: "gain against GPT-5.4", changes: false});
    expect(asString(answer!.after)).toBe("1.7×");
    expect(elsewhere.map(({what, before, after}) => `${what} ${asString(before)} → ${asString(after)}`)).toEqual([
      "“over 10×” asks for at or below 2.2×10^23 FLOP → at or below 3.3×10^23 FLOP"
    ]);
  });

  test("it is said what becomes of the answer where that changes", () => {
    const rivalIsMaverick: Scenario = {...muse, view: {...muse.view, rival: "llama-4-maverick"}};
    const steep = writeInput(rivalIsMaverick, "recipes.llama-4.curve.aa-index.slope", {value: 20, written: 20});
    const exchange = exchangesOf(steep, find)[0]!;
    const {answer} = effectOf(steep, exchange);
    expect(answer).toMatchObject({what: "gain against Llama 4 Maverick", changes: true});
    expect([answer!.before, answer!.after].map(asString)).toEqual(["3.7×", "5.4×"]);
  });

  test("a model that nothing hangs on changes nothing", () => {
    expect(effectOf(muse, scout!)).toMatchObject({answer: {changes: false}, elsewhere: []});
  });

  test("a threshold’s other figure says how many models stand over the line", () => {
    const higher = writeInput(muse, "thresholds.eu-ai-act.compute", {value: 1e26, written: 1e26});
    const {answer, elsewhere} = effectOf(muse, {scenario: higher});
    expect(answer).toMatchObject({changes: false});
    expect(elsewhere.map(({what, before, after}) => [what, asString(before), asString(after)])).toEqual([
      ["models at or over EU AI Act", "9", "6"]
    ]);
  });

  test("the step has a name that undo can show", () => {
    expect(exchangeStep(muse, maverick!)).toBe("other figure for compute of Llama 4 Maverick");
  });
});
