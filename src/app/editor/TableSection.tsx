import type {ComponentChildren} from "preact";

export interface TableSectionProps {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly columns: readonly string[];
  readonly children: ComponentChildren;
  /** Buttons under the table. */
  readonly actions: ComponentChildren;
  readonly note?: string | undefined;
}

/** A table under its heading, in a frame of its own that scrolls sideways where the screen is narrow. */
export function TableSection({id, title, count, columns, children, actions, note}: TableSectionProps) {
  return (
    <section class="editor-section" aria-labelledby={`editor-${id}`}>
      <h3 id={`editor-${id}`}>
        {title} <span>{count}</span>
      </h3>
      {count > 0 && (
        <div class="table-frame" role="region" aria-label={`Table of ${title.toLowerCase()}`} tabIndex={0}>
          <table class="editor-table" data-table={id}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
                <th scope="col">
                  <span class="visually-hidden">Duplicate or delete</span>
                </th>
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </div>
      )}
      {note !== undefined && <p class="controls-note">{note}</p>}
      <div class="editor-actions">{actions}</div>
    </section>
  );
}
