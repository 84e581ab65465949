import {useComputed} from "@preact/signals";
import {figureOf, simulate} from "../../figures/view.ts";
import type {Model} from "../model.ts";
import {TextRuns} from "../TextRuns.tsx";
import {AnswerText} from "../views/AnswerText.tsx";
import {StillFigure} from "../views/StillFigure.tsx";
import {sizeFor} from "../views/FigurePane.tsx";
import "./embed.css";

/** Why the scenario that was to be shown is not. */
function Problem({model}: {readonly model: Model}) {
  const notice = model.store.notice.value;
  if (notice?.kind !== "problem") return null;
  return (
    <div role="alert" class="embed-problem">
      <p>{notice.title}</p>
      {notice.lines.slice(0, 5).map((line) => (
        <p key={line}>
          <bdi>{line}</bdi>
        </p>
      ))}
    </div>
  );
}

/** What stands above and below the figure, and the least that a figure needs, px. */
const around = 240;
const least = 320;

/** The height of the figure: as on the page, but no higher than its frame has room for. */
const heightFor = (width: number): number => Math.max(least, Math.min(sizeFor(width).height, innerHeight - around));

/** The bare figure for a frame on another page: the answer, the figure and the way to the full page; nothing to set. */
export function EmbedView({model}: {readonly model: Model}) {
  const scenario = model.store.scenario.value;
  const view = model.view.value;
  const figure = useComputed(() =>
    figureOf(
      model.store.scenario.value,
      model.view.value,
      simulate(model.store.scenario.value, model.view.value),
      model.uncertainty.value.value,
      {find: model.find.value}
    )
  );
  const hasOwnAnswer = view === "fit" || view === "gain" || view === "sensitivity";
  const full = location.href.replace(/\?[^#]*/, "");
  return (
    <main class="embed">
      <Problem model={model} />
      <h1 class="visually-hidden">{scenario.title}</h1>
      {hasOwnAnswer && figure.value !== undefined ? (
        <div class="answer-box">
          <p class="answer">{figure.value.title}</p>
          <p class="condition">
            <TextRuns text={figure.value.subtitle} />
          </p>
        </div>
      ) : (
        <AnswerText model={model} />
      )}
      {figure.value === undefined ? (
        <p class="detail">There is no figure: the scenario has nothing to draw in this view.</p>
      ) : (
        <StillFigure figure={figure} heightFor={heightFor} isWaiting={!model.uncertainty.value.fresh} />
      )}
      <p class="embed-line">
        <a href={full} target="_blank" rel="noopener">
          Open the full page: what was assumed, and what is wrong with this model
        </a>
      </p>
    </main>
  );
}
