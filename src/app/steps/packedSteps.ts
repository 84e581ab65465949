import {applyPatch, diff} from "../../scenario/patch.ts";
import type {Json, Patch} from "../../scenario/patch.ts";
import type {Scenario} from "../../scenario/schema.ts";
import {toInput, writeScenario} from "../../scenario/write.ts";
import type {History} from "../history.ts";
import type {Sheet} from "../store.ts";

/** A history as text holds it: the first document whole, of each other what differs from the one before. */
export interface PackedSteps {
  readonly format: 1;
  /** Which of the documents is the one on show, counted from 0. */
  readonly at: number;
  /** What the document on show says, whatever its view: a history belongs to no other. */
  readonly present: string;
  readonly first: Json;
  /** One a step, oldest first; the patch is null where the documents are the same. */
  readonly steps: readonly {readonly label: string; readonly patch: Patch | null; readonly original: number}[];
  /** What the documents were opened as, by what differs from the first; and which of them the first goes with. */
  readonly originals: readonly (Patch | null)[];
  readonly original: number;
}

/** No more steps than this are kept, and no longer a text, characters: browsers keep some five million in all. */
export const stepLimits = {steps: 100, characters: 600_000} as const;

const inputs = new WeakMap<Scenario, Json>();

/** A document as its file holds it. */
function jsonOf(scenario: Scenario): Json {
  const known = inputs.get(scenario);
  if (known !== undefined) return known;
  const json = JSON.parse(JSON.stringify(toInput(scenario))) as Json;
  inputs.set(scenario, json);
  return json;
}

const patches = new WeakMap<Scenario, {readonly from: Scenario; readonly patch: Patch | null}>();

/** What differs between two documents that follow each other; worked out once. */
function patchOf(from: Scenario, to: Scenario): Patch | null {
  const known = patches.get(to);
  if (known?.from === from) return known.patch;
  const patch = diff(jsonOf(from), jsonOf(to)) ?? null;
  patches.set(to, {from, patch});
  return patch;
}

/** What a document says, whatever the view it is shown in. */
export const sheetText = (scenario: Scenario): string =>
  writeScenario({...scenario, view: {...scenario.view, figure: "ladder"}});

/** Documents and labels of a history in order: step i leads from document i to the next. */
function inOrder({past, present, future}: History<Sheet>) {
  return {
    sheets: [...past.map(({document}) => document), present, ...future.map(({document}) => document)],
    labels: [...past, ...future].map(({label}) => label)
  };
}

function packed(history: History<Sheet>, from: number): PackedSteps | undefined {
  const {sheets, labels} = inOrder(history);
  const [first, ...others] = sheets.slice(from);
  if (first === undefined) return undefined;
  const originals = [...new Set([first, ...others].map(({original}) => original))];
  let before = first.scenario;
  return {
    format: 1,
    at: history.past.length - from,
    present: sheetText(history.present.scenario),
    first: jsonOf(first.scenario),
    steps: others.map(({scenario, original}, i) => {
      const patch = patchOf(before, scenario);
      before = scenario;
      return {label: labels[from + i] ?? "", patch, original: originals.indexOf(original)};
    }),
    originals: originals.map((original) => diff(jsonOf(first.scenario), jsonOf(original)) ?? null),
    original: originals.indexOf(first.original)
  };
}

/**
 * A history as text; the oldest steps are left out where there are too many, or they are too long together.
 *
 * Undefined where there is no step to keep, or where not even the document on show has room.
 */
export function packSteps(
  history: History<Sheet>,
  {steps, characters}: {readonly steps: number; readonly characters: number} = stepLimits
): string | undefined {
  const count = history.past.length + history.future.length;
  if (count === 0) return undefined;
  let from = Math.min(Math.max(0, count - steps), history.past.length);
  for (;;) {
    const text = JSON.stringify(packed(history, from));
    if (text.length <= characters) return text;
    if (from >= history.past.length) return undefined;
    from = Math.ceil((from + history.past.length) / 2);
  }
}

/** The version of the documents in it; undefined where they tell none. */
export const versionOf = ({first}: PackedSteps): unknown =>
  first !== null && typeof first === "object" && "version" in first
    ? (first as {readonly version: Json}).version
    : undefined;

const isCount = (value: unknown, end: number): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < end;

/** The packed form in a text; undefined where it is none of ours. */
export function parsePacked(text: string): PackedSteps | undefined {
  try {
    const found = JSON.parse(text) as Partial<PackedSteps> | null;
    if (found?.format !== 1 || typeof found.present !== "string" || found.first === undefined) return undefined;
    const {steps, originals, at, original} = found;
    if (!Array.isArray(steps) || !Array.isArray(originals)) return undefined;
    const isWhole =
      isCount(at, steps.length + 1) &&
      isCount(original, originals.length) &&
      steps.every(
        (step: Partial<PackedSteps["steps"][number]> | null) =>
          typeof step?.label === "string" && step.patch !== undefined && isCount(step.original, originals.length)
      );
    return isWhole ? (found as PackedSteps) : undefined;
  } catch {
    return undefined;
  }
}

/** The documents of a packed history, and those they were opened as; undefined where a patch does not fit. */
export function unpacked({
  first,
  steps,
  originals,
  original
}: PackedSteps):
  | {readonly documents: readonly Json[]; readonly originals: readonly Json[]; readonly of: readonly number[]}
  | undefined {
  const documents: Json[] = [first];
  for (const {patch} of steps) {
    const before = documents.at(-1) ?? first;
    const next = patch === null ? before : applyPatch(before, patch);
    if (next === undefined) return undefined;
    documents.push(next);
  }
  const opened = originals.map((patch) => (patch === null ? first : applyPatch(first, patch)));
  const known = opened.filter((document) => document !== undefined);
  if (known.length < opened.length) return undefined;
  return {documents, originals: known, of: [original, ...steps.map((step) => step.original)]};
}
