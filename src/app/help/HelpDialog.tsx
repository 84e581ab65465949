import type {Signal} from "@preact/signals";
import {useSignalEffect} from "@preact/signals";
import {useRef} from "preact/hooks";
import {glossary} from "./glossary.ts";
import {shortcuts} from "./shortcuts.ts";
import "./help.css";

/** What the page is often taken for. */
const isNot = [
  "It is no evidence: it shows what follows from numbers that others published and from places that you chose.",
  "It is no forecast and no ranking: a curve belongs to one recipe, and beyond its data it is a guess.",
  "It does not find out whether a claim is true: it says what would have to hold, and whether that holds as placed."
];

/** Shortcuts, words and limits, in the platform's own dialog. */
export function HelpDialog({open}: {readonly open: Signal<boolean>}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useSignalEffect(() => {
    if (open.value) {
      if (dialog.current?.open === false) dialog.current.showModal();
    } else dialog.current?.close();
  });
  return (
    <dialog
      class="window help"
      ref={dialog}
      aria-labelledby="help-title"
      onClose={() => {
        open.value = false;
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <div class="help-page">
        <header class="help-head">
          <h2 id="help-title">Help</h2>
          <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </header>
        <section aria-labelledby="help-keys">
          <h3 id="help-keys">Keys</h3>
          <table class="help-keys">
            <tbody>
              {shortcuts.map(({keys, does}) => (
                <tr key={does}>
                  <th scope="row">
                    {keys.map((key, i) => (
                      <span key={key}>
                        {i > 0 && " or "}
                        {key.split(" ").map((part) => (
                          <kbd key={part}>{part}</kbd>
                        ))}
                      </span>
                    ))}
                  </th>
                  <td>{does}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section aria-labelledby="help-words">
          <h3 id="help-words">Words</h3>
          <dl class="help-words">
            {glossary.map(({word, meaning}) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-labelledby="help-not">
          <h3 id="help-not">What this page is not</h3>
          <ul class="help-not">
            {isNot.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      </div>
    </dialog>
  );
}
