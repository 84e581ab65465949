import {signal} from "@preact/signals";
import {useMemo} from "preact/hooks";
import type {EvidenceRow} from "../../figures/evidence.ts";
import {evidenceRows} from "../../figures/evidence.ts";
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
      {row.url === undefined ? (
        <span class="source">{row.source}</span>
      ) : (
        <a class="source" href={row.url} rel="noreferrer noopener" target="_blank">
          {row.source}
        </a>
      )}
      {row.conflicts.map((conflict) => (
        <span class="conflict" key={conflict}>
          <svg width="12" height="10" viewBox="0 0 12 10" aria-hidden="true">
            <path d="M1 3h9m-3-2.5L10 3L7 5.5M11 7H2m3-2.5L2 7l3 2.5" fill="none" stroke="currentColor" stroke-width="1.3" />
          </svg>
          <span class="visually-hidden">conflict: </span>
          {conflict}
        </span>
      ))}
    </li>
  );
}

/** The figures the scenario stands on, with sources, kinds and conflicts. */
export function EvidenceList({model}: {readonly model: Model}) {
  const all = useMemo(() => signal(false), []);
  const scenario = model.store.scenario.value;
  const {ladder} = model.simulation.value;
  const rows = evidenceRows(scenario, model.find.value, [ladder?.subject, "llama-4-maverick", ladder?.rival]);
  if (rows.length === 0) return null;
  const conflicts = rows.filter((row) => row.conflicts.length > 0).length;
  const shown = all.value ? rows : rows.slice(0, firstRows);
  return (
    <section aria-labelledby="evidence-title">
      <h3 id="evidence-title">
        Evidence used here{" "}
        <span>
          {rows.length} figures{conflicts > 0 && `, ${conflicts} with conflicts`}
        </span>
      </h3>
      <ul class="evidence-list">
        {shown.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      {rows.length > shown.length && (
        <button class="quiet more" onClick={() => (all.value = true)}>
          Show all {rows.length}
        </button>
      )}
    </section>
  );
}
