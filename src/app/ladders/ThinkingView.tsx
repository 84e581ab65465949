import "./thinkingView.css";
import {useComputed} from "@preact/signals";
import {thinkingFigure, pickHandle} from "../../figures/thinkingFigure.ts";
import {thinkingFormulas} from "../../figures/thinkingFormula.ts";
import {thinkingIndexFigure} from "../../figures/thinkingIndex.ts";
import {progressHandle, thinkingPathFigure} from "../../figures/thinkingPath.ts";
import {compressionTable, indexTable, penaltyTable} from "../../figures/thinkingRows.ts";
import type {ThinkingRows} from "../../figures/thinkingRows.ts";
import {thinkingSeriesFigure} from "../../figures/thinkingSeries.ts";
import {drawsWords, thinkingAnswer} from "../../figures/thinkingWords.ts";
import {pow10} from "../../numerics/exp.ts";
import {inputAt} from "../../scenario/inputList.ts";
import {penaltyFor, penaltyInFocus} from "../../simulation/penaltyFor.ts";
import {thinking} from "../../simulation/thinking.ts";
import {useBefore, Was} from "../compare/Was.tsx";
import type {ViewProps} from "../views/LazyView.tsx";
import {UnbrokenPercents} from "../UnbrokenPercents.tsx";
import {LadderPage} from "./LadderPage.tsx";
import {MovableFigure} from "./MovableFigure.tsx";
import type {HandleInput} from "./MovableFigure.tsx";
import {PhasePlayer} from "./PhasePlayer.tsx";
import {leadingAddress, ThinkingChoice} from "./ThinkingChoice.tsx";

const mainHeight = (width: number) => (width < 560 ? 400 : Math.round(Math.min(540, Math.max(400, width * 0.56))));
const smallHeight = (width: number) => Math.round(Math.min(340, Math.max(270, width * 0.7)));

interface TableProps {
  readonly of: ThinkingRows | undefined;
  /** The same table of the pinned scenario. */
  readonly before: ThinkingRows | undefined;
}

function Table({of, before}: TableProps) {
  if (of === undefined) return null;
  // What is read at another accuracy has nothing to be held against.
  const wasOf = (key: string, name: string, i: number) =>
    before?.rows.find((row) => row.key === key && row.name === name)?.cells[i]?.value;
  return (
    <section>
      <h2 class="section">
        {of.title}{" "}
        <span>
          <UnbrokenPercents text={of.remark} />
        </span>
      </h2>
      <table class="numbers thinking-table">
        <thead>
          <tr>
            {of.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.rows.map(({key, name, cells}) => (
            <tr key={key}>
              <th scope="row">
                <UnbrokenPercents text={name} />
              </th>
              {cells.map(({value, note}, i) => (
                <td key={i}>
                  <b>{value}</b>{" "}
                  {note !== undefined && note !== "" && (
                    <span>
                      <UnbrokenPercents text={note} />
                    </span>
                  )}
                  <Was now={value} before={wasOf(key, name, i)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Thought compression: accuracy against thinking tokens, what penalties pick, and the tokens of runs of an index. */
export function ThinkingView({model, controls}: ViewProps) {
  const {store, uncertainty, find} = model;
  const numbers = useComputed(() => thinking(store.scenario.value));
  const drawn = useComputed(() => uncertainty.value.value.thinking);
  const figure = useComputed(() => {
    const [scenario, at] = [store.scenario.value, numbers.value];
    return scenario.thinking && at && thinkingFigure(scenario, scenario.thinking, at, drawn.value, {find: find.value});
  });
  const path = useComputed(() => {
    const [{thinking: section}, at] = [store.scenario.value, numbers.value];
    return section && at && thinkingPathFigure(section, at, drawn.value);
  });
  const index = useComputed(() => {
    const [scenario, at] = [store.scenario.value, numbers.value];
    return scenario.thinking && at && thinkingIndexFigure(scenario, scenario.thinking, at, drawn.value);
  });
  const series = useComputed(() => {
    const {thinking: section} = store.scenario.value;
    return section && thinkingSeriesFigure(section, {find: find.value});
  });
  const before = useBefore(store, (pinned) => {
    const [section, at] = [pinned.thinking, thinking(pinned)];
    return (
      section &&
      at && {
        index: indexTable(pinned, section, at, undefined),
        penalty: penaltyTable(at, undefined),
        compression: compressionTable(at, undefined, section.compressed?.name ?? "")
      }
    );
  });
  const scenario = store.scenario.value;
  const {thinking: section} = scenario;
  const at = numbers.value;
  if (section === undefined || at === undefined) {
    return <LadderPage model={model} section="thinking" answer={undefined} formulas={[]} children={null} />;
  }
  const penalty = penaltyInFocus(section);
  const address = leadingAddress(section);
  const isWaiting = !uncertainty.value.fresh;
  const pick: readonly HandleInput[] =
    penalty === undefined || address === undefined
      ? []
      : [
          {
            handle: pickHandle,
            address,
            valueAt: ({x}) => {
              const now = store.scenario.peek();
              const range = inputAt(now, address)?.kind.range;
              return now.thinking === undefined || range === undefined
                ? NaN
                : penaltyFor(now.thinking, penalty, pow10(x), range);
            }
          }
        ];
  const progress: readonly HandleInput[] = [
    {handle: progressHandle, address: "thinking.path.progress", valueAt: ({x}) => x / 100}
  ];
  const still = {store, isWaiting, heightFor: smallHeight};
  return (
    <LadderPage
      model={model}
      section="thinking"
      answer={thinkingAnswer(scenario, section, at, drawn.value)}
      formulas={thinkingFormulas(scenario, section, at)}
      alone={series.value === undefined ? [] : [{panel: series.value.id, name: "Measured in papers"}]}
    >
      <ThinkingChoice model={model} controls={controls} />
      <MovableFigure store={store} figure={figure} heightFor={mainHeight} isWaiting={isWaiting} handles={pick} />
      <p class="thinking-draws" role="status">
        {isWaiting ? "updating intervals" : drawsWords(drawn.value)}
      </p>
      <div class="thinking-pair">
        {path.value !== undefined && (
          <section>
            <h2 class="section">
              Three phases of training <span>length of thought, placed</span>
            </h2>
            <MovableFigure figure={path} handles={progress} {...still} />
            <PhasePlayer store={store} />
          </section>
        )}
        {index.value !== undefined && (
          <section>
            <h2 class="section">
              Tokens to run the index <span>measured</span>
            </h2>
            <MovableFigure figure={index} {...still} />
          </section>
        )}
      </div>
      <Table of={indexTable(scenario, section, at, drawn.value)} before={before?.index} />
      <div class="thinking-pair">
        <div>
          <Table of={penaltyTable(at, drawn.value)} before={before?.penalty} />
          {series.value !== undefined && (
            <section>
              <h2 class="section">
                More thinking, as papers measured it <span>a plateau and a decline</span>
              </h2>
              <MovableFigure figure={series} {...still} />
            </section>
          )}
        </div>
        <Table of={compressionTable(at, drawn.value, section.compressed?.name ?? "")} before={before?.compression} />
      </div>
    </LadderPage>
  );
}
