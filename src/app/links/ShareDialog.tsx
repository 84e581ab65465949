import type {Signal} from "@preact/signals";
import {useSignal, useSignalEffect} from "@preact/signals";
import {useRef} from "preact/hooks";
import {chatLength, encodeLink} from "../../scenario/link.ts";
import {exportSvg} from "../exporting.ts";
import {exportSizes} from "../exportSizes.ts";
import {fileName, saveScenario} from "../files.ts";
import type {Model} from "../model.ts";
import {embedOf, markdownOf, shareWords} from "./shareTexts.ts";
import "./share.css";

const forms = {
  link: "Copy link",
  markdown: "Copy as Markdown",
  illustrated: "Markdown and picture",
  embed: "Copy embed"
} as const;
type Form = keyof typeof forms;

const said: Readonly<Record<Form, string>> = {
  link: "The link is copied.",
  markdown: "The Markdown is copied: a link, the answer and its sources.",
  illustrated: "The Markdown is copied, and its picture is saved as a file: put the two side by side.",
  embed: "The embed is copied: a frame that shows the figure and its answer on another page."
};

async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused by the browser, or not there at all, as on a page that is a file.
    return false;
  }
}

/** The scenario on show as a link, as Markdown or as a frame; as a file where the link is longer than chats carry. */
export function ShareDialog({model, open}: {readonly model: Model; readonly open: Signal<boolean>}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const link = useSignal("");
  const form = useSignal<Form>("link");
  const remark = useSignal("");
  const {store} = model;
  const textOf = (chosen: Form): string => {
    if (link.value === "" || chosen === "link") return link.value;
    const words = shareWords(model);
    if (chosen === "embed") return embedOf(words, link.value);
    return markdownOf(words, link.value, chosen === "illustrated" ? fileName(words.title, "svg") : undefined);
  };
  useSignalEffect(() => {
    if (!open.value) {
      dialog.current?.close();
      return;
    }
    const scenario = store.scenario.value;
    void encodeLink(scenario).then((fragment) => {
      link.value = `${location.href.replace(/[?#].*$/, "")}#${fragment}`;
    });
    if (dialog.current?.open !== false) return;
    form.value = "link";
    remark.value = "";
    dialog.current.showModal();
  });
  const copy = async (chosen: Form) => {
    form.value = chosen;
    const isThere = await isCopied(textOf(chosen));
    if (chosen === "illustrated") await exportSvg(model, exportSizes[0]);
    if (isThere) {
      remark.value = said[chosen];
      return;
    }
    remark.value = "The browser did not allow copying. The text is selected: copy it with Ctrl+C or ⌘C.";
    text.current?.focus();
    text.current?.select();
  };
  const length = link.value.length;
  const isLong = length > chatLength;
  return (
    <dialog
      class="window share"
      ref={dialog}
      aria-labelledby="share-title"
      onClose={() => {
        open.value = false;
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <div class="share-page">
        <header class="share-head">
          <h2 id="share-title">Share</h2>
          <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </header>
        <p class="share-note">
          The scenario is in the link itself, behind the #. Browsers send that part to no server.
        </p>
        <textarea
          ref={text}
          class="share-text"
          aria-label={{link: "Link", markdown: "Markdown", illustrated: "Markdown", embed: "Embed"}[form.value]}
          rows={form.value === "link" ? 3 : 6}
          readOnly
          spellcheck={false}
          value={textOf(form.value)}
          onFocus={({currentTarget}) => currentTarget.select()}
        />
        <p class={isLong ? "share-length long" : "share-length"}>
          {length === 0 ? "Being made." : `The link has ${length.toLocaleString("en")} characters.`}
          {isLong && ` Many chats cut links longer than ${chatLength.toLocaleString("en")}: send the file instead.`}
        </p>
        <div class="share-buttons">
          {isLong && (
            <button
              type="button"
              class="primary"
              onClick={() => void saveScenario(store.scenario.peek(), store.original.peek())}
            >
              Save as a file
            </button>
          )}
          {Object.entries(forms).map(([name, label]) => (
            <button
              key={name}
              type="button"
              class={name === "link" && !isLong ? "primary" : "quiet"}
              disabled={length === 0}
              onClick={() => void copy(name as Form)}
            >
              {label}
            </button>
          ))}
        </div>
        <p class="share-said" role="status">
          {remark.value}
        </p>
      </div>
    </dialog>
  );
}
