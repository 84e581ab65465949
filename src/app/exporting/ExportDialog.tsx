import type {Signal} from "@preact/signals";
import {useSignal, useSignalEffect} from "@preact/signals";
import {useRef} from "preact/hooks";
import {themeNames} from "../../export/svg.ts";
import {figureInstead} from "../exporting.ts";
import {download, fileName} from "../files.ts";
import type {Model} from "../model.ts";
import {shownTheme} from "../theme.ts";
import {sizeWords} from "./choices.ts";
import type {ExportChoices} from "./choices.ts";
import {copy} from "./clipboard.ts";
import "./exporting.css";
import {figureFile, figurePng, figureText} from "./figureFile.ts";
import type {Made} from "./figureFile.ts";
import {Choice} from "./Choice.tsx";

const formats = [
  ["svg", "SVG"],
  ["png", "PNG"],
  ["csv", "CSV of what is drawn"],
  ["json", "JSON of every number"]
] as const satisfies readonly (readonly [ExportChoices["format"], string])[];

const types = {svg: "image/svg+xml", png: "image/png", csv: "text/csv", json: "application/json"} as const;

const themeWords = {light: "Light", dark: "Dark", print: "Print"} as const;

/** The value, or a rejection with what is to be said instead. */
async function taken<T>(made: Promise<Made<T>>): Promise<T> {
  const result = await made;
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

/** Format, size and look of an export; what is on show, saved or copied. */
export function ExportDialog({model, open}: {readonly model: Model; readonly open: Signal<boolean>}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const choices = useSignal<ExportChoices>({
    format: "png",
    size: "wide",
    theme: shownTheme(),
    scale: 2,
    rows: "displayed"
  });
  const said = useSignal("");
  const text = useSignal("");
  useSignalEffect(() => {
    if (!open.value) return dialog.current?.close();
    said.value = "";
    text.value = "";
    if (dialog.current?.open === false) dialog.current.showModal();
  });
  const {format, size, theme, scale, rows} = choices.value;
  const choose = (change: Partial<ExportChoices>) => {
    choices.value = {...choices.value, ...change};
    said.value = "";
  };
  const work = async (during: string, run: () => Promise<string>) => {
    said.value = during;
    text.value = "";
    said.value = await run().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  };
  const save = () =>
    work(choices.value.format === "json" ? "Computing every number: a few seconds." : "Drawing.", async () => {
      const content = await taken(figureFile(model, choices.value));
      const name = fileName(model.title.peek(), format, format === "json" ? "numbers" : "");
      download(name, content, types[format]);
      return `${name} is saved.`;
    });
  const copyPng = () =>
    work("Drawing.", async () => {
      const picture = async () => new Blob([await taken(figurePng(model, choices.value))], {type: "image/png"});
      return (await copy("image/png", picture)) ?? "The picture is on the clipboard.";
    });
  const copyText = (which: "caption" | "citation") =>
    work("Writing.", async () => {
      const words = taken(figureText(model, which));
      const fault = await copy("text/plain", async () => new Blob([await words], {type: "text/plain"}));
      if (fault === undefined) return `The ${which} is on the clipboard.`;
      text.value = await words;
      return `${fault} It stands below to be marked and copied.`;
    });
  const isPicture = format === "svg" || format === "png";
  const instead = figureInstead(model.view.value);
  return (
    <dialog
      class="window export"
      ref={dialog}
      aria-labelledby="export-title"
      onClose={() => {
        open.value = false;
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <div class="export-page">
        <header class="export-head">
          <h2 id="export-title">Export the figure</h2>
          <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </header>
        {instead !== undefined && <p class="export-note">{instead}</p>}
        <fieldset class="export-formats">
          <legend>Format</legend>
          {formats.map(([name, words]) => (
            <label key={name}>
              <input
                type="radio"
                name="export-format"
                checked={format === name}
                onChange={() => choose({format: name})}
              />
              {words}
            </label>
          ))}
        </fieldset>
        <div class="export-choices">
          {isPicture && <Choice label="Size" value={size} choices={sizeWords} onChoose={(to) => choose({size: to})} />}
          {isPicture && (
            <Choice
              label="Theme"
              value={theme}
              choices={themeNames.map((name) => [name, themeWords[name]] as const)}
              onChoose={(to) => choose({theme: to})}
            />
          )}
          {format === "png" && (
            <Choice
              label="Pixels"
              value={String(scale)}
              choices={[
                ["1", "1×"],
                ["2", "2×"],
                ["3", "3×"]
              ]}
              onChoose={(to) => choose({scale: to === "1" ? 1 : to === "2" ? 2 : 3})}
            />
          )}
          {format === "csv" && (
            <Choice
              label="Rows"
              value={rows}
              choices={[
                ["displayed", "what the axes show"],
                ["full", "every mark, whole"]
              ]}
              onChoose={(to) => choose({rows: to})}
            />
          )}
        </div>
        {isPicture && (
          <p class="export-note">
            A saved SVG or PNG carries the scenario: drop it on this page, or <code>ladder extract</code> it. Browsers
            take it out of a picture that is copied.
          </p>
        )}
        <div class="export-buttons">
          <button type="button" class="primary" onClick={() => void save()}>
            Save {format.toUpperCase()}
          </button>
          <button type="button" class="quiet" onClick={() => void copyPng()}>
            Copy PNG
          </button>
          <button type="button" class="quiet" onClick={() => void copyText("caption")}>
            Copy caption
          </button>
          <button type="button" class="quiet" onClick={() => void copyText("citation")}>
            Copy citation
          </button>
        </div>
        <p class="export-said" role="status">
          {said.value}
        </p>
        {text.value !== "" && <textarea readOnly rows={6} aria-label="The text to copy" value={text.value} />}
      </div>
    </dialog>
  );
}
