import {readdirSync} from "node:fs";

/** The scenarios that are shipped, by file name. */
export const shippedFiles: readonly string[] = readdirSync("scenarios").filter(
  (file) => file.endsWith(".json") && file !== "scenario.schema.json"
);
