import {useSignal} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";
import type {EvidenceRow} from "../../figures/evidence.ts";
import {evidenceRows, leadingModels, orderedIds} from "../../figures/evidence.ts";
import {sectionEvidenceIds, sectionOfView} from "../../scenario/viewInputs.ts";
import type {Model} from "../model.ts";
import {TextRuns} from "../TextRuns.tsx";

/** How many rows stand there before the rest is asked for. */
const firstRows = 8;

function Row({row}: {readonly row: EvidenceRow}) {
  return (
    <li class="evidence" id={`evidence-${row.id}`} tabIndex={-1}>
      <span>{row.subject}</span>
      <b>
        <TextRuns text={row.value} />
      </b>
      <span class="kind">{row.says}</span>
      <span class="source">
        {row.url === undefined ? (
          row.source
        ) : (
          <a href={row.url} rel="noreferrer noopener" target="_blank">
            {row.source}
          </a>
        )}
        , <span class="date">{row.date}</span>
      </span>
      {row.conflicts.map((conflict, i) => (
        <span class="conflict" key={i}>
          <svg width="12" height="10" viewBox="0 0 12 10" aria-hidden="true">
            <path
              d="M1 3h9m-3-2.5L10 3L7 5.5M11 7H2m3-2.5L2 7l3 2.5"
              fill="none"
              stroke="currentColor"
              stroke-width="1.3"
            />
          </svg>
          <span class="visually-hidden">conflict: </span>
          <TextRuns text={conflict} />
        </span>
      ))}
    </li>
  );
}

/** The figures the scenario stands on, with sources, kinds and conflicts; loaded when they come near the screen. */
export function EvidenceList({model}: {readonly model: Model}) {
  const all = useSignal(false);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (place.current === null) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) model.needLedger();
      },
      {rootMargin: "200px"}
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  const scenario = model.atRest.value;
  const section = sectionOfView(scenario.view.figure);
  const ids =
    section === undefined ? orderedIds(scenario, leadingModels(scenario)) : sectionEvidenceIds(scenario, section);
  const count = ids.length;
  if (count === 0) return null;
  const rows = evidenceRows(ids, model.find.value);
  const conflicts = rows.filter((row) => row.conflicts.length > 0).length;
  const shown = all.value ? rows : rows.slice(0, firstRows);
  return (
    <section aria-labelledby="evidence-title" ref={place}>
      <h2 class="section" id="evidence-title">
        Evidence used here{" "}
        <span>
          {count} figures{rows.length === count && conflicts > 0 && `, ${conflicts} with conflicts`}
        </span>
      </h2>
      <ul class="evidence-list">
        {rows.length < count ? <li class="evidence">loading</li> : shown.map((row) => <Row key={row.id} row={row} />)}
      </ul>
      {rows.length === count && rows.length > shown.length && (
        <button class="quiet more" onClick={() => (all.value = true)}>
          Show all {rows.length}
        </button>
      )}
    </section>
  );
}
