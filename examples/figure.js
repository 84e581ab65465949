// A figure of a scenario with one input changed, as SVG on standard output: the bytes that the command writes.
import {readFile} from "node:fs/promises";
import {parseQuantity, parseScenario, renderSvg, writeInput} from "scaling-ladder";

const read = await parseScenario(await readFile("scenarios/muse-spark.json", "utf8"));
const compute = parseQuantity("5e25", "compute");
if (!read.ok || !compute.ok) throw new Error("the scenario or the compute could not be read");

const scenario = writeInput(read.scenario, "models.muse-spark.compute", compute.value);
console.log((await renderSvg(scenario, {view: "ladder", width: 800, height: 500, theme: "light"}))?.trimEnd());
