import {focusRow, keepFocus} from "./focusRow.ts";

export interface RowActionsProps {
  readonly name: string;
  readonly table: "models" | "recipes" | "claims" | "thresholds";
  /** Gives the id of the copy. */
  readonly duplicate: () => string | undefined;
  readonly remove: () => void;
}

/** What can be done with a whole row. */
export function RowActions({name, table, duplicate, remove}: RowActionsProps) {
  return (
    <td class="row-actions">
      <button type="button" class="quiet" aria-label={`Duplicate ${name}`} onClick={() => focusRow(table, duplicate())}>
        Duplicate
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={`Delete ${name}`}
        onClick={({currentTarget}) => {
          keepFocus(currentTarget);
          remove();
        }}
      >
        Delete
      </button>
    </td>
  );
}
