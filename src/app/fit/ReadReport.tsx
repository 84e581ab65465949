import type {ReadRuns} from "../../fitting/readRuns.ts";
import type {RowProblem} from "../../fitting/run.ts";

/** As many rows as anyone reads at once. */
const most = 50;

const inOne = ({line, column, message}: RowProblem): string =>
  `line ${line}${column === "" ? "" : `, ${column}`}: ${message}`;

function Rows({rows, label}: {readonly rows: readonly RowProblem[]; readonly label: string}) {
  return (
    <ul class="import-rows" tabIndex={0} aria-label={label}>
      {rows.slice(0, most).map((row, i) => (
        <li key={i}>
          <b>{`line ${row.line}`}</b>
          {row.column === "" ? " " : `, ${row.column} `}
          {row.message}
        </li>
      ))}
      {rows.length > most && <li>and {(rows.length - most).toLocaleString("en")} more</li>}
    </ul>
  );
}

interface ReadReportProps {
  readonly read: ReadRuns;
  /** Why there are no runs; or what was filled in and left out where there are. */
  readonly part: "faults" | "remarks";
}

/** What reading a table came to. */
export function ReadReport({read, part}: ReadReportProps) {
  if (!read.ok) {
    // An open question is a fault of the table too; it stands where it can be answered.
    const asked = new Set(read.questions.map(({question}) => question));
    const [first, ...others] = read.problems.filter(({message}) => !asked.has(message));
    if (part === "remarks" || first === undefined) return null;
    return (
      <div role="alert">
        <p class="slider-error import-fault">{inOne(first)}</p>
        {others.length > 0 && <Rows rows={others} label="Other faults" />}
      </div>
    );
  }
  if (part === "faults") return null;
  const {filled, mismatch, problems, warnings, filteredOut, comments} = read.runs;
  const facts = [
    ...filled.map(({words}) => words),
    ...(mismatch === undefined ? [] : [mismatch.words]),
    ...(filteredOut === 0 ? [] : [`${filteredOut.toLocaleString("en")} rows are left out by the filter`]),
    ...(comments.length === 0 ? [] : [`The file says: ${comments.join(" ")}`])
  ];
  return (
    <>
      {facts.length > 0 && (
        <ul class="import-facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {problems.length > 0 && (
        <>
          <h3>Rows that cannot be used</h3>
          <Rows rows={problems} label="Rows that cannot be used" />
        </>
      )}
      {warnings.length > 0 && (
        <>
          <h3>Rows that are used, with a remark</h3>
          <Rows rows={warnings} label="Rows with a remark" />
        </>
      )}
    </>
  );
}
