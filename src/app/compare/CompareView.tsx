import {useComputed} from "@preact/signals";
import {besideAnswer, hasAnswer} from "../../figures/differences.ts";
import type {Model} from "../model.ts";
import {ComparePanel} from "./ComparePanel.tsx";
import {isPanelOpen} from "./openPanel.ts";
import {WithPowers} from "./WithPowers.tsx";
import "./compare.css";

/** What the answer’s numbers were and are, where they differ; at rest, since some take a moment. */
function Chips({model}: {readonly model: Model}) {
  const shown = useComputed(() => {
    const before = model.store.pinned.value;
    const after = model.atRest.value;
    return before === undefined ? [] : besideAnswer(before, after);
  });
  if (shown.value.length === 0 && !hasAnswer(model.atRest.value)) return null;
  if (shown.value.length === 0) return <p class="compare-same">The numbers of this view’s answer are the same.</p>;
  return (
    <ul class="compare-chips" aria-label="What differs in the answer">
      {shown.value.map(({id, name, was, now}) => (
        <li key={id} data-output={id}>
          <span>{name}</span> was{" "}
          <b>
            <WithPowers text={was} />
          </b>
          , now{" "}
          <b>
            <WithPowers text={now} />
          </b>
        </li>
      ))}
    </ul>
  );
}

/** What stands over the answer while a scenario is pinned: what it was, what it is, and why. */
export function CompareView({model}: {readonly model: Model}) {
  const {pinned} = model.store;
  if (pinned.value === undefined) return null;
  return (
    <section class="compare" aria-label="Compared with the baseline">
      <div class="compare-head">
        <p>
          Baseline: <b>{pinned.value.title}</b>
        </p>
        <span class="compare-buttons">
          <button
            type="button"
            class="quiet"
            aria-expanded={isPanelOpen.value}
            aria-controls="compare-panel"
            onClick={() => (isPanelOpen.value = !isPanelOpen.value)}
          >
            What differs
          </button>
          <button type="button" class="quiet" onClick={() => (pinned.value = undefined)}>
            Unpin
          </button>
        </span>
      </div>
      <Chips model={model} />
      <div id="compare-panel">{isPanelOpen.value && <ComparePanel model={model} />}</div>
    </section>
  );
}
