import {runsAndRecipes} from "../../fitting/tableRuns.ts";
import {readRuns} from "../../fitting/readRuns.ts";
import type {ReadRuns} from "../../fitting/readRuns.ts";
import {runLimits, tableFault, textFault} from "../../fitting/tableFault.ts";
import {tablePreview} from "../../fitting/tablePreview.ts";
import type {TablePreview} from "../../fitting/tablePreview.ts";
import {textOfFile} from "../textOfFile.ts";
import {limits} from "../../scenario/limits.ts";
import {readTable} from "../../scenario/table.ts";

/** A table to read, or the one there is to read anew by another mapping. */
export interface TableAsked {
  readonly id: number;
  /** Left out: the table of the question before. */
  readonly table?: string | Blob;
  readonly mapping?: string | undefined;
  readonly where?: string | undefined;
}

/** A table as it was read. The runs are cut to what a scenario holds; `count` and `words` are of all. */
export interface TableAnswered {
  readonly id: number;
  readonly read: ReadRuns;
  readonly preview: TablePreview | undefined;
  readonly count: number;
  readonly words: string;
}

let text = "";
let preview: TablePreview | undefined;

/** Whether a text is a table at all, so that its first rows are worth a look. */
const isTable = (): boolean =>
  textFault(text) === undefined && tableFault(readTable(text, {withComments: true})) === undefined;

const refusal = (message: string): ReadRuns => ({
  ok: false,
  problems: [{line: 1, column: "", message}],
  questions: [],
  titles: [],
  mapping: {}
});

/** A file that would only be read to be refused. */
const tooLarge = (bytes: number): ReadRuns =>
  refusal(
    `The file has ${Math.ceil(bytes / 1e5) / 10} MB; a table of runs has ${runLimits.characters / 1e6} MB at most`
  );

self.onmessage = ({data}: MessageEvent<TableAsked>) => void answer(data);

async function answer({id, table, mapping, where}: TableAsked): Promise<void> {
  if (table !== undefined) {
    if (typeof table !== "string" && table.size > runLimits.characters) return post({id, read: tooLarge(table.size)});
    try {
      text = typeof table === "string" ? table : await textOfFile(table);
    } catch {
      return post({id, read: refusal("The file could not be read")});
    }
    preview = isTable() ? tablePreview(text) : undefined;
  }
  post({id, read: readRuns(text, {mapping, where: where ?? []})});
}

function post({id, read}: Pick<TableAnswered, "id" | "read">): void {
  const count = read.ok ? read.runs.runs.length : 0;
  const few: ReadRuns =
    count <= limits.runs || !read.ok
      ? read
      : {...read, runs: {...read.runs, runs: read.runs.runs.slice(0, limits.runs)}};
  const answered: TableAnswered = {id, read: few, preview, count, words: read.ok ? runsAndRecipes(read.runs.runs) : ""};
  self.postMessage(answered);
}
