import {extname} from "node:path";
import {defaultSize, namedSizes, sizeLimits, themeNames} from "../export/svg.ts";
import type {SizeName, ThemeName} from "../export/svg.ts";
import {figureViews} from "../figures/view.ts";
import type {FigureView} from "../figures/view.ts";
import type {Rows} from "../figures/figureRows.ts";
import {nearest} from "../scenario/nearest.ts";
import {CommandError} from "./io.ts";
import {changingOptions} from "./setInput.ts";

/** What a view can be written as. */
const formats = ["svg", "png", "csv", "json"] as const;
type Format = (typeof formats)[number];

/** The options of `ladder render`, as node’s reader of arguments takes them. */
export const renderOptions = {
  output: {type: "string", short: "o"},
  format: {type: "string"},
  view: {type: "string"},
  theme: {type: "string"},
  size: {type: "string"},
  width: {type: "string"},
  height: {type: "string"},
  scale: {type: "string"},
  rows: {type: "string"},
  panel: {type: "string"},
  ...changingOptions
} as const;

type Values = Readonly<Partial<Record<Exclude<keyof typeof renderOptions, "set">, string | undefined>>>;

export interface RenderChoices {
  readonly format: Format;
  /** Undefined: as the scenario says. */
  readonly view: FigureView | undefined;
  readonly theme: ThemeName;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels of a PNG a CSS pixel. */
  readonly scale: number;
  readonly rows: Rows;
  /** Undefined: the whole picture. */
  readonly panel: string | undefined;
}

function choice<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const chosen = choices.find((item) => item === text);
  if (chosen !== undefined) return chosen;
  const near = nearest(text, choices);
  throw new CommandError(
    `--${option} must be ${choices.join(" or ")}, got ${text}${near === undefined ? "" : `; did you mean ${near}?`}`
  );
}

function pixels(name: "width" | "height", text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  const [least, most] = sizeLimits[name];
  const size = Number(text);
  if (!(Number.isInteger(size) && size >= least && size <= most)) {
    throw new CommandError(`--${name} must be a whole number from ${least} to ${most}, got ${text}`);
  }
  return size;
}

/** As --format says, or else the ending of the output. */
function formatOf({format, output = "-"}: Values): Format {
  if (format !== undefined) return choice("format", format, formats);
  const ending = extname(output).slice(1).toLowerCase();
  if (ending === "") return "svg";
  const known = formats.find((name) => name === ending);
  if (known === undefined) {
    throw new CommandError(
      `--output must end in ${formats.map((name) => `.${name}`).join(" or ")}, or --format say which; got ${output}`
    );
  }
  return known;
}

/** An option that only one format heeds, asked for with another, ends the command: it would have no effect. */
function onlyOf(format: Format, heeds: Format, option: "scale" | "rows", values: Values): void {
  if (values[option] === undefined || format === heeds) return;
  throw new CommandError(
    `--${option} is of ${heeds.toUpperCase()} alone, and what is written is ${format.toUpperCase()}: -o FILE.${heeds} or --format ${heeds} makes one`
  );
}

/** What was asked for; the first thing that cannot be ends the command. */
export function readChoices(values: Values): RenderChoices {
  const named =
    values.size === undefined ? undefined : choice("size", values.size, Object.keys(namedSizes) as SizeName[]);
  const other = (["width", "height"] as const).find((name) => values[name] !== undefined);
  if (named !== undefined && other !== undefined) {
    throw new CommandError(`--size ${values.size ?? ""} says width and height already: leave out --${other} or --size`);
  }
  const size = named === undefined ? defaultSize : namedSizes[named];
  const format = formatOf(values);
  onlyOf(format, "png", "scale", values);
  onlyOf(format, "csv", "rows", values);
  return {
    format,
    theme: choice("theme", values.theme ?? "light", themeNames),
    width: pixels("width", values.width, size.width),
    height: pixels("height", values.height, size.height),
    scale: Number(choice("scale", values.scale ?? "1", ["1", "2", "3"])),
    rows: choice("rows", values.rows ?? "full", ["full", "displayed"]),
    panel: values.panel,
    view: values.view === undefined ? undefined : choice("view", values.view, figureViews)
  };
}
