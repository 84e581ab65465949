import type {Scenario} from "../scenario/schema.ts";
import {embedEvidence, loadLedger} from "../scenario/ledger.ts";
import {textOfFile} from "./textOfFile.ts";
import {limits} from "../scenario/limits.ts";
import {ago, dropDraft, findDraft} from "./autosave.ts";
import {isFailedPart} from "./failedParts.ts";
import type {Store} from "./store.ts";

/** The shipped scenarios, each loaded when it is opened. */
const shipped = import.meta.glob<string>("../../scenarios/*.json", {query: "?raw", import: "default"});

/** How often a scenario was asked for: the one asked for last is opened, however long those before took to read. */
let asked = 0;

/**
 * Reads a scenario's text and opens it, or says what is wrong with it; what was open stays open.
 *
 * @param awaited the text, or what will be it; where it cannot be had, so can't the result
 * @returns whether it is open: not so where another was asked for while it was read
 */
export async function openText(
  store: Store,
  name: string,
  awaited: string | Promise<string>,
  remarks: readonly string[] = []
): Promise<boolean> {
  const turn = ++asked;
  const text = await awaited;
  // The reader with its schema and ledger is most of the program and nobody needs it before a file is opened.
  const {readScenario, problemWithLine} = await import("../scenario/read.ts");
  const read = await readScenario(text);
  if (turn !== asked) return false;
  if (!read.ok) {
    const count = read.problems.length;
    store.notice.value = {
      kind: "problem",
      title: `${name} was not opened: ${count === 1 ? "one problem" : `${count} problems`}. What was open is as it was.`,
      lines: read.problems.map((problem) => problemWithLine(name, text, problem))
    };
    return false;
  }
  store.open(read.scenario);
  const lines = [
    ...remarks,
    ...(read.upgrades ?? []),
    ...read.warnings.map((problem) => problemWithLine(name, text, problem))
  ];
  if (read.newer !== undefined) {
    newerOnes.add(read.scenario);
    store.notice.value = {
      kind: "remark",
      title: `${name} was written by a newer version and is open as far as it is known here. Saving makes a new file; keep the old one.`,
      lines,
      action: {label: "Save as a new file", run: () => void saveScenario(read.scenario, read.scenario)}
    };
    return true;
  }
  store.notice.value =
    lines.length === 0
      ? undefined
      : {
          kind: "remark",
          title: `${name} is open${read.warnings.length > 0 || remarks.length === 0 ? ", with remarks" : ""}.`,
          lines
        };
  return true;
}

/** Opens a scenario that is at hand; what is still being read does not take its place. */
export function openAtOnce(store: Store, scenario: Scenario): void {
  ++asked;
  store.open(scenario);
}

/** Documents of which a part was not known here: what is saved of them has a name of its own. */
const newerOnes = new WeakSet<Scenario>();

/** Exported pictures carry their scenario. */
const isPicture = ({name, type}: File): boolean =>
  /\.(svg|png)$/i.test(name) || type === "image/svg+xml" || type === "image/png";

/** Why a file was not read, which need not be the file’s fault. */
const unread = (error: unknown): string =>
  isFailedPart(error)
    ? "What reads it could not be loaded: with a connection, reload the page and open it again."
    : "It could not be read.";

/** Opens a file from disk or from a drop. */
export async function openFile(store: Store, file: File): Promise<boolean> {
  const refuse = (reason: string) => {
    store.notice.value = {
      kind: "problem",
      title: `${file.name} was not opened. What was open is as it was.`,
      lines: [reason]
    };
    return false;
  };
  if (isPicture(file)) {
    try {
      const {pictureScenario} = await import("./exporting/openPicture.ts");
      const found = await pictureScenario(file);
      return found.ok ? await openText(store, file.name, found.text, [found.remark]) : refuse(found.message);
    } catch (error) {
      return refuse(unread(error));
    }
  }
  if (file.size > limits.fileBytes) {
    return refuse(`It is ${(file.size / 1e6).toFixed(0)} MB; a scenario may be ${limits.fileBytes / 1e6} MB at most.`);
  }
  try {
    return await openText(store, file.name, textOfFile(file));
  } catch (error) {
    return refuse(unread(error));
  }
}

/** The text of one of the shipped scenarios; throws where there is none of that name. */
export async function shippedText(file: string): Promise<string> {
  const load = shipped[`../../scenarios/${file}`];
  if (load === undefined) throw new RangeError(`no shipped scenario is called ${file}`);
  return load();
}

/** Opens one of the shipped scenarios. */
export function openShipped(store: Store, file: string): Promise<boolean> {
  return openText(store, file, shippedText(file));
}

/** At most this many characters stand before a file’s extension. */
const longestName = 60;

const slugOf = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

/** A slug of at most so many characters, which ends with a word. */
const cutSlug = (slug: string, most: number): string =>
  slug.length <= most
    ? slug
    : slug
        .slice(0, most + 1)
        .replace(/-[^-]*$/, "")
        .slice(0, most);

/**
 * The name of a file for a title: letters, digits and hyphens.
 *
 * @param part which of the title’s files it is; stands behind a title of any length
 */
export function fileName(title: string, extension: string, part = ""): string {
  const end = part === "" ? "" : `-${slugOf(part)}`;
  return `${cutSlug(slugOf(title), longestName - end.length) || "scenario"}${end}.${extension}`;
}

/** Hands a text or bytes to the browser as a file to keep. */
export function download(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], {type}));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * Saves the scenario as a file that travels alone: the evidence it refers to is written into it.
 *
 * @param original what it was opened as; the file of a newer version keeps its name, and this one has another
 */
export async function saveScenario(scenario: Scenario, original?: Scenario): Promise<void> {
  const {writeScenario} = await import("../scenario/write.ts");
  const isPart = original !== undefined && newerOnes.has(original);
  download(
    fileName(scenario.title, "json", isPart ? `version ${scenario.version}` : ""),
    writeScenario(embedEvidence(scenario, await loadLedger())),
    "application/json"
  );
}

/** Offers the draft of last time, if there is one and it is not open; what is being said already stays. */
export async function offerDraft(store: Store, now: number): Promise<void> {
  const draft = findDraft();
  if (draft === undefined) return;
  const {original, notice} = store;
  if (draft.text === (await import("../scenario/write.ts")).writeScenario(original.peek())) return;
  const title = `An edited scenario was kept from ${ago(now - draft.at)}: ${draft.title}`;
  const said = notice.peek();
  const action = said?.action ?? {
    label: "Restore it",
    run: () => {
      void openText(store, draft.title, draft.text).then((opened) => {
        if (opened) dropDraft();
      });
    }
  };
  notice.value =
    said === undefined ? {kind: "remark", title, lines: [], action} : {...said, lines: [...said.lines, title], action};
}
