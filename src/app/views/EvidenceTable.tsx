import type {Column, TableOrder, TableRow} from "../../figures/evidenceTable.ts";
import {columns} from "../../figures/evidenceTable.ts";
import type {Exchange} from "../../scenario/exchange.ts";
import type {Scenario} from "../../scenario/schema.ts";
import {TextRuns} from "../TextRuns.tsx";
import {EvidenceConflict} from "./EvidenceConflict.tsx";
import {SourceLink} from "./SourceLink.tsx";

/** What the rows of a table need besides themselves. */
export interface RowContext {
  readonly scenario: Scenario;
  readonly exchanges: ReadonlyMap<string, readonly Exchange[]>;
  readonly use: (exchange: Exchange) => void;
}

/** What stands under a figure: where it is used, what its note says, what disagrees. */
function Under({row, context}: {readonly row: TableRow; readonly context: RowContext}) {
  const {uses, note, why, grade, conflicts} = row;
  if (uses.length === 0 && note === "" && why === "" && conflicts.length === 0) return null;
  return (
    <tr class="under">
      <td colSpan={columns.length}>
        {uses.length > 0 && <p class="uses">Used for {uses.join(", ")}</p>}
        {(note !== "" || why !== "") && (
          <p>
            {note} {why !== "" && <span class="small">{`Confidence ${grade}: ${why}.`}</span>}
          </p>
        )}
        {conflicts.length > 0 && (
          <EvidenceConflict
            words={row}
            conflicts={conflicts}
            exchanging={{...context, exchanges: context.exchanges.get(row.id) ?? []}}
          />
        )}
      </td>
    </tr>
  );
}

function FigureRow({row, context}: {readonly row: TableRow; readonly context: RowContext}) {
  return (
    <tbody id={`evidence-${row.id}`} tabIndex={-1}>
      <tr>
        <th scope="row">{row.subject}</th>
        <td class="quantity">{row.quantity}</td>
        <td class="value">
          <b>
            <TextRuns text={row.value} />
          </b>{" "}
          <span class="unit">{row.unit}</span>{" "}
          {row.interval !== undefined && (
            <span class="span">
              <TextRuns text={row.interval} />
            </span>
          )}
        </td>
        <td class="kind">{row.kindWords}</td>
        <td class="grade">
          <span class="narrow-word">confidence </span>
          {row.grade}
        </td>
        <td class="source">
          <SourceLink words={row} />
        </td>
        <td class="date">{row.date}</td>
      </tr>
      <Under row={row} context={context} />
    </tbody>
  );
}

const columnNames: Readonly<Record<Column, string>> = {
  subject: "Subject",
  quantity: "Quantity",
  value: "Value",
  kind: "Kind",
  confidence: "Confidence",
  source: "Source",
  date: "Date"
};

interface TableProps {
  readonly label: string;
  readonly rows: readonly TableRow[];
  readonly context: RowContext;
  readonly order: TableOrder;
  readonly onSort: (column: Column) => void;
}

/** Figures as a table that sorts by each of its columns. */
export function EvidenceTable({label, rows, context, order, onSort}: TableProps) {
  return (
    <table class="ledger" aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" aria-sort={order?.column === column ? order.direction : "none"}>
              <button type="button" onClick={() => onSort(column)}>
                {columnNames[column]}
                <svg width="8" height="10" viewBox="0 0 8 10" aria-hidden="true">
                  <path d={order?.direction === "descending" ? "M1 4l3 4 3-4z" : "M1 6l3-4 3 4z"} fill="currentColor" />
                </svg>
              </button>
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row) => (
        <FigureRow key={row.id} row={row} context={context} />
      ))}
    </table>
  );
}
