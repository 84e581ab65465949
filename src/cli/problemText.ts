import {excerptAt, excerptLines} from "../scenario/excerpt.ts";
import type {Problem} from "../scenario/read.ts";
import type {Paint} from "./color.ts";

/** How a problem is meant: an error keeps a file from being read, a warning does not. */
export type Severity = "error" | "warning";

/** The line of a text with a caret under the place; nothing where the line is blank or not there. */
export function sourceLines(text: string, place: {readonly line: number; readonly column: number}, paint: Paint) {
  const found = excerptAt(text, place);
  if (found === undefined) return [];
  const [line, caret] = excerptLines(found);
  return [paint("faint", line), paint("red", caret)];
}

/** `FILE:LINE:COLUMN path message (hint)` as `formatProblem` writes it, in colours, with the line of the file below. */
export function problemText(
  file: string,
  text: string,
  {line, column, path, message, hint}: Problem,
  severity: Severity,
  paint: Paint
): string {
  const said = severity === "error" ? paint("red", message) : `${paint("yellow", "warning:")} ${message}`;
  const head = [
    paint("bold", `${file}:${line}:${column}`),
    ...(path === "" ? [] : [path]),
    said,
    ...(hint === undefined ? [] : [paint("faint", `(${hint})`)])
  ].join(" ");
  return [head, ...sourceLines(text, {line, column}, paint)].join("\n");
}

/** Every problem of a file, one behind the other. */
export const problemsText = (
  file: string,
  text: string,
  problems: readonly Problem[],
  severity: Severity,
  paint: Paint
): string => problems.map((problem) => problemText(file, text, problem, severity, paint)).join("\n");
