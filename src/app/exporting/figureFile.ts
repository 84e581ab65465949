import {carriedText} from "../../export/carried.ts";
import {drawing} from "../../export/drawing.ts";
import type {DrawingOptions} from "../../export/drawing.ts";
import {figureCsv} from "../../export/figureCsv.ts";
import {withText} from "../../export/pngText.ts";
import {renderSvg} from "../../export/svg.ts";
import {tool} from "../../export/tool.ts";
import {captionText, citationText} from "../../figures/citation.ts";
import {missingFigure} from "../../figures/view.ts";
import {embedEvidence, loadLedger} from "../../scenario/ledger.ts";
import {drawnBy, isLong} from "../exporting.ts";
import type {Model} from "../model.ts";
import {sizeOf} from "./choices.ts";
import type {ExportChoices} from "./choices.ts";
import {jsonText} from "./jsonText.ts";
import {pngOf} from "./pngOf.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export type Made<T> = {readonly ok: true; readonly value: T} | {readonly ok: false; readonly message: string};

const made = <T>(value: T | undefined, model: Model): Made<T> => {
  if (value !== undefined) return {ok: true, value};
  const missing = missingFigure(model.store.scenario.peek(), model.view.peek());
  return {ok: false, message: `There is no figure to export: ${missing}.`};
};

/** What is on show, its intervals in full: an export never shows the bands of a moment ago. */
async function optionsOf(model: Model, isZoomed: boolean): Promise<DrawingOptions> {
  const view = model.view.peek();
  return {
    view,
    ledger: await loadLedger(),
    uncertainty: isLong(model.store.scenario.peek(), view) ? await drawnBy(model) : undefined,
    window: isZoomed ? model.store.window.peek() : undefined
  };
}

/** The view on show as the bytes of a PNG that carries its scenario. */
export async function figurePng(model: Model, {size, theme, scale}: ExportChoices): Promise<Made<Bytes>> {
  const scenario = model.store.scenario.peek();
  const options = await optionsOf(model, size === "screen");
  const drawn = {...sizeOf(size), theme, view: options.view};
  const svg = renderSvg(scenario, {...options, ...drawn, metadata: false});
  if (svg === undefined) return made<Bytes>(undefined, model);
  const picture = await pngOf(svg, drawn, scale);
  if (picture === undefined) return {ok: false, message: "The browser could not draw the picture: take a smaller one."};
  return {ok: true, value: withText(picture, carriedText(scenario, drawn, options.ledger))};
}

/** The view on show as a file of the kind chosen, its text or its bytes. */
export async function figureFile(model: Model, choices: ExportChoices): Promise<Made<string | Bytes>> {
  const {format, size, theme, rows} = choices;
  if (format === "png") return figurePng(model, choices);
  const scenario = model.store.scenario.peek();
  // Drawn anew in a worker of its own, as the command draws it.
  if (format === "json") {
    return made(await jsonText({scenario, options: {view: model.view.peek(), ledger: await loadLedger()}}), model);
  }
  const options = await optionsOf(model, size === "screen" || (format === "csv" && rows === "displayed"));
  if (format === "svg") return made(renderSvg(scenario, {...options, ...sizeOf(size), theme}), model);
  const drawn = drawing(scenario, options);
  return made(drawn && figureCsv(drawn.picture, rows), model);
}

/** Where this page says what is wrong with the model; undefined of a page that is a file on this machine. */
const limitsAddress = (): string | undefined =>
  /^https?:/.test(location.href) ? `${location.href.replace(/[?#].*$/, "")}#what-is-wrong` : undefined;

/** What stands under the figure, or how it is cited. */
export async function figureText(model: Model, which: "caption" | "citation"): Promise<Made<string>> {
  const scenario = model.store.scenario.peek();
  const options = await optionsOf(model, false);
  const drawn = drawing(scenario, options);
  if (drawn === undefined) return made<string>(undefined, model);
  const {picture, uncertainty} = drawn;
  if (which === "caption") return {ok: true, value: captionText(picture, limitsAddress())};
  const {view, ledger} = options;
  return {ok: true, value: citationText(embedEvidence(scenario, ledger), view, picture, tool, uncertainty)};
}
