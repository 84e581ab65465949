import {findDraft} from "./autosave.ts";
import {isFailedPart} from "./failedParts.ts";
import {loadFiles} from "./filesPart.ts";
import type {Ahead} from "./links/ahead.ts";
import {hasLink} from "./links/linkInAddress.ts";
import type {Model} from "./model.ts";
import {opening} from "./opening.ts";
import type {Notice} from "./store.ts";

/** How long a link may take to open before it is said that it is being opened, milliseconds. */
const patience = 500;

/** Follows the link in the address; what reads and writes links is loaded when there is one. */
async function follow(model: Model): Promise<void> {
  const {followLink} = await import("./links/followLink.ts");
  if (await followLink(model.store)) return;
  const {putAddressBack} = await import("./links/keepAddress.ts");
  await putAddressBack(model, opening.scenario);
}

/**
 * Opens the scenario in the address.
 *
 * While that takes long, and where it fails, it is said that what is on show is not what the link holds.
 */
export async function followAloud(model: Model): Promise<void> {
  const {notice} = model.store;
  const waiting: Notice = {
    kind: "remark",
    title: "The link is being opened. What is on show until then is another scenario.",
    lines: []
  };
  const due = setTimeout(() => (notice.value ??= waiting), patience);
  try {
    await follow(model);
  } catch (error) {
    if (!isFailedPart(error)) throw error;
    notice.value = {
      kind: "problem",
      title: "The link was not opened: a part of the page could not be loaded. What is on show is another scenario.",
      lines: ["With a connection, reload the page to open the link."],
      action: {label: "Reload the page", run: () => location.reload()}
    };
  } finally {
    clearTimeout(due);
    if (notice.peek() === waiting) notice.value = undefined;
  }
}

/**
 * Takes up what there was before this page: first what its tab had open when it was left, else the scenario in the
 * address; then the draft of last time is offered.
 */
export async function takeUp(model: Model, ahead: Ahead | undefined): Promise<void> {
  const {store} = model;
  if (ahead?.text !== undefined) await (await loadFiles()).openText(store, ahead.title, ahead.text);
  else if (hasLink()) await followAloud(model);
  if (findDraft() !== undefined) await (await loadFiles()).offerDraft(store, Date.now());
}
