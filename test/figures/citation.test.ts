import {expect, test} from "vitest";
import {captionText, citationText} from "../../src/figures/citation.ts";
import {limitsLine} from "../../src/figures/footer.ts";
import {embedEvidence, loadLedger} from "../../src/scenario/ledger.ts";
import {simulateUncertainty} from "../../src/figures/view.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const picture = {
  title: "It cannot be told",
  subtitle: [{text: "As placed, at 10"}, {text: "25", sup: true}],
  footer: ["F."]
} as const;
const tool = {name: "Scaling Ladder", version: "9.9.9"};

test("a caption is the title, the second line and the footer, as sentences", () => {
  expect(captionText(picture)).toBe("It cannot be told. As placed, at 10^25. F.");
});

test("a caption says where to read what is wrong, at the page’s own address where it has one", () => {
  const footed = {...picture, footer: [`F. ${limitsLine}`]};
  expect(captionText(footed)).toMatch(/F\. What is wrong with this model: [^#:/]+\.$/);
  expect(captionText(footed, "https://example.org/#what-is-wrong")).toMatch(
    /F\. What is wrong with this model: https:\/\/example\.org\/#what-is-wrong$/
  );
});

test("a citation names scenario, answer, tool, seed, the newest source and every source once, and no clock", async () => {
  const scenario = embedEvidence(await shippedScenario("muse-spark.json"), await loadLedger());
  const text = citationText(scenario, "ladder", picture, tool, {});
  const lines = text.split("\n");
  expect(lines.slice(0, 2)).toEqual([
    "“Muse Spark and its rivals”, ladder view. Scaling Ladder 9.9.9, 10,000 draws, seed 7.",
    "It cannot be told. As placed, at 10^25."
  ]);
  expect(lines[2]).toMatch(/^Newest source: (\d+ )?[A-Z][a-z]{2} 20\d\d\.$/);
  expect(lines[3]).toBe("Sources:");
  expect(lines.slice(4).some((line) => line.startsWith("- Artificial Analysis"))).toBe(true);
  expect(new Set(lines).size).toBe(lines.length);
});

test.each([
  ["thought-compression.json", "thinking", "1,000 draws (of what penalties pick, 400), seed"],
  ["rl-scaling.json", "rl", "2,000 draws, seed"],
  ["contemplating.json", "agents", "1,000 draws, seed"],
  ["pretraining-claim.json", "ladder", "10,000 draws, seed"]
] as const)("of %s names the draws that its %s view made", async (file, view, words) => {
  const scenario = await shippedScenario(file);
  const [first] = citationText(scenario, view, picture, tool, simulateUncertainty(scenario, view)).split("\n");
  expect(first).toContain(words);
});

test("a scenario without evidence is cited without sources", async () => {
  const scenario = {...(await shippedScenario("kimi-linear.json")), evidence: []};
  expect(citationText(scenario, "gain", picture, tool, {})).not.toMatch(/source/i);
});
