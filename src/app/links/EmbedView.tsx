import {useComputed} from "@preact/signals";
import {figureOf, missingFigure, simulate} from "../../figures/view.ts";
import {viewAnswer} from "../../figures/viewAnswer.ts";
import type {Model} from "../model.ts";
import {ViewAnswerText} from "../ladders/ViewAnswerText.tsx";
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

/** The least height that a figure needs, and the space under the line below it, px. */
const least = 320;
const below = 24;

/** The height of the figure: as on the page, but no higher than what stands around it leaves of the frame. */
function heightFor(width: number): number {
  const above = (document.querySelector(".embed .figure")?.getBoundingClientRect().top ?? 0) + scrollY;
  const line = document.querySelector(".embed-line")?.getBoundingClientRect().height ?? 0;
  return Math.max(least, Math.min(sizeFor(width).height, Math.floor(innerHeight - above - line - below)));
}

/** The bare figure for a frame on another page: the answer, the figure and the way to the full page; nothing to set. */
export function EmbedView({model}: {readonly model: Model}) {
  const scenario = model.store.scenario.value;
  const view = model.view.value;
  const drawn = model.uncertainty.value.value;
  const simulation = useComputed(() => simulate(model.store.scenario.value, model.view.value));
  const figure = useComputed(() =>
    figureOf(model.store.scenario.value, model.view.value, simulation.value, model.uncertainty.value.value, {
      find: model.find.value
    })
  );
  const answer = viewAnswer(scenario, view, simulation.value, drawn);
  const full = location.href.replace(/\?[^#]*/, "");
  return (
    <main class="embed">
      <Problem model={model} />
      <h1 class="visually-hidden">{scenario.title}</h1>
      {answer === undefined ? <p class="answer">{scenario.title}</p> : <ViewAnswerText answer={answer} />}
      {figure.value === undefined ? (
        <p class="detail">There is no figure: {missingFigure(scenario, view)}.</p>
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
