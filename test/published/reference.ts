import {existsSync, readFileSync} from "node:fs";

const folder = new URL("../../../shared/reference/", import.meta.url);

/** Whether the independently computed numbers are there: they lie beside a checkout, not in it. */
export const hasReference = existsSync(folder);

/** A file of numbers computed independently in Python. */
export function reference<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, folder), "utf8")) as T;
}
