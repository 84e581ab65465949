import {expect, test} from "vitest";
import {fileName} from "../../src/app/files.ts";

const long = "Score against reinforcement learning, with the line of its middle added";

test.each([
  ["Muse Spark", "json", "", "muse-spark.json"],
  ["Größe: 3×", "svg", "", "gro-e-3.svg"],
  ["…", "csv", "", "scenario.csv"],
  [long, "csv", "", "score-against-reinforcement-learning-with-the-line-of-its.csv"],
  [long, "csv", "rl", "score-against-reinforcement-learning-with-the-line-of-its-rl.csv"],
  [`${"a".repeat(59)} b c`, "csv", "", `${"a".repeat(59)}.csv`],
  [`${"a".repeat(58)} b c`, "csv", "", `${"a".repeat(58)}-b.csv`],
  ["a".repeat(80), "csv", "", `${"a".repeat(60)}.csv`],
  ["", "json", "version 2", "scenario-version-2.json"]
])("the file of %j, %s %s, is called %s: cut where a word ends", (title, extension, part, name) => {
  expect(fileName(title, extension, part)).toBe(name);
});
