import type {Uncertainty, ViewName} from "../figures/view.ts";
import {loadLedger} from "../scenario/ledger.ts";
import type {Scenario} from "../scenario/schema.ts";
import {sectionOfView} from "../scenario/viewInputs.ts";
import {download, fileName} from "./files.ts";
import type {Model} from "./model.ts";
import {shownTheme} from "./theme.ts";

/** Which figure stands for a view that is none, in a sentence; undefined of all others. */
export function figureInstead(view: ViewName): string | undefined {
  return view === "claims" || view === "evidence"
    ? `The ${view} view has no figure of its own: what is exported is the figure of the ladder.`
    : undefined;
}

/** Whether a view takes seconds to draw: the worker has done it then, or is about to, with the same bits. */
export const isLong = ({runs}: Scenario, view: ViewName): boolean =>
  (view === "fit" && runs !== undefined) || view === "sensitivity" || sectionOfView(view) !== undefined;

/** The intervals of the document on show, once they are there. */
export function drawnBy(model: Model): Promise<Uncertainty> {
  if (!model.uncertainty.value.fresh && model.working.value === undefined) model.askAgain();
  return new Promise((resolve) => {
    const stop = model.uncertainty.subscribe(({value, fresh}) => {
      if (!fresh) return;
      resolve(value);
      queueMicrotask(() => stop());
    });
  });
}

/**
 * The view on show as an SVG file: the same bytes the command writes for this scenario, size and theme.
 *
 * The intervals are drawn in full first, so that an export never shows the bands of a moment ago.
 */
export async function exportSvg(
  model: Model,
  size: {readonly width: number; readonly height: number},
  panel?: string
): Promise<void> {
  const [{renderSvg}, {missingFigure}] = await Promise.all([import("../export/svg.ts"), import("../figures/view.ts")]);
  const scenario = model.store.scenario.value;
  const view = model.view.value;
  const uncertainty = isLong(scenario, view) ? await drawnBy(model) : undefined;
  const svg = renderSvg(scenario, {view, theme: shownTheme(), ...size, panel, ledger: await loadLedger(), uncertainty});
  if (svg === undefined) {
    const missing = missingFigure(scenario, view);
    model.store.notice.value = {
      kind: "problem",
      title: "There is no figure to export.",
      lines: [`${missing.charAt(0).toUpperCase()}${missing.slice(1)}.`]
    };
    return;
  }
  download(fileName(scenario.title, "svg", panel), svg, "image/svg+xml");
  const instead = figureInstead(view);
  if (instead !== undefined) model.store.notice.value = {kind: "remark", title: instead, lines: []};
}
