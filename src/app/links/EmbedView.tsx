import {useComputed, useSignal} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";
import {missingFigure, pictureOf, simulate} from "../../figures/view.ts";
import {viewAnswer} from "../../figures/viewAnswer.ts";
import type {Model} from "../model.ts";
import {ViewAnswerText} from "../ladders/ViewAnswerText.tsx";
import {StillPicture} from "./StillPicture.tsx";
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
const least = 240;
const below = 24;

/** What is left of the frame by what stands around the figure, px. */
function roomForFigure(): number {
  const above = (document.querySelector(".embed .figure")?.getBoundingClientRect().top ?? 0) + scrollY;
  const line = document.querySelector(".embed-line")?.getBoundingClientRect().height ?? 0;
  return Math.max(least, Math.floor(innerHeight - above - line - below));
}

/** The bare picture for a frame on another page: the answer, every figure and the way to the full page; nothing to set. */
export function EmbedView({model}: {readonly model: Model}) {
  const scenario = model.store.scenario.value;
  const view = model.view.value;
  const drawn = model.uncertainty.value.value;
  const simulation = useComputed(() => simulate(model.store.scenario.value, model.view.value));
  const picture = useComputed(() =>
    pictureOf(model.store.scenario.value, model.view.value, simulation.value, model.uncertainty.value.value, {
      find: model.find.value
    })
  );
  const answer = viewAnswer(scenario, view, simulation.value, drawn);
  const main = useRef<HTMLElement>(null);
  const room = useSignal(Infinity);
  // The answer grows when its interval is there.
  useEffect(() => {
    const measure = () => {
      room.value = roomForFigure();
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (main.current !== null) observer.observe(main.current);
    window.addEventListener("resize", measure);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", measure);
    };
  }, []);
  const full = location.href.replace(/\?[^#]*/, "");
  return (
    <main class="embed" ref={main}>
      <Problem model={model} />
      <h1 class="visually-hidden">{scenario.title}</h1>
      {answer === undefined ? <p class="answer">{scenario.title}</p> : <ViewAnswerText answer={answer} />}
      {picture.value === undefined ? (
        <p class="detail">There is no figure: {missingFigure(scenario, view)}.</p>
      ) : (
        <StillPicture picture={picture} room={room} isWaiting={!model.uncertainty.value.fresh} />
      )}
      <p class="embed-line">
        <a href={full} target="_blank" rel="noopener">
          Open the full page: what was assumed, and what is wrong with this model
        </a>
      </p>
    </main>
  );
}
