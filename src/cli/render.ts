import {parseArgs} from "node:util";
import {defaultSize, renderSvg, sizeLimits} from "../export/svg.ts";
import {figureViewOf, figureViews, missingFigure} from "../figures/view.ts";
import type {FigureView} from "../figures/view.ts";
import {loadLedger} from "../scenario/ledger.ts";
import {CommandError, writeText} from "./io.ts";
import type {ExitCode} from "./io.ts";
import {filesWithProgress, outputsIn} from "./manyFiles.ts";
import {readScenarioFile} from "./scenarioFile.ts";

export const renderHelp = `Usage: ladder render [FILE...] [-o OUT] [options]

Draws a scenario as SVG, the same bytes as the page's export. FILE is a scenario, or - or nothing for standard input.
Several files are drawn into a folder, each by its name.

  -o, --output OUT     where to write; left out or -: standard output; a folder for several files
      --view VIEW      ${figureViews.join(", ")}; left out: as the scenario says
      --theme THEME    light (the default) or dark
      --width PIXELS   ${defaultSize.width} where left out
      --height PIXELS  ${defaultSize.height} where left out
`;

function size(name: "width" | "height", text: string | undefined): number {
  if (text === undefined) return defaultSize[name];
  const [least, most] = sizeLimits[name];
  const pixels = Number(text);
  if (!(Number.isInteger(pixels) && pixels >= least && pixels <= most)) {
    throw new CommandError(`--${name} must be a whole number from ${least} to ${most}, got ${text}`);
  }
  return pixels;
}

function choice<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const chosen = choices.find((item) => item === text);
  if (chosen === undefined) throw new CommandError(`--${option} must be ${choices.join(" or ")}, got ${text}`);
  return chosen;
}

interface Drawing {
  readonly theme: "light" | "dark";
  readonly width: number;
  readonly height: number;
  readonly view: FigureView | undefined;
}

/** Draws one scenario into one file. */
async function draw(file: string, output: string, {view: chosen, ...look}: Drawing, clear: () => void): Promise<void> {
  const scenario = await readScenarioFile(file, clear);
  const view = chosen ?? figureViewOf(scenario.view.figure);
  const svg = renderSvg(scenario, {view, ...look, ledger: await loadLedger()});
  if (svg === undefined) throw new CommandError(`${file}: ${missingFigure(scenario, view)}`);
  writeText(output, svg);
}

/** `ladder render`: scenarios as SVG files. */
export async function render(args: readonly string[]): Promise<ExitCode> {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      output: {type: "string", short: "o"},
      view: {type: "string"},
      theme: {type: "string"},
      width: {type: "string"},
      height: {type: "string"}
    }
  });
  const theme = choice("theme", values.theme ?? "light", ["light", "dark"]);
  const sizes = {width: size("width", values.width), height: size("height", values.height)};
  const chosen = values.view === undefined ? undefined : choice("view", values.view, figureViews);
  const files = positionals.length === 0 ? ["-"] : positionals;
  const outputs = files.length === 1 ? [values.output ?? "-"] : outputsIn("render", files, values.output, "svg");
  const options = {theme, ...sizes, view: chosen};
  await filesWithProgress("render", files, (file, clear) =>
    draw(file, outputs[files.indexOf(file)] ?? "-", options, clear)
  );
  return 0;
}
