import {effect} from "@preact/signals";
import {encodeLink} from "../../scenario/link.ts";
import type {Scenario} from "../../scenario/schema.ts";
import type {Model} from "../model.ts";
import {hasLink} from "./linkInAddress.ts";

/** How long nothing changes before the address is written, milliseconds: browsers refuse pages that write it often. */
const rest = 700;
/** What an address bar takes without harm, characters; a larger scenario is a file. */
const longest = 32_000;

/**
 * Keeps the scenario on show in the address, so that a reload, a bookmark and a copied address are of it.
 *
 * A step of the story has an address of its own until something in it is changed.
 *
 * It is written at rest, in place of the one before: the way back leads out of the page, not through every edit. The
 * page as it opens has a bare address, and so has a scenario too large for one.
 */
export function keepAddress({store, isLimits}: Model, opening: Scenario): void {
  let due: ReturnType<typeof setTimeout> | undefined;
  const write = async (scenario: Scenario) => {
    const isBare = !store.edited.peek() && store.original.peek() === opening;
    const link = isBare ? undefined : await encodeLink(scenario);
    if (store.scenario.peek() !== scenario || isLimits.peek()) return;
    if (!store.edited.peek() && /^#story-\d/.test(location.hash)) return;
    if (link !== undefined && link.length <= longest) history.replaceState(history.state, "", `#${link}`);
    else if (hasLink()) history.replaceState(history.state, "", location.pathname + location.search);
  };
  effect(() => {
    const scenario = store.scenario.value;
    const isBusy = store.moving.value || isLimits.value;
    clearTimeout(due);
    if (!isBusy) due = setTimeout(() => void write(scenario), rest);
  });
}
