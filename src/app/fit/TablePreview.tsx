import {usedAs} from "../../fitting/mappingByHand.ts";
import type {ReadRuns} from "../../fitting/readRuns.ts";
import {columnWords} from "../../fitting/runColumns.ts";
import type {TablePreview as Preview} from "../../fitting/tablePreview.ts";

const moreRows = (count: number): string => `and ${count.toLocaleString("en")} more row${count === 1 ? "" : "s"}`;

/** The first rows as they stand, and under each title what its column was taken for. */
export function TablePreview({preview, read}: {readonly preview: Preview; readonly read: ReadRuns}) {
  const mapping = read.ok ? read.runs.mapping : read.mapping;
  return (
    <div class="import-preview" tabIndex={0} role="region" aria-label="First rows of the table">
      <table>
        <thead>
          <tr>
            {preview.titles.map((title, i) => {
              const use = usedAs(mapping, i);
              return (
                <th key={i} scope="col" data-used={use === undefined ? undefined : ""}>
                  {title}
                  <span>{use === undefined ? "not used" : columnWords[use]}</span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, i) => (
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {preview.count > preview.rows.length && <p class="fit-note">{moreRows(preview.count - preview.rows.length)}</p>}
    </div>
  );
}
