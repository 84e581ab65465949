import {useRef} from "preact/hooks";
import {sampleDesign, sampleLadder} from "../../fitting/sampleLadder.ts";
import {runsOfTable} from "../../fitting/tableRuns.ts";
import {setRuns} from "../../scenario/editRuns.ts";
import type {Model} from "../model.ts";

/** The sample ladder as the runs of the scenario. */
function useSample({store}: Model): void {
  const {runs, statement} = sampleLadder();
  const section = runsOfTable({runs, mapping: {}, comments: statement}, {name: "Sample ladder, made up"});
  if (!section.ok) return;
  const {scenario, label} = setRuns(store.scenario.peek(), section.runs, "sample ladder");
  store.commit(scenario, label);
}

/** The buttons that bring runs in: a file, the clipboard. */
export function OpenButtons({model}: {readonly model: Model}) {
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={file}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        aria-label="Table of runs"
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        onChange={({currentTarget}) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen !== undefined) model.openTable({name: chosen.name, content: chosen});
          currentTarget.value = "";
        }}
      />
      <button type="button" class="fit-button" onClick={() => file.current?.click()}>
        Open a table…
      </button>
      <button
        type="button"
        class="fit-button"
        onClick={() => model.openTable({name: "the pasted table", content: undefined})}
      >
        Paste
      </button>
    </>
  );
}

/** What the view is for, and three ways to begin. */
export function EmptyFit({model}: {readonly model: Model}) {
  const count = 2 * sampleDesign.budgets.length * sampleDesign.sizes.length;
  return (
    <div class="fit-empty">
      <div class="answer-box">
        <p class="answer">Fit a scaling law to training runs of your own.</p>
        <p class="condition">
          A table with the size, the tokens and the loss of a few small runs tells how loss falls with compute, how far
          that can be trusted beyond the runs, and, with runs of two recipes, how much less compute one of them needs.
          Nothing leaves this page.
        </p>
      </div>
      <p class="fit-start">
        <OpenButtons model={model} />
        <button type="button" class="fit-button" onClick={() => useSample(model)}>
          Try the sample ladder
        </button>
      </p>
      <p class="fit-note">
        Or drop a .csv, .tsv or .txt file anywhere on the page. Columns such as params, tokens, flops, loss, accuracy
        and recipe are recognised; one of N, D and C may be missing, as 6ND = C. The sample is {count} made-up runs of
        two recipes about a published law: nobody trained them. A table of models with their scores is another thing: it
        goes into “Models from CSV…” under the tables of the ladder.
      </p>
    </div>
  );
}
