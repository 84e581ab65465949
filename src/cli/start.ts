import {run} from "./ladder.ts";

process.exitCode = await run(process.argv.slice(2));
