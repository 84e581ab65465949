import {readTable} from "../scenario/table.ts";

/** The first rows of a table as they stand, and what its columns hold. */
export interface TablePreview {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Rows below the titles. */
  readonly count: number;
  /** By column, the different texts in it; undefined where there are more than anyone chooses from. */
  readonly values: readonly (readonly string[] | undefined)[];
}

const shownRows = 5;
/** As many different texts as a list to choose from may have. */
export const mostValues = 40;

/** The first rows of a table, before anything is known of its columns. */
export function tablePreview(text: string): TablePreview {
  const [head, ...below] = readTable(text, {withComments: true}).rows;
  const titles = head?.cells ?? [];
  return {
    titles,
    rows: below.slice(0, shownRows).map(({cells}) => titles.map((_, i) => cells[i] ?? "")),
    count: below.length,
    values: titles.map((_, i) => {
      const found = new Set<string>();
      for (const {cells} of below) {
        found.add(cells[i] ?? "");
        if (found.size > mostValues) return undefined;
      }
      found.delete("");
      return [...found];
    })
  };
}
