import type {Cell} from "../../figures/viewPart.ts";
import {download, fileName} from "../files.ts";
import {drawnBy} from "../exporting.ts";
import type {Model} from "../model.ts";

/** A table as CSV; what is no number is empty. */
async function csv(rows: readonly (readonly Cell[])[]): Promise<string> {
  const {csvFormatRows} = await import("d3-dsv");
  const text = (cell: Cell): string => (typeof cell === "number" && !Number.isFinite(cell) ? "" : String(cell));
  return `${csvFormatRows(rows.map((row) => row.map(text)))}\n`;
}

/** Hands over what the view on show draws as CSV, its intervals in full. */
export async function saveTable(model: Model): Promise<void> {
  const {isSectionView, sectionViews} = await import("../../figures/view.ts");
  const view = model.view.peek();
  const scenario = model.store.scenario.peek();
  if (!isSectionView(view)) return;
  const rows = sectionViews[view].table(scenario, await drawnBy(model));
  if (rows !== undefined) download(fileName(scenario.title, "csv", view), await csv(rows), "text/csv");
}
