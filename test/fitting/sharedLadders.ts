import {existsSync, readFileSync} from "node:fs";

const folder = new URL("../../../shared/data/ladders/", import.meta.url);

/** Whether the measured runs are there: they lie beside a checkout, not in it. */
export const hasLadders = existsSync(folder);

/** A table of measured runs as text. */
export const sharedLadder = (name: string): string => readFileSync(new URL(name, folder), "utf8");
