import {useComputed, useSignal} from "@preact/signals";
import {useEffect, useMemo, useRef} from "preact/hooks";
import {besideAnswer, hasAnswer, headlineOutput, isDrawn, sameWords} from "../../figures/differences.ts";
import type {Difference} from "../../figures/differences.ts";
import type {DrawnComparison} from "../../figures/drawnComparison.ts";
import type {Model} from "../model.ts";
import {ComparePanel} from "./ComparePanel.tsx";
import {startCompareClient} from "./compareClient.ts";
import {drawnBefore} from "./compared.ts";
import {isPanelOpen} from "./openPanel.ts";
import {WithPowers} from "./WithPowers.tsx";
import "./compare.css";

/** What differs of that in the answer which is drawn, worked out away from the page, and whether it is of now. */
function useDrawn(model: Model) {
  const found = useSignal<{readonly of: string; readonly drawn: DrawnComparison} | undefined>(undefined);
  const isWaiting = useSignal(false);
  const before = model.store.pinned.value;
  const after = model.atRest.value;
  // What was drawn for a moment ago stands faded until there is something newer, but not under another answer.
  const of = `${after.view.figure} ${headlineOutput(after)?.id}`;
  const asked = useRef(of);
  const client = useMemo(
    () =>
      startCompareClient(
        (answer) => {
          isWaiting.value = false;
          found.value = "drawn" in answer ? {of: asked.current, drawn: answer.drawn} : undefined;
        },
        () => (isWaiting.value = false)
      ),
    []
  );
  useEffect(() => () => client.close(), [client]);
  useEffect(() => {
    asked.current = of;
    if (before === undefined || before === after || !isDrawn(after)) {
      client.close();
      isWaiting.value = false;
      found.value = undefined;
      return;
    }
    isWaiting.value = true;
    client.ask({before, after});
  }, [client, before, after]);
  const shown = found.value?.of === of ? found.value.drawn : undefined;
  useEffect(() => {
    drawnBefore.value = shown?.before;
    return () => {
      drawnBefore.value = undefined;
    };
  }, [shown]);
  return {drawn: shown?.differences ?? [], isWaiting: isWaiting.value};
}

function Chip({
  difference: {id, name, was, now},
  isWaiting
}: {
  readonly difference: Difference;
  readonly isWaiting: boolean;
}) {
  return (
    <li data-output={id} class={isWaiting ? "waiting" : undefined}>
      <span>{name}</span> was{" "}
      <b>
        <WithPowers text={was} />
      </b>
      , now{" "}
      <b>
        <WithPowers text={now} />
      </b>
    </li>
  );
}

/** What the answer’s numbers were and are, where they differ; at rest, since some take a moment. */
function Chips({model}: {readonly model: Model}) {
  const shown = useComputed(() => {
    const before = model.store.pinned.value;
    const after = model.atRest.value;
    return before === undefined ? [] : besideAnswer(before, after);
  });
  const {drawn, isWaiting} = useDrawn(model);
  const before = model.store.pinned.value;
  const after = model.atRest.value;
  if (shown.value.length + drawn.length === 0)
    return before === undefined || !hasAnswer(after) ? null : <p class="compare-same">{sameWords(before, after)}</p>;
  return (
    <ul class="compare-chips" aria-label="What differs in the answer">
      {shown.value.map((difference) => (
        <Chip key={difference.id} difference={difference} isWaiting={false} />
      ))}
      {drawn.map((difference) => (
        <Chip key={difference.id} difference={difference} isWaiting={isWaiting} />
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
