import {effect} from "@preact/signals";
import {encodeLink} from "../../scenario/link.ts";
import type {Scenario} from "../../scenario/schema.ts";
import {writeScenario} from "../../scenario/write.ts";
import {whenLeaving} from "../leaving.ts";
import type {Model} from "../model.ts";
import type {Store} from "../store.ts";
import {keepAhead} from "./ahead.ts";
import {hasLink} from "./linkInAddress.ts";

/** How long nothing changes before the address is written, milliseconds: browsers refuse pages that write it often. */
const rest = 700;
/** What an address bar takes without harm, characters; a larger scenario is a file. */
const longest = 32_000;

/** Whether the page is as it opens. */
const isBare = ({edited, original}: Store, opening: Scenario): boolean => !edited.peek() && original.peek() === opening;

/** Whether a step of the story is on show as it is told. */
const isTold = ({edited}: Store): boolean => !edited.peek() && /^#story-\d/.test(location.hash);

/** The link of what is open; empty for the page as it opens, undefined where it is too long for an address. */
async function linkOf(store: Store, opening: Scenario): Promise<string | undefined> {
  if (isBare(store, opening)) return "";
  const link = await encodeLink(store.scenario.peek());
  return link.length <= longest ? link : undefined;
}

function putLink(link: string): void {
  if (link !== "") history.replaceState(history.state, "", `#${link}`);
  else if (hasLink()) history.replaceState(history.state, "", location.pathname + location.search);
}

/** Puts what is open back into the address, where a link stands that was not opened. */
export async function putAddressBack({store}: Model, opening: Scenario): Promise<void> {
  const refused = location.hash;
  const link = await linkOf(store, opening);
  if (location.hash === refused) putLink(link ?? "");
}

/**
 * Keeps the scenario on show in the address, so that a reload, a bookmark and a copied address are of it.
 *
 * A step of the story has an address of its own until something in it is changed.
 *
 * It is written at rest, in place of the one before: the way back leads out of the page, not through every edit. The
 * page as it opens has a bare address, and so has a scenario too large for one. Where the page is left before its
 * address says what is open, this tab keeps that for when it is loaded again: a link takes a moment to make.
 */
export function keepAddress({store, isLimits}: Model, opening: Scenario): void {
  let due: ReturnType<typeof setTimeout> | undefined;
  let isBehind = false;
  const write = async () => {
    const scenario = store.scenario.peek();
    const link = await linkOf(store, opening);
    if (store.scenario.peek() !== scenario || isLimits.peek()) return;
    if (!isTold(store)) putLink(link ?? "");
    isBehind = link === undefined;
    if (!isBehind) keepAhead(undefined);
  };
  effect(() => {
    const {mark} = store.history.value;
    isBehind = true;
    clearTimeout(due);
    if (mark === undefined && !isLimits.value) due = setTimeout(() => void write(), rest);
  });
  // Not written here: what is put into the address while a page is unloaded may or may not outlive it.
  whenLeaving(() => {
    if (!isBehind || isTold(store)) {
      keepAhead(undefined);
      return;
    }
    const scenario = store.scenario.peek();
    const text = isBare(store, opening) ? undefined : writeScenario(scenario);
    keepAhead({hash: location.hash, title: scenario.title, ...(text !== undefined && {text})});
  });
}
