/** Leads to the name of a row that was added, once it is there; rows that a long table does not show yet stay where they are. */
export function focusRow(table: "models" | "recipes" | "claims" | "thresholds", id: string | undefined): void {
  if (id === undefined) return;
  requestAnimationFrame(() => {
    const row = document.querySelector(`[data-table="${table}"] tr[data-${table.slice(0, -1)}="${id}"]`);
    row?.querySelector("input")?.select();
    row?.scrollIntoView({block: "nearest"});
  });
}

/** Keeps the keyboard in a table whose focused row is gone. */
export function keepFocus(from: HTMLElement): void {
  const frame = from.closest<HTMLElement>(".table-frame");
  requestAnimationFrame(() => {
    if (!from.isConnected) frame?.focus({preventScroll: true});
  });
}
