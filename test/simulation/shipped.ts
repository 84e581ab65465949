import {readFileSync} from "node:fs";
import {formatProblem, readScenario} from "../../src/scenario/read.ts";
import type {Scenario} from "../../src/scenario/schema.ts";

/** A shipped scenario, read. */
export async function shippedScenario(file: string): Promise<Scenario> {
  const read = await readScenario(readFileSync(`scenarios/${file}`, "utf8"));
  if (!read.ok) throw new Error(read.problems.map((problem) => formatProblem(file, problem)).join("\n"));
  return read.scenario;
}
