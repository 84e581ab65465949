import {useSignal} from "@preact/signals";
import {evidenceRows} from "../../figures/evidenceRows.ts";
import type {EvidenceRow} from "../../figures/evidenceRows.ts";
import type {EvidenceLookup} from "../../figures/footer.ts";
import {TextRuns} from "../TextRuns.tsx";
import {ConflictSign} from "./ConflictSign.tsx";

export interface EvidenceRowsProps {
  readonly ids: readonly string[];
  readonly find: EvidenceLookup;
}

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
          <ConflictSign />
          <span class="visually-hidden">conflict: </span>
          <TextRuns text={conflict} />
        </span>
      ))}
    </li>
  );
}

/** The rows of the figures with these ids, the first of them until all are asked for. */
export function EvidenceRows({ids, find}: EvidenceRowsProps) {
  const all = useSignal(false);
  const rows = evidenceRows(ids, find);
  const shown = all.value ? rows : rows.slice(0, firstRows);
  return (
    <>
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
    </>
  );
}
