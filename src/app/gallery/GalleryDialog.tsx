import "./gallery.css";
import {useComputed, useSignal, useSignalEffect} from "@preact/signals";
import type {Signal} from "@preact/signals";
import type {TargetedKeyboardEvent} from "preact";
import {useRef} from "preact/hooks";
import {openShipped} from "../files.ts";
import type {Store} from "../store.ts";
import {startStory} from "../story/story.ts";
import {cards, searched} from "./cards.ts";
import {pictures} from "./pictures.ts";

interface GalleryProps {
  readonly store: Store;
  readonly open: Signal<boolean>;
}

/** Where an arrow leads in a grid, by how many cards stand in a row. */
function neighbour(key: string, columns: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns
  };
  return steps[key];
}

/** The shipped scenarios as pictures with a sentence each, to be searched, and the way into the story. */
export function GalleryDialog({store, open}: GalleryProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const query = useSignal("");
  const found = useComputed(() => searched(query.value));
  useSignalEffect(() => {
    if (open.value) {
      if (dialog.current?.open !== false) return;
      query.value = "";
      dialog.current.showModal();
    } else dialog.current?.close();
  });
  const close = () => dialog.current?.close();
  const choose = (file: string) => {
    close();
    void openShipped(store, file);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLUListElement>) => {
    const cards = [...(list.current?.querySelectorAll<HTMLButtonElement>("button") ?? [])];
    const at = cards.findIndex((card) => card === document.activeElement);
    const top = cards[0]?.getBoundingClientRect().top;
    const columns = cards.filter((card) => card.getBoundingClientRect().top === top).length;
    const step = neighbour(event.key, Math.max(1, columns));
    const next = step === undefined || at < 0 ? undefined : cards[at + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <dialog
      class="window gallery"
      ref={dialog}
      aria-labelledby="gallery-title"
      onClose={() => {
        open.value = false;
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) close();
      }}
    >
      <header class="gallery-head">
        <h2 id="gallery-title">All scenarios</h2>
        <input
          type="search"
          aria-label="Search the scenarios"
          placeholder="Search: agents, cost, GPT-5.4 …"
          value={query.value}
          onInput={({currentTarget}) => {
            query.value = currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown" && event.key !== "Enter") return;
            event.preventDefault();
            list.current?.querySelector("button")?.focus();
          }}
        />
        <button
          type="button"
          class="primary"
          onClick={() => {
            close();
            void startStory(store);
          }}
        >
          The story in six steps
        </button>
        <button type="button" class="quiet" onClick={close}>
          Close
        </button>
      </header>
      <p class="visually-hidden" role="status">
        {found.value.length === 1 ? "1 scenario" : `${found.value.length} scenarios`}
      </p>
      {found.value.length === 0 && <p class="gallery-none">No scenario has these words.</p>}
      <ul class="gallery-list" ref={list} onKeyDown={onKeyDown}>
        {found.value.map(({file, title}) => (
          <li key={file}>
            <button type="button" onClick={() => choose(file)}>
              {/* Drawn by the chart when the page was built: no text of a reader’s comes in here. */}
              <span
                class="gallery-picture"
                aria-hidden="true"
                dangerouslySetInnerHTML={{__html: pictures[file] ?? ""}}
              />
              <b>{title}</b>
              <span>{cards[file].sentence}</span>
            </button>
          </li>
        ))}
      </ul>
    </dialog>
  );
}
