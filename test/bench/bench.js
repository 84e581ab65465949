// Prints what the page and the command cost in time and bytes: npm run bench, or npm run bench -- moves command
import {runnerImport} from "vite";
import {runBundled} from "./bundled.js";

const {module} = await runnerImport("./test/bench/bench.ts", {configFile: false, logLevel: "error"});
await module.bench(process.argv.slice(2), runBundled);
