import {readdirSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {caseRow, claimStanding, claimTitle, claimVerdict, flipRow, readingLines} from "../../src/figures/claimCards.ts";
import {cautions, nearEqual, settling} from "../../src/figures/claimCautions.ts";
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
        claimTitle(found.claim),
        claimStanding(found.claim),
        ...cautions(scenario, found.claim),
        ...settling(scenario, found.claim),
        ...(nearEqual(scenario, [found])?.taken.map(asString) ?? []),
        ...readingLines(scenario, found).map(({implies}) => asString(implies))
      ].join(" ");
      expect(words).not.toMatch(/\b(true|false|confirm|debunk|NaN|undefined|N\/A)/i);
      expect(verdict).toMatch(
        /^(holds as placed|does not hold as placed|is about another metric|has no number)(; cannot be told from no gain)?$/
      );
    }
  });
});

test("the 10x is about pretraining at Maverick's level, not Muse Spark's own bill and not serving", () => {
  const words = cautions(muse, cases[0]!.claim).join(" ");
  expect(words).toMatch(/pretraining FLOP at Llama 4 Maverick’s level, read off a law fitted to small models/);
  expect(words).toMatch(/not about the training bill of Muse Spark itself, and not about serving/);
  expect(words).toMatch(/names no metric of this page/);
});

test("the 3x to 10x has no primary source and is mostly a ratio of undisclosed compute", () => {
  const {claim} = cases[1]!;
  expect(cautions(muse, claim).join(" ")).toMatch(/no primary source/);
  expect(claimStanding(claim)).toMatch(/press only/);
  const near = nearEqual(muse, cases.slice(1))!;
  expect(near.says).toMatch(/mostly the ratio of two computes that nobody disclosed/);
  expect(asString(near.formula)).toBe(
    "gain = C of the rival / C of the subject × 10^(score of the subject − score of the rival) / points per tenfold"
  );
  expect(near.taken.map(asString)[0]).toMatch(
    /^GPT-5.4 over Muse Spark: 3\.0×10\^26 \/ 3\.0×10\^25 × 10\^\(52\.15 − 56\.80\) \/ 6 = 10× from the computes, 0\.17× from the scores: 1\.7×$/
  );
  expect(settling(muse, claim).join(" ")).toMatch(/primary text.*training compute of Muse Spark/);
});

test("a gain over a model whose compute is known is no ratio of undisclosed computes", () => {
  expect(nearEqual(muse, cases.slice(0, 1))).toBeUndefined();
});

test("every reading is switchable and says what it would imply", () => {
  const lines = readingLines(muse, cases[0]!).map(({reading, implies}) => [reading, asString(implies)]);
  expect(Object.fromEntries(lines)).toEqual({
    "equal-score": expect.stringMatching(/would need at most 2\.2×10\^23 FLOP against Llama 4 Maverick/),
    "equal-loss": expect.stringMatching(/a run of its recipe would cost at most 2\.2×10\^23 FLOP/),
    pretraining: expect.stringMatching(/nowhere else.*does not say what Muse Spark itself cost/),
    "all-training": expect.stringMatching(/it has no number here/),
    "serving-cost": expect.stringMatching(/makes no answer cheaper/)
  });
});

test("an input that sits on its turn says so, and one that never turns it too", () => {
  const address = "models.muse-spark.compute";
  const row = (at: number | undefined) => asString(flipRow(muse, {address, now: 3e25, at}).at);
  expect([row(3e25), row(undefined), row(1.68e25)]).toEqual([
    "at its value now",
    "no value turns it",
    expect.stringMatching(/^1\.7×10\^25/)
  ]);
});

test("a reading the scenario cannot answer has no number", () => {
  const found = {...cases[1]!, claim: {...cases[1]!.claim, reading: "serving-cost" as const}};
  expect(claimVerdict(found, undefined)).toBe("has no number");
  expect(caseRow(muse, found, undefined).gain).toBe("no number");
});
