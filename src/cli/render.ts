import {parseArgs} from "node:util";
import {carriedText} from "../export/carried.ts";
import {drawing} from "../export/drawing.ts";
import {figureCsv} from "../export/figureCsv.ts";
import {figureJson} from "../export/figureJson.ts";
import {defaultSize, namedSizes, renderSvg} from "../export/svg.ts";
import {figuresOf, figureViewOf, figureViews, missingFigure, simulate} from "../figures/view.ts";
import {loadLedger} from "../scenario/ledger.ts";
import type {Scenario} from "../scenario/schema.ts";
import {CommandError, writeText} from "./io.ts";
import type {ExitCode} from "./io.ts";
import {filesWithProgress, outputsIn} from "./manyFiles.ts";
import {readChoices, renderOptions} from "./renderOptions.ts";
import type {RenderChoices} from "./renderOptions.ts";
import {readScenarioFile} from "./scenarioFile.ts";
import {changingHelp, withOptions} from "./setInput.ts";
import type {Changes} from "./setInput.ts";

const sizes = Object.entries(namedSizes).map(([name, {width, height}]) => `${name} (${width} × ${height})`);

export const renderHelp = `Usage: ladder render [FILE...] [-o OUT] [options]

Draws a scenario as SVG, the same bytes as the page's export, or as PNG; both carry the scenario, which ladder extract
gives back. Or writes what is drawn as CSV, or every number as JSON. FILE is a scenario, or - or nothing for standard
input; several files are drawn into a folder, each by its name; it is made where there is none. Of several, those that
are wrong are said and the others still drawn.

  -o, --output OUT     where to write; left out or -: standard output; a folder for several files
      --format FORMAT  svg, png, csv or json; left out: as OUT ends, else svg
      --view VIEW      ${figureViews.join(", ")};
                       left out: as the scenario says
      --panel NAME     one figure of the view alone; a name that is none lists them
      --theme THEME    light (the default), dark or print
      --size SIZE      ${sizes.join(", ")}
      --width PIXELS   ${defaultSize.width} where left out
      --height PIXELS  ${defaultSize.height} where left out
      --scale N        of a PNG: 1 (the default), 2 or 3 pixels a pixel of the size
      --rows ROWS      of a CSV: full (the default), every mark whole; or displayed, what the axes show of it
${changingHelp}
`;

/** A scenario in the format asked for; undefined where there is nothing to draw. */
async function rendered(
  scenario: Scenario,
  {format, theme, width, height, scale, rows, panel, ...choices}: RenderChoices
): Promise<string | Uint8Array | undefined> {
  const ledger = await loadLedger();
  const view = choices.view ?? figureViewOf(scenario.view.figure);
  const options = {view, width, height, theme, ledger, panel};
  switch (format) {
    case "svg":
      return renderSvg(scenario, options);
    case "png": {
      const svg = renderSvg(scenario, {...options, metadata: false});
      if (svg === undefined) return undefined;
      const {svgToPng} = await import("./png.ts");
      return svgToPng(svg, scale, carriedText(scenario, options, ledger));
    }
    case "csv": {
      const drawn = drawing(scenario, options);
      return drawn && figureCsv(drawn.picture, rows);
    }
    case "json":
      return figureJson(scenario, options);
  }
}

/** Draws one scenario into one file. */
async function draw(file: string, output: string, choices: RenderChoices, changed: Changes, clear: () => void) {
  const scenario = await withOptions(await readScenarioFile(file, clear), changed);
  const made = await rendered(scenario, choices);
  if (made === undefined) {
    const view = choices.view ?? figureViewOf(scenario.view.figure);
    const names = figuresOf(scenario, view, simulate(scenario, view), undefined).map(({id}) => id);
    if (choices.panel === undefined || names.length === 0) {
      throw new CommandError(`${file}: ${missingFigure(scenario, view)}`);
    }
    throw new CommandError(`--panel must be ${names.join(" or ")} in this view, got ${choices.panel}`);
  }
  writeText(output, made);
}

/** `ladder render`: a scenario as a picture that carries it, or as what that shows in numbers. */
export async function render(args: readonly string[]): Promise<ExitCode> {
  const {values, positionals} = parseArgs({args: [...args], allowPositionals: true, options: renderOptions});
  const choices = readChoices(values);
  const files = positionals.length === 0 ? ["-"] : positionals;
  const outputs =
    files.length === 1 ? [values.output ?? "-"] : outputsIn("render", files, values.output, choices.format);
  if (outputs[0] === "-" && choices.format === "png" && process.stdout.isTTY) {
    throw new CommandError("a PNG is nothing for a terminal: say where to write it with -o FILE.png");
  }
  return filesWithProgress("render", files, (file, clear) =>
    draw(file, outputs[files.indexOf(file)] ?? "-", choices, values, clear)
  );
}
