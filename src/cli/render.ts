import {parseArgs} from "node:util";
import {defaultSize, renderSvg, sizeLimits} from "../export/svg.ts";
import {figureViewOf, figureViews, missingFigure} from "../figures/view.ts";
import {loadLedger} from "../scenario/ledger.ts";
import {CommandError, writeText} from "./io.ts";
import type {ExitCode} from "./io.ts";
import {readScenarioFile} from "./scenarioFile.ts";

export const renderHelp = `Usage: ladder render [FILE] [-o OUT] [options]

Draws a scenario as SVG, the same bytes as the page's export. FILE is a scenario, or - or nothing for standard input.

  -o, --output OUT     where to write; left out or -: standard output
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

/** `ladder render`: a scenario as an SVG file. */
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
  const [file = "-", ...more] = positionals;
  if (more.length > 0) throw new CommandError(`render takes one file, got ${positionals.length}`);
  const theme = choice("theme", values.theme ?? "light", ["light", "dark"]);
  const sizes = {width: size("width", values.width), height: size("height", values.height)};
  const chosen = values.view === undefined ? undefined : choice("view", values.view, figureViews);
  const scenario = await readScenarioFile(file);
  const view = chosen ?? figureViewOf(scenario.view.figure);
  const svg = renderSvg(scenario, {view, theme, ...sizes, ledger: await loadLedger()});
  if (svg === undefined) throw new CommandError(`${file}: ${missingFigure(scenario, view)}`);
  writeText(values.output ?? "-", svg);
  return 0;
}
