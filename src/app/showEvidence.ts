/** How long a row stays marked after it was asked for, milliseconds. */
const rest = 50;

/** Leads the reader from a slider to the row of its first source, opening the rest of the list if it stands there. */
export function showEvidence(ids: readonly string[]): void {
  document.querySelector<HTMLButtonElement>(".more")?.click();
  setTimeout(() => {
    const row = ids.map((id) => document.getElementById(`evidence-${id}`)).find((element) => element !== null);
    row?.scrollIntoView({block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth"});
    row?.focus({preventScroll: true});
  }, rest);
}
