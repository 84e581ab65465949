import "./story.css";
import {useSignalEffect} from "@preact/signals";
import type {Store} from "../store.ts";
import {storySteps} from "./steps.ts";
import {leaveStory, stayHere, storyStep, turnPages} from "./story.ts";

/** What takes arrow keys for itself. */
const takesArrows = "input, select, textarea, [role=slider], [role=checkbox], [contenteditable], dialog";

/** The story above the page: a title, what to see, what to try, and the way on; arrows turn its pages. */
export function StoryBar({store}: {readonly store: Store}) {
  const step = storyStep.value;
  const told = storySteps[step - 1];
  useSignalEffect(() => {
    if (storyStep.value === 0) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
      if (target?.closest(takesArrows) != null || document.querySelector("dialog[open]") !== null) return;
      if (event.key === "ArrowRight") void turnPages(store, 1);
      else if (event.key === "ArrowLeft") void turnPages(store, -1);
      else if (event.key === "Escape") leaveStory(store);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
  if (told === undefined) return null;
  return (
    <section class="story" tabIndex={-1} aria-label="The story in six steps">
      <div class="story-text" aria-live="polite" aria-atomic="true">
        <h2>
          <small>
            {step} of {storySteps.length}
          </small>{" "}
          {told.title}
        </h2>
        <p>{told.text}</p>
        <p class="story-try">
          <b>Try:</b> {told.tries}
        </p>
      </div>
      <div class="story-bar">
        <button type="button" class="fit-button" disabled={step === 1} onClick={() => void turnPages(store, -1)}>
          Back
        </button>
        {step < storySteps.length ? (
          <button type="button" class="primary" onClick={() => void turnPages(store, 1)}>
            Next
          </button>
        ) : (
          <button type="button" class="primary" onClick={stayHere}>
            Go on from here
          </button>
        )}
        <button
          type="button"
          class="quiet"
          title="Gives back what was open before (Escape)"
          onClick={() => leaveStory(store)}
        >
          Leave the story
        </button>
      </div>
    </section>
  );
}
