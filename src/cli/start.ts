import {CommandError, remark} from "./io.ts";
import {main} from "./ladder.ts";

/** Errors of node's own argument reader are the user's, not ours. */
const isUsage = (error: unknown): error is Error =>
  error instanceof Error && String((error as {readonly code?: string}).code).startsWith("ERR_PARSE_ARGS");

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof CommandError) {
    remark(error.message);
    process.exitCode = error.exitCode;
  } else if (isUsage(error)) {
    remark(`${error.message.split(/[.\n]/)[0] ?? ""}. See ladder --help.`);
    process.exitCode = 2;
  } else {
    remark(`ladder failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
