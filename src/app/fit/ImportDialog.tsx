import {useSignal} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";
import {questionsSoFar, withAnswer} from "../../fitting/mappingByHand.ts";
import {setRuns} from "../../scenario/editRuns.ts";
import type {Model, OpenedTable} from "../model.ts";
import {HowToAdd} from "./HowToAdd.tsx";
import type {ImportState} from "./importState.ts";
import {beginImport, requestOf, resultOf, withAnswerOf} from "./importState.ts";
import {MappingFields} from "./MappingFields.tsx";
import {ReadReport} from "./ReadReport.tsx";
import {startTableClient} from "./tableClient.ts";
import type {TableClient} from "./tableClient.ts";
import {TablePreview} from "./TablePreview.tsx";

interface ImportDialogProps {
  readonly model: Model;
  readonly opened: OpenedTable;
}

/** A table of runs before it is used: how it is read, what is asked, what cannot be used. */
export function ImportDialog({model, opened}: ImportDialogProps) {
  const {store} = model;
  const before = store.scenario.value.runs;
  const dialog = useRef<HTMLDialogElement>(null);
  const client = useRef<TableClient | undefined>(undefined);
  const state = useSignal<ImportState>(beginImport(opened.name, before));
  const failure = useSignal<string | undefined>(undefined);
  const read = (table: string | Blob) => {
    state.value = {...beginImport(opened.name, before), isReading: true};
    client.current?.ask({...requestOf(state.value), table});
  };
  useEffect(() => {
    client.current = startTableClient(
      (answer) => (state.value = withAnswerOf(state.value, answer)),
      () => {
        failure.value = "The table could not be read: the worker did not start.";
      }
    );
    dialog.current?.showModal();
    if (opened.content !== undefined) read(opened.content);
    return () => client.current?.close();
  }, []);
  const change = (next: Partial<ImportState>) => {
    const said = next.said ?? state.value.said;
    // What was just chosen shows at once, and is read a moment later.
    state.value = {
      ...state.value,
      ...next,
      questions: questionsSoFar(state.value.questions, [], said),
      isReading: true
    };
    client.current?.ask(requestOf(state.value));
  };

  const {answer, questions, isReading, said} = state.value;
  const result = resultOf(state.value, opened.name, before);
  const refusal = result?.ok === false ? result.message : undefined;
  const finish = () => {
    if (result?.ok !== true) return;
    const {scenario, label} = setRuns(store.scenario.peek(), result.runs, `${answer?.words ?? "runs"} from a table`);
    dialog.current?.close();
    store.commit(scenario, label);
    document.getElementById("main")?.focus({preventScroll: true});
    scrollTo(0, 0);
  };
  return (
    <dialog
      class="window runs-import"
      ref={dialog}
      aria-labelledby="import-title"
      onClose={() => (model.table.value = undefined)}
    >
      <h2 id="import-title">Runs from {opened.name}</h2>
      {opened.content === undefined && <PasteField onText={read} />}
      <div role="status" class="import-status">
        {isReading
          ? "Reading."
          : answer?.read.ok === true
            ? `${answer.words} can be used${problemCount(answer.read.runs.problems.length)}.`
            : questions.some(({taken}) => taken === undefined)
              ? "The units have to be said before the runs can be used."
              : ""}
      </div>
      {failure.value !== undefined && <p class="slider-error">{failure.value}</p>}
      {answer !== undefined && (
        <>
          <ReadReport read={answer.read} part="faults" />
          {answer.preview !== undefined && (
            <>
              <TablePreview preview={answer.preview} read={answer.read} />
              {questions.map((question) => (
                <fieldset class="import-question" key={`${question.quantity} ${question.column}`}>
                  <legend>{question.question}</legend>
                  {question.choices.map(({label, spec}) => (
                    <label key={spec}>
                      <input
                        type="radio"
                        name={`question ${question.quantity} ${question.column}`}
                        checked={question.taken === label}
                        onChange={() => change({said: withAnswer(said, question, spec)})}
                      />
                      {label}
                    </label>
                  ))}
                </fieldset>
              ))}
              <MappingFields state={state.value} preview={answer.preview} change={change} />
            </>
          )}
          <ReadReport read={answer.read} part="remarks" />
          {answer.read.ok && before !== undefined && (
            <HowToAdd state={state.value} before={before} set={(next) => (state.value = {...state.value, ...next})} />
          )}
        </>
      )}
      {refusal !== undefined && (
        <p class="slider-error" role="alert">
          {refusal}
        </p>
      )}
      <div class="import-buttons">
        <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
        <button type="button" class="primary" disabled={result?.ok !== true || isReading} onClick={finish}>
          {state.value.how === "add" && before !== undefined ? "Add to the runs there are" : "Use these runs"}
        </button>
      </div>
    </dialog>
  );
}

const problemCount = (count: number): string =>
  count === 0 ? "" : `; ${count === 1 ? "1 row" : `${count.toLocaleString("en")} rows`} cannot`;

/** Where a table is pasted; read as soon as it is there. */
function PasteField({onText}: {readonly onText: (text: string) => void}) {
  return (
    <label class="import-paste">
      A table, pasted here
      <textarea
        class="pasted"
        rows={6}
        spellcheck={false}
        placeholder={"params, tokens, loss\n70M, 1.4B, 3.82"}
        onInput={({currentTarget}) => onText(currentTarget.value)}
      />
    </label>
  );
}
