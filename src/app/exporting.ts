import type {Uncertainty} from "../figures/view.ts";
import {loadLedger} from "../scenario/ledger.ts";
import {download, fileName} from "./files.ts";
import type {Model} from "./model.ts";
import {shownTheme} from "./theme.ts";

/** Sizes people need, CSS pixels; the first is the command's own. */
export const exportSizes = [
  {name: "wide", width: 1200, height: 760},
  {name: "slide", width: 1280, height: 720},
  {name: "column", width: 720, height: 560}
] as const;

/** The intervals of the document on show, once they are there. */
function drawnBy(model: Model): Promise<Uncertainty> {
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
export async function exportSvg(model: Model, size: {readonly width: number; readonly height: number}): Promise<void> {
  const {renderSvg} = await import("../export/svg.ts");
  const scenario = model.store.scenario.value;
  const view = model.view.value;
  // A fit takes seconds to draw: the worker has done it, or is about to, with the same bits.
  const uncertainty = view === "fit" && scenario.runs !== undefined ? await drawnBy(model) : undefined;
  const svg = renderSvg(scenario, {view, theme: shownTheme(), ...size, ledger: await loadLedger(), uncertainty});
  if (svg === undefined) {
    model.store.notice.value = {
      kind: "problem",
      title: "There is no figure to export.",
      lines: [
        view === "fit" ? "There are no runs to draw." : "The reference recipe has no curve on the metric on show."
      ]
    };
    return;
  }
  download(fileName(scenario.title, "svg"), svg, "image/svg+xml");
}
