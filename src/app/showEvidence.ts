/** How often and how long to look for a row that is being loaded, milliseconds. */
const wait = 60;
const tries = 40;

/** Leads the reader from a slider to the row of its first source, once it is loaded and on show. */
export function showEvidence(ids: readonly string[], load: () => void, left = tries): void {
  if (left === tries) load();
  document.querySelector<HTMLButtonElement>(".more")?.click();
  const row = ids.map((id) => document.getElementById(`evidence-${id}`)).find((element) => element !== null);
  if (row === undefined) {
    if (left > 0) setTimeout(() => showEvidence(ids, load, left - 1), wait);
    return;
  }
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  row.scrollIntoView({block: "center", behavior: calm ? "auto" : "smooth"});
  row.focus({preventScroll: true});
}
