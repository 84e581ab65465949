export interface RowActionsProps {
  readonly name: string;
  readonly duplicate: () => void;
  readonly remove: () => void;
}

/** What can be done with a whole row. */
export function RowActions({name, duplicate, remove}: RowActionsProps) {
  return (
    <td class="row-actions">
      <button type="button" class="quiet" aria-label={`Duplicate ${name}`} onClick={duplicate}>
        Duplicate
      </button>
      <button type="button" class="quiet" aria-label={`Delete ${name}`} onClick={remove}>
        Delete
      </button>
    </td>
  );
}
