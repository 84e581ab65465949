import {renderToString} from "preact-render-to-string";
import {FigureView} from "../../chart/FigureView.tsx";
import {layoutFigure} from "../../chart/layout.ts";
import {pageTheme} from "../../chart/theme.ts";
import {thumbnail} from "../../figures/thumbnail.ts";
import {figureViewOf, pictureOf, simulate, simulateUncertainty} from "../../figures/view.ts";
import {formatProblem, readScenario} from "../../scenario/read.ts";
import {shippedScenarios} from "../shipped.ts";

const texts = import.meta.glob<string>("../../../scenarios/*.json", {query: "?raw", import: "default"});

/** A small picture’s size, px, and the draws its bands come from: no one reads a number off it. */
const size = {width: 340, height: 212, chrome: "page"} as const;
const draws = 200;

async function pictureOfFile(file: string): Promise<string> {
  const text = (await texts[`../../../scenarios/${file}`]?.()) ?? "";
  const read = await readScenario(text);
  if (!read.ok) throw new Error(read.problems.map((problem) => formatProblem(file, problem)).join("\n"));
  const {uncertainty} = read.scenario;
  const scenario = {...read.scenario, uncertainty: {...uncertainty, draws: Math.min(draws, uncertainty.draws)}};
  const view = figureViewOf(scenario.view.figure);
  const drawn = simulateUncertainty(scenario, view, {bandsOf: "reference"});
  const picture = pictureOf(scenario, view, simulate(scenario, view), drawn);
  if (picture === undefined) throw new Error(`${file} has no picture`);
  const id = `picture-${file.replace(/\W+/g, "-")}`;
  return renderToString(<FigureView placed={layoutFigure(thumbnail(picture, id), size)} theme={pageTheme} />);
}

/** What `pictures` holds; worked out once, when the page is built. */
export const pictures: Readonly<Record<string, string>> = Object.fromEntries(
  await Promise.all(shippedScenarios.map(async ({file}) => [file, await pictureOfFile(file)] as const))
);
