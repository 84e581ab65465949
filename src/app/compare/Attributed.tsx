import {useComputed, useSignal} from "@preact/signals";
import {useEffect, useMemo} from "preact/hooks";
import {attributedRows, methodWords} from "../../figures/attributedRows.ts";
import {pairWords} from "../../figures/compareWords.ts";
import type {ScenarioComparison} from "../../scenario/compareScenarios.ts";
import type {OutputChange} from "../../simulation/outputChange.ts";
import {outputShown, outputsOf} from "../../simulation/outputs.ts";
import type {Model} from "../model.ts";
import {startCompareClient} from "./compareClient.ts";
import {WithPowers} from "./WithPowers.tsx";

interface AttributedProps {
  readonly model: Model;
  readonly comparison: ScenarioComparison;
}

/** The change of one output, shared out among the inputs that were changed; worked out away from the page. */
export function Attributed({model, comparison}: AttributedProps) {
  const {pinned} = model.store;
  const chosen = useSignal<string | undefined>(undefined);
  const found = useSignal<OutputChange | undefined>(undefined);
  const state = useSignal<"working" | "there" | "failed">("working");
  const client = useMemo(
    () =>
      startCompareClient(
        (answer) => {
          state.value = "error" in answer ? "failed" : "there";
          if ("change" in answer) found.value = answer.change;
        },
        () => (state.value = "failed")
      ),
    []
  );
  useEffect(() => () => client.close(), [client]);
  const outputs = useComputed(() => {
    const all = [...outputsOf(model.atRest.value), ...(pinned.value === undefined ? [] : outputsOf(pinned.value))];
    return [...new Map(all.map(({id, name}) => [id, name])).entries()];
  });
  const usual = useComputed(() => outputShown({...model.atRest.value})?.id);
  const output = outputs.value.some(([id]) => id === chosen.value) ? chosen.value : usual.value;
  const after = model.atRest.value;
  const before = pinned.value;
  useEffect(() => {
    if (before === undefined || output === undefined) return;
    state.value = "working";
    client.ask({before, after, output});
  }, [client, before, after, output]);
  if (output === undefined) return null;
  const change = found.value?.id === output ? found.value : undefined;
  const rows = change === undefined ? [] : attributedRows(change, comparison);
  return (
    <section class="compare-attributed" aria-labelledby="compare-attributed" aria-busy={state.value === "working"}>
      <h2 id="compare-attributed">Where the change comes from</h2>
      <label>
        Output{" "}
        <select value={output} onChange={({currentTarget}) => (chosen.value = currentTarget.value)}>
          {outputs.value.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {change !== undefined && (
        <p class="compare-change">
          <b>
            <WithPowers text={pairWords(change).was} />
          </b>{" "}
          before,{" "}
          <b>
            <WithPowers text={pairWords(change).now} />
          </b>{" "}
          now. {methodWords(change)}
        </p>
      )}
      {rows.length > 0 && (
        <table class={state.value === "working" ? "compare-parts waiting" : "compare-parts"}>
          <thead>
            <tr>
              <th scope="col">Changed</th>
              <th scope="col">Its part</th>
              <th scope="col" class="wide-only">
                <span class="visually-hidden">As a bar</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({change: name, label, words, from, to}) => (
              <tr key={name} data-change={name}>
                <th scope="row">{label}</th>
                <td>{words}</td>
                <td class="wide-only" aria-hidden="true">
                  <svg width="100%" height="14">
                    <rect x={`${from}%`} width={`${Math.max(to - from, 0.4)}%`} y="3" height="8" fill="var(--ink2)" />
                  </svg>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p role="status" class="compare-state">
        {state.value === "working" && change === undefined && "Being worked out."}
        {state.value === "failed" && "The change could not be shared out."}
      </p>
    </section>
  );
}
