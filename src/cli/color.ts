/** Colours of what goes to standard error. */
export type Paint = (color: "red" | "yellow" | "bold" | "faint", text: string) => string;

const codes = {red: "31", yellow: "33", bold: "1", faint: "2"} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether to write in colour: on a terminal that can, never into a pipe or a file, unless FORCE_COLOR asks for it.
 *
 * NO_COLOR, set to anything, forbids it whatever else is set.
 *
 * @see https://no-color.org and https://force-color.org
 */
export function isColored(isTerminal: boolean, {NO_COLOR, FORCE_COLOR, TERM}: Environment): boolean {
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTerminal && TERM !== "dumb";
}

/** Text in colours, or as it is. */
export const painter =
  (colored: boolean): Paint =>
  (color, text) =>
    colored ? `\u001b[${codes[color]}m${text}\u001b[0m` : text;

/** Colours for standard error as it is now. */
export const stderrPaint = (): Paint => painter(isColored(process.stderr.isTTY, process.env));
