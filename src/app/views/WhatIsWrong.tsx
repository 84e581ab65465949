import "./whatIsWrong.css";
import {useEffect} from "preact/hooks";
import {citedText} from "../../figures/citedFigure.ts";
import {figureWords} from "../../figures/evidenceTable.ts";
import {citedBy, flaws, piecesOf} from "../../figures/whatIsWrong.ts";
import type {Flaw} from "../../figures/whatIsWrong.ts";
import type {Evidence} from "../../scenario/schema.ts";
import type {Model} from "../model.ts";
import {TextRuns} from "../TextRuns.tsx";
import {askEvidence} from "./evidenceState.ts";
import {showSlider} from "./showSlider.ts";
import {SourceLink} from "./SourceLink.tsx";

type Find = (id: string) => Evidence | undefined;

/** Prose with its figures filled in from the ledger; an ellipsis while that is on its way. */
function Prose({prose, find}: {readonly prose: string; readonly find: Find}) {
  return (
    <>
      {piecesOf(prose).map((piece, i) => {
        if ("words" in piece) return <span key={i}>{piece.words}</span>;
        const entry = find(piece.id);
        return (
          <span key={i} class={piece.field === "subject" || piece.field === "date" ? undefined : "cited"}>
            {entry === undefined ? "…" : <TextRuns text={citedText(entry, piece.field)} />}
          </span>
        );
      })}
    </>
  );
}

/** What the figures of a point are, with kind and source. */
function Sources({entries}: {readonly entries: readonly Evidence[]}) {
  if (entries.length === 0) return null;
  return (
    <details class="flaw-sources">
      <summary>
        {entries.length} {entries.length === 1 ? "figure" : "figures"} and where they are from
      </summary>
      <ul>
        {entries.map((entry) => {
          const words = figureWords(entry);
          return (
            <li key={entry.id}>
              {words.subject}, {words.quantity}: <TextRuns text={words.value} />
              {words.unit !== "" && ` ${words.unit}`}
              {words.kind === "undisclosed" ? ". " : `, ${words.kindWords}. `}
              <SourceLink words={words} />, {words.date}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Point({flaw, model, find}: {readonly flaw: Flaw; readonly model: Model; readonly find: Find}) {
  const {id, heading, text, see} = flaw;
  const lead = () => {
    if (see.view === "evidence") askEvidence(model, see);
    model.show(see.view);
    if (see.slider !== undefined) showSlider(model.store.scenario.value, see.slider);
  };
  return (
    <li id={`wrong-${id}`}>
      <h3>
        <Prose prose={heading} find={find} />
      </h3>
      <p>
        <Prose prose={text} find={find} />
      </p>
      <button class="see" onClick={lead}>
        See it: {see.words}
      </button>
      <Sources entries={citedBy(flaw).flatMap((cited) => find(cited) ?? [])} />
    </li>
  );
}

/** What is wrong with the model behind this page, each point with its figures and the place where it shows. */
export function WhatIsWrong({model}: {readonly model: Model}) {
  useEffect(() => model.needLedger(), []);
  const find = model.find.value;
  return (
    <article class="what-is-wrong" aria-labelledby="what-is-wrong-title">
      <h2 id="what-is-wrong-title">What is wrong with this model</h2>
      <p class="intro">
        A ladder of compute and capability answers a narrow question, and leaves out much to do so. These are the points
        at which it misleads if they are forgotten.
      </p>
      <ol>
        {flaws.map((flaw) => (
          <Point key={flaw.id} flaw={flaw} model={model} find={find} />
        ))}
      </ol>
    </article>
  );
}
