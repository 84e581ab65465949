import {readdirSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {caseRow, cautions, claimVerdict, readingLines, settling} from "../../src/figures/claimCards.ts";
import {asString} from "../../src/figures/wording.ts";
import {claimCases, claimDraws} from "../../src/simulation/claims.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const files = readdirSync("scenarios").filter((name) => name.endsWith(".json") && !name.endsWith("schema.json"));
const muse = await shippedScenario("muse-spark.json");
const cases = claimCases(muse);

describe.each(files)("the claims of %s", async (file) => {
  const scenario = await shippedScenario(file);
  const drawn = claimDraws({...scenario, uncertainty: {...scenario.uncertainty, draws: 500}});

  test("are never called true or false", () => {
    for (const [i, found] of claimCases(scenario).entries()) {
      const {gain, range, share, verdict, implied} = caseRow(scenario, found, drawn[i]);
      const words = [
        ...[gain, range, share, verdict, asString(implied)],
        ...cautions(scenario, found, found.isOnMetric),
        ...settling(scenario, found.claim, found.isOnMetric),
        ...readingLines(scenario, found).map(({implies}) => asString(implies))
      ].join(" ");
      expect(words).not.toMatch(/\b(true|false|confirm|debunk|NaN|undefined|N\/A)/i);
      expect(verdict).toMatch(
        /^(holds as placed|does not hold as placed|is about another metric|has no number)(; the gain cannot be told from no gain)?$/
      );
    }
  });
});

test("the 10x is about pretraining at Maverick's level, not Muse Spark's own bill and not serving", () => {
  const words = cautions(muse, cases[0]!, cases[0]!.isOnMetric).join(" ");
  expect(words).toMatch(/pretraining FLOP at Llama 4 Maverick’s level, read off a law fitted to small models/);
  expect(words).toMatch(/not about the training bill of Muse Spark itself, and not about serving/);
  expect(words).toMatch(/another metric/);
});

test("the 3x to 10x has no primary source and is mostly a ratio of undisclosed compute", () => {
  const words = cautions(muse, cases[1]!, cases[1]!.isOnMetric).join(" ");
  expect(words).toMatch(/no primary source/);
  expect(words).toMatch(/mostly the ratio of two computes that nobody disclosed/);
  expect(settling(muse, cases[1]!.claim, true).join(" ")).toMatch(/primary text.*training compute of Muse Spark/);
});

test("a reading the scenario cannot answer has no number", () => {
  const found = {...cases[1]!, claim: {...cases[1]!.claim, reading: "serving-cost" as const}};
  expect(claimVerdict(found, undefined)).toBe("has no number");
  expect(caseRow(muse, found, undefined).gain).toBe("no number");
});
