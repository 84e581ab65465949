import {expect, test} from "vitest";
import {gainAnswer} from "../../src/figures/gainWords.ts";
import {verdictOf} from "../../src/figures/verdict.ts";
import {gains} from "../../src/simulation/gains.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const spark = await shippedScenario("muse-spark.json");
const claim = await shippedScenario("pretraining-claim.json");

function answer(scenario: typeof spark, of: string, against: string, interval?: {low: number; high: number}) {
  const found = gains(scenario, {of, against});
  if (found === undefined) throw new Error("no pair");
  const landmarks = found.landmarks.map(() => interval && {...interval, median: 0});
  return gainAnswer(scenario, found, {byLevel: [], byCompute: [], points: [], landmarks});
}

test("a gain below 1 is more compute", () => {
  const {body} = answer(spark, "gpt-5-4", "muse-spark", {low: -1.4, high: 1.4});
  expect(body).toMatch(/GPT-5\.4’s curve takes more compute than Muse Spark’s, a gain of 0\.60× \(90\s%: .*\): it $/);
});

test("an interval on its way follows the comparison without a verb", () => {
  const {body, verdict} = answer(spark, "muse-spark", "gpt-5-4");
  expect(`${body}${verdict?.words}`).toMatch(/than GPT-5\.4’s: interval on its way$/);
});

test("a value without an interval is no bound", () => {
  expect(verdictOf({low: 1, median: 1, high: 1}).words).toBe("needs less compute; no input of it has an interval");
  expect(verdictOf({low: -1, median: -1, high: -1}).words).toBe("needs more compute; no input of it has an interval");
  expect(verdictOf({low: 1, median: 1.5, high: 2}).words).toBe("needs less compute, at least 10×");
});

test("both readings say the same on straight curves alone", () => {
  const [straight, bent] = [
    answer(spark, "muse-spark", "gpt-5-4"),
    answer(claim, "new-at-maverick-level", "maverick-as-trained")
  ];
  expect(JSON.stringify(straight.condition)).toContain("both readings say the same thing twice");
  expect(JSON.stringify(bent.condition)).toContain("what it is worth at equal compute is not");
});
