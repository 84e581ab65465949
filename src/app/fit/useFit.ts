import {openText, download, fileName} from "../files.ts";
import type {Model} from "../model.ts";
import {fitScenario} from "../../simulation/fitScenario.ts";
import {ladderFit} from "../../simulation/fits.ts";
import {drawsCsv, parametersCsv, pointsCsv} from "./fitExports.ts";

/** The laws of all recipes, or that of the one that is fitted. */
export type FittedRecipes = "shown" | "all";

/** Opens a scenario that stands on the fit on show; undo leads back. */
export async function openFitScenario(model: Model, which: FittedRecipes): Promise<void> {
  const {store} = model;
  const {runs} = store.scenario.peek();
  const drawn = model.uncertainty.peek().value.fit;
  if (runs === undefined || drawn === undefined) return;
  const {recipe: _, ...all} = runs;
  const asked = {...store.scenario.peek(), runs: which === "all" ? all : runs};
  const central = ladderFit(asked);
  const input = central && fitScenario(asked, central, drawn);
  if (input === undefined || !(await openText(store, "The scenario of this fit", JSON.stringify(input)))) return;
  // The button that was pressed is gone: the new view is read from its start.
  document.getElementById("main")?.focus({preventScroll: true});
  scrollTo(0, 0);
}

/** The files a fit gives. */
export const fitFiles = ["points", "parameters", "draws"] as const;
export type FitFile = (typeof fitFiles)[number];

/** Hands over the drawn points, the parameters or the draws as CSV. */
export function saveFitFile(model: Model, file: FitFile): void {
  const scenario = model.store.scenario.peek();
  const fit = ladderFit(scenario);
  const drawn = model.uncertainty.peek().value.fit;
  if (fit === undefined || (file === "draws" && drawn === undefined)) return;
  const text =
    file === "points" ? pointsCsv(fit) : file === "parameters" ? parametersCsv(fit, drawn) : drawn && drawsCsv(drawn);
  if (text !== undefined) download(fileName(scenario.runs?.name ?? "fit", "csv", file), text, "text/csv");
}
