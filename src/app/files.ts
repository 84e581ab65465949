import type {Scenario} from "../scenario/schema.ts";
import {embedEvidence, loadLedger} from "../scenario/ledger.ts";
import {limits} from "../scenario/inputs.ts";
import {ago, dropDraft, findDraft} from "./autosave.ts";
import type {Store} from "./store.ts";

/** The shipped scenarios, each loaded when it is opened. */
const shipped = import.meta.glob<string>("../../scenarios/*.json", {query: "?raw", import: "default"});

/** The scenarios of the list: file name and title; those of agents, thinking, reinforcement learning and costs have no view here. */
export const shippedScenarios = [
  {file: "muse-spark.json", title: "Muse Spark and its rivals"},
  {file: "pretraining-claim.json", title: "Over 10x less pretraining compute than Maverick"},
  {file: "recipe-parts.json", title: "What a 10x could be made of"},
  {file: "kimi-linear.json", title: "A gain that changes with scale"},
  {file: "thresholds.json", title: "What compute thresholds still catch"}
] as const;

/** Reads a scenario's text and opens it, or says what is wrong with it; what was open stays open. */
export async function openText(store: Store, name: string, text: string): Promise<boolean> {
  // The reader with its schema and ledger is most of the program and nobody needs it before a file is opened.
  const {readScenario, problemWithLine} = await import("../scenario/read.ts");
  const read = await readScenario(text);
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
    ...(read.upgradedFrom === undefined
      ? []
      : [`${name} was written by version ${read.upgradedFrom} and has been upgraded.`]),
    ...read.warnings.map((problem) => problemWithLine(name, text, problem))
  ];
  store.notice.value =
    lines.length === 0 ? undefined : {kind: "remark", title: `${name} is open, with remarks.`, lines};
  return true;
}

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
  if (file.size > limits.fileBytes) {
    return refuse(`It is ${(file.size / 1e6).toFixed(0)} MB; a scenario may be ${limits.fileBytes / 1e6} MB at most.`);
  }
  try {
    return await openText(store, file.name, await file.text());
  } catch {
    return refuse("It could not be read.");
  }
}

/** Opens one of the shipped scenarios. */
export async function openShipped(store: Store, file: string): Promise<boolean> {
  const load = shipped[`../../scenarios/${file}`];
  return load === undefined ? false : openText(store, file, await load());
}

/** The name of a file for a title: letters, digits and hyphens. */
export function fileName(title: string, extension: string): string {
  const slug = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${slug || "scenario"}.${extension}`;
}

/** Hands a text to the browser as a file to keep. */
export function download(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], {type}));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Saves the scenario as a file that travels alone: the evidence it refers to is written into it. */
export async function saveScenario(scenario: Scenario): Promise<void> {
  const {writeScenario} = await import("../scenario/write.ts");
  download(
    fileName(scenario.title, "json"),
    writeScenario(embedEvidence(scenario, await loadLedger())),
    "application/json"
  );
}

/** Offers the draft of last time, if there is one. */
export function offerDraft(store: Store, now: number): void {
  const draft = findDraft();
  if (draft === undefined) return;
  store.notice.value = {
    kind: "remark",
    title: `An edited scenario was kept from ${ago(now - draft.at)}: ${draft.title}`,
    lines: [],
    action: {
      label: "Restore it",
      run: () => {
        void openText(store, draft.title, draft.text).then((opened) => {
          if (opened) dropDraft();
        });
      }
    }
  };
}
