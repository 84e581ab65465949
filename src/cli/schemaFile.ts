import {parseArgs} from "node:util";
import {jsonSchema} from "../scenario/jsonSchema.ts";
import {writeText} from "./io.ts";
import type {ExitCode} from "./io.ts";

export const schemaHelp = `Usage: ladder schema [-o OUT]

Prints the JSON Schema of scenario files, for editors to complete and check against.
`;

/** `ladder schema`: the published JSON Schema. */
export function schema(args: readonly string[]): ExitCode {
  const {values} = parseArgs({args: [...args], options: {output: {type: "string", short: "o"}}});
  writeText(values.output ?? "-", jsonSchema());
  return 0;
}
