import {useComputed, useSignal, useSignalEffect} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";
import {modelsFromCsv} from "../../scenario/csv.ts";
import type {ModelsCsv} from "../../scenario/csv.ts";
import {importModels} from "../../scenario/editImport.ts";
import type {ImportHow} from "../../scenario/editImport.ts";
import {textOfFile} from "../textOfFile.ts";
import {limits} from "../../scenario/limits.ts";
import {metricShown} from "../../scenario/inputList.ts";
import {loadRarerUnits} from "../../scenario/rarerUnits.ts";
import type {RarerUnits} from "../../scenario/rarerUnits.ts";
import type {Editing} from "./editing.ts";

interface CsvDialogProps {
  readonly editing: Editing;
  readonly close: () => void;
}

/** As many problems as anyone reads at once. */
const mostProblems = 50;

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Models from a table: what was read is shown, and what could not be, before anything is changed. */
export function CsvDialog({editing, close}: CsvDialogProps) {
  const {store} = editing;
  const dialog = useRef<HTMLDialogElement>(null);
  const text = useSignal("");
  const units = useSignal<RarerUnits | undefined>(undefined);
  const how = useSignal<ImportHow>("add");
  const fault = useSignal<string | undefined>(undefined);
  useEffect(() => dialog.current?.showModal(), []);
  const read = useComputed((): ModelsCsv | undefined => {
    const scenario = store.scenario.value;
    return text.value.trim() === ""
      ? undefined
      : modelsFromCsv(text.value, scenario, metricShown(scenario), units.value);
  });
  useSignalEffect(() => {
    if (read.value?.needsUnits !== true || units.value !== undefined) return;
    loadRarerUnits().then(
      (loaded) => {
        units.value = loaded;
      },
      () => {
        fault.value = "The table of rarer units could not be loaded: rows with weeks, months or years cannot be read.";
      }
    );
  });
  const openFile = async (file: File | undefined) => {
    fault.value = undefined;
    if (file === undefined) return;
    if (file.size > limits.fileBytes) {
      fault.value = `${file.name} is ${(file.size / 1e6).toFixed(0)} MB; a table may be ${limits.fileBytes / 1e6} MB at most.`;
      return;
    }
    try {
      text.value = await textOfFile(file);
    } catch {
      fault.value = `${file.name} could not be read.`;
    }
  };
  const count = read.value?.models.length ?? 0;
  const finish = () => {
    const {value} = read;
    if (value === undefined) return;
    fault.value = editing.take(
      (now) => importModels(now, value, how.value),
      how.value === "add" ? `${counted(count, "model", "models")} from a table` : "all models from a table"
    );
    if (fault.value === undefined) dialog.current?.close();
  };
  return (
    <dialog class="window csv" ref={dialog} aria-labelledby="csv-title" onClose={close}>
      <h2 id="csv-title">Models from CSV</h2>
      <p class="csv-about">
        The first line names the columns: name, compute, score, and if there are more, recipe, gain, low and high ends
        (“compute low”). Commas, semicolons or tabs part them.
      </p>
      <label class="csv-file">
        A file
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          onChange={({currentTarget}) => void openFile(currentTarget.files?.[0])}
        />
      </label>
      <label class="csv-paste">
        or a table pasted here
        <textarea
          class="pasted"
          rows={6}
          spellcheck={false}
          placeholder={"name, compute, score\nGPT-5.4, 3e26, 56.8"}
          value={text}
          onInput={({currentTarget}) => {
            fault.value = undefined;
            text.value = currentTarget.value;
          }}
        />
      </label>
      <div class="csv-result" role="status">
        {read.value !== undefined && <Result read={read.value} />}
        {fault.value !== undefined && <p class="slider-error">{fault.value}</p>}
      </div>
      <fieldset class="csv-how">
        <legend class="visually-hidden">What becomes of the models that are there</legend>
        <label>
          <input type="radio" name="csv-how" checked={how.value === "add"} onChange={() => (how.value = "add")} />
          Add to the {store.scenario.value.models.length} that are there
        </label>
        <label>
          <input
            type="radio"
            name="csv-how"
            checked={how.value === "replace"}
            onChange={() => (how.value = "replace")}
          />
          Replace them; one of the same name keeps its claims and its place in the view
        </label>
      </fieldset>
      <div class="csv-buttons">
        <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
        <button type="button" class="primary" disabled={count === 0} onClick={finish}>
          {how.value === "add" ? "Add" : "Replace by"} {counted(count, "model", "models")}
        </button>
      </div>
    </dialog>
  );
}

/** What a table gave: how many models, and every row it could not give. */
function Result({read: {models, recipes, problems, ignored}}: {readonly read: ModelsCsv}) {
  const names = models
    .slice(0, 4)
    .map(({name}) => name)
    .join(", ");
  return (
    <>
      <p>
        {counted(models.length, "model", "models")} read
        {models.length > 0 && `: ${names}${models.length > 4 ? " …" : ""}`}.
        {recipes.length > 0 && ` ${counted(recipes.length, "recipe is", "recipes are")} new.`}
        {ignored.length > 0 && ` Not used: ${ignored.join(", ")}.`}
      </p>
      {problems.length > 0 && (
        <>
          <p class="slider-error">{counted(problems.length, "row cannot be used:", "rows cannot be used:")}</p>
          <ul class="csv-problems">
            {problems.slice(0, mostProblems).map(({line, message}) => (
              <li key={`${line} ${message}`}>
                <b>line {line}</b> {message}
              </li>
            ))}
            {problems.length > mostProblems && <li>and {problems.length - mostProblems} more</li>}
          </ul>
        </>
      )}
    </>
  );
}
