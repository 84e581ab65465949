import {effect} from "@preact/signals";
import type {Scenario} from "../../scenario/schema.ts";
import {findKept, keep} from "../compare/kept.ts";
import {settle} from "../history.ts";
import {whenLeaving} from "../leaving.ts";
import type {Store} from "../store.ts";
import {packSteps, parsePacked, sheetText, versionOf} from "./packedSteps.ts";
import type {PackedSteps} from "./packedSteps.ts";

/** How long nothing changes before the steps are kept, milliseconds. */
const rest = 700;

const forgotten = "The steps of last time could not be read and are forgotten. The scenario is as it was.";
const noRoom = "This browser has no room to keep the steps: undo reaches back until the page is closed.";

/**
 * Keeps the steps over a reload, at rest and as the page is left, and takes up those of last time once their document
 * is on show again.
 *
 * Those of another document wait until something is changed here. What cannot be read is forgotten with a word.
 *
 * @param opening what the page opens with
 */
export function keepSteps(store: Store, opening: Scenario): void {
  const say = (title: string) => {
    store.notice.value ??= {kind: "remark", title, lines: []};
  };
  const text = findKept("history");
  let last: PackedSteps | undefined = text === undefined ? undefined : parsePacked(text);
  if (text !== undefined && last === undefined) {
    keep("history", undefined);
    say(forgotten);
  }
  let isSaid = false;
  let isUpgrading = false;
  let due: ReturnType<typeof setTimeout> | undefined;
  // The reader of scenarios is large, and steps that are being taken need none.
  const readKept = async (packed: PackedSteps) =>
    (await import("./readSteps.ts")).readSteps(packed, [opening, store.original.peek()]);
  const takeUp = async (packed: PackedSteps) => {
    const before = store.history.peek();
    const read = await readKept(packed);
    if (read === undefined) {
      keep("history", undefined);
      say(forgotten);
    } else if (store.history.peek() === before) store.restore(read);
  };
  /** Steps that another version kept, as this one keeps them. */
  const upgrade = async (packed: PackedSteps) => {
    isUpgrading = true;
    const read = await readKept(packed);
    isUpgrading = false;
    last = read && parsePacked(packSteps(read) ?? "");
    if (last === undefined) {
      keep("history", undefined);
      say(forgotten);
    }
    atRest();
  };
  const atRest = () => {
    if (isUpgrading) return;
    if (last !== undefined) {
      const packed = last;
      if (sheetText(store.scenario.peek()) === packed.present) {
        last = undefined;
        void takeUp(packed);
        return;
      }
      if (!store.edited.peek()) return;
      last = undefined;
    }
    const steps = packSteps(settle(store.history.peek(), "a move that was cut short"));
    if (keep("history", steps) || isSaid) return;
    isSaid = true;
    say(noRoom);
  };
  const keepDue = () => {
    clearTimeout(due);
    due = undefined;
    atRest();
  };
  if (last !== undefined && versionOf(last) !== opening.version) void upgrade(last);
  effect(() => {
    const {mark} = store.history.value;
    clearTimeout(due);
    due = mark === undefined ? setTimeout(keepDue, last === undefined ? rest : 0) : undefined;
  });
  whenLeaving(() => {
    if (due !== undefined || store.moving.peek()) keepDue();
  });
}
