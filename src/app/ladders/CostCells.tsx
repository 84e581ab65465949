import type {Text} from "../../chart/figure.ts";
import type {SetupLook} from "../../figures/costMarks.ts";
import {isNarrow} from "../../figures/costWords.ts";
import {asString} from "../../figures/wording.ts";
import type {Told} from "../../simulation/costNumbers.ts";
import {Was} from "../compare/Was.tsx";
import {TextRuns} from "../TextRuns.tsx";

interface NumberCellProps {
  /** The head of its column, said again where a phone has none. */
  readonly head: string;
  readonly told: Told;
  readonly word: (value: number) => Text;
  /** The same number of the pinned scenario. */
  readonly before?: Told | undefined;
  /** A second line in slate. */
  readonly note?: string;
}

/** A number in bold, its 90 % interval under it. */
export function NumberCell({head, told: {value, interval}, word, before, note}: NumberCellProps) {
  const said = (number: number | null | undefined) =>
    number === null || number === undefined ? "" : asString(word(number));
  return (
    <td data-head={head}>
      {value === null ? <span>no number</span> : <b>{<TextRuns text={word(value)} />}</b>}
      {value !== null && interval !== null && !isNarrow(interval) && (
        <span class="cost-interval">
          <TextRuns text={word(interval.low)} /> to <TextRuns text={word(interval.high)} />
        </span>
      )}
      <Was now={said(value)} before={said(before?.value)} />
      {note !== undefined && note !== "" && <span class="cost-note">{note}</span>}
    </td>
  );
}

/** The name of a setup in the colour of its model’s recipe. */
export function SetupName({look, note}: {readonly look: SetupLook | undefined; readonly note?: string}) {
  return (
    <th scope="row">
      <span class={`role-${look?.role ?? "context"}`}>{look?.name}</span>
      {note !== undefined && <span class="cost-note">{note}</span>}
    </th>
  );
}
