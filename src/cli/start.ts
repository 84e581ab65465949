import {CommandError, remark} from "./io.ts";
import {main} from "./ladder.ts";

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof CommandError) {
    remark(error.message);
    process.exitCode = error.exitCode;
  } else {
    remark(`ladder failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
