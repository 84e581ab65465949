// A scaling law fitted to training runs, beside a published one.
import {readFile} from "node:fs/promises";
import {fitLaw, hoffmann2022, optimalAllocation, predict, readRuns} from "scaling-ladder";

const read = readRuns(await readFile("scenarios/sample-ladder.csv", "utf8"), {where: ["recipe=old"]});
if (!read.ok) throw new Error(read.problems.map(({line, message}) => `line ${line}: ${message}`).join("\n"));

const fitted = fitLaw(read.runs.runs);
if (!fitted.ok) throw new Error(fitted.message);
const {
  options: {form},
  parameters,
  converged
} = fitted.fit;
const run = {...optimalAllocation(hoffmann2022, 1e24), C: 1e24};
console.log(`${form}, converged: ${converged}`);
console.log(`loss foretold at 1e24 FLOP: ${predict(form, parameters, run).toFixed(4)} nats per token`);
