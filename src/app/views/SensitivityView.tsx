import "./gainView.css";
import {useComputed} from "@preact/signals";
import {sensitivityAnswer, sensitivityFigure, shareError, shareRows} from "../../figures/sensitivity.ts";
import {outputShown, outputsOf} from "../../simulation/outputs.ts";
import {drawnBefore} from "../compare/compared.ts";
import {Was} from "../compare/Was.tsx";
import {TextRuns} from "../TextRuns.tsx";
import type {ViewProps} from "./LazyView.tsx";
import {StillFigure} from "./StillFigure.tsx";

const percent = (share: number): string => `${(100 * Math.max(0, share)).toFixed(0)} %`;

/** A share as a bar: the dark part is the input's alone, the light one with interactions. */
function ShareBar({first, total}: {readonly first: number; readonly total: number}) {
  return (
    <svg class="share-bar" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 12">
      <rect x="0" y="2" width={Math.min(100, 100 * Math.max(0, total, first))} height="8" fill="var(--line2)" />
      <rect x="0" y="2" width={Math.min(100, 100 * Math.max(0, first))} height="8" fill="var(--ink2)" />
    </svg>
  );
}

/** What an output of the scenario hangs on: one input at a time, and shares of its variance. */
export function SensitivityView({model}: ViewProps) {
  const scenario = model.store.scenario.value;
  const {value, fresh} = model.uncertainty.value;
  const figure = useComputed(() =>
    sensitivityFigure(model.store.scenario.value, model.uncertainty.value.value.sensitivity)
  );
  const outputs = outputsOf(scenario);
  const output = outputShown(scenario);
  const found = value.sensitivity?.output === output?.id ? value.sensitivity : undefined;
  const progress = model.progress.value;
  if (output === undefined) return <p class="answer">There is no answer to be sensitive.</p>;
  const answer = sensitivityAnswer(scenario, value.sensitivity);
  const rows = found === undefined ? [] : shareRows(scenario, found);
  const isStill = found?.swings.length === 0;
  const old = drawnBefore.value?.shares;
  const wasOf = (inputs: string, part: "first" | "total") => {
    const row = old?.find((item) => item.inputs === inputs);
    return row === undefined ? old && "none" : percent(row[part]);
  };
  return (
    <>
      <div class="answer-box">
        <p class="answer">
          <TextRuns text={answer.body} />.
        </p>
        <p class="condition">
          <TextRuns text={answer.condition} />
          {!isStill && " The shares below count what inputs do together too."}
        </p>
      </div>
      <div class="gain-choices">
        <label>
          Output{" "}
          <select
            value={output.id}
            onChange={({currentTarget}) => {
              const now = model.store.scenario.peek();
              model.store.commit(
                {...now, view: {...now.view, output: currentTarget.value}},
                "output of the sensitivity"
              );
            }}
          >
            {outputs.map(({id, name}) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="progress-line" role="status">
        {!fresh && progress !== undefined ? `computing, ${percent(progress)} done` : ""}
      </p>
      {!isStill && (
        <StillFigure
          figure={figure}
          heightFor={(width) =>
            width < 560
              ? 120 + 62 * Math.max(2, found?.swings.length ?? 3)
              : 110 + 44 * Math.max(2, Math.min(12, found?.swings.length ?? 3))
          }
          isWaiting={!fresh}
        />
      )}
      {found !== undefined && !isStill && (
        <section aria-labelledby="shares-title">
          <h2 class="section" id="shares-title">
            Shares of its variance{" "}
            <span>
              Sobol, {found.draws.toLocaleString("en")} samples, {shareError(found)}; inputs whose errors go together
              are one group
            </span>
          </h2>
          <table class="numbers shares">
            <thead>
              <tr>
                <th scope="col">Input</th>
                <th scope="col">Alone</th>
                <th scope="col">With others</th>
                <th scope="col" class="wide-only">
                  <span class="visually-hidden">as a bar</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({inputs, first, total}) => (
                <tr key={inputs}>
                  <th scope="row">{inputs}</th>
                  <td>
                    {percent(first)}
                    <Was now={percent(first)} before={wasOf(inputs, "first")} />
                  </td>
                  <td>
                    {percent(total)}
                    <Was now={percent(total)} before={wasOf(inputs, "total")} />
                  </td>
                  <td class="wide-only">
                    <ShareBar first={first} total={total} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
