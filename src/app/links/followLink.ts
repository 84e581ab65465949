import {decodeLink} from "../../scenario/link.ts";
import {writeScenario} from "../../scenario/write.ts";
import {openText} from "../files.ts";
import type {Store} from "../store.ts";
import {holdsLink} from "./linkInAddress.ts";

/** Opens the scenario in a link, unless it is the one on show; undo leads back. What is wrong with it is said. */
async function openLink(store: Store, link: string): Promise<boolean> {
  const decoded = await decodeLink(link);
  if (!decoded.ok) {
    store.notice.value = {
      kind: "problem",
      title: "The link was not opened. What was open is as it was.",
      lines: [`It ${decoded.message}.`]
    };
    return false;
  }
  return decoded.text === writeScenario(store.scenario.peek()) || openText(store, "The link", decoded.text);
}

/**
 * Opens the scenario in the address, as `openLink` does.
 *
 * @returns whether it is open
 */
export const followLink = (store: Store): Promise<boolean> => openLink(store, location.hash);

/** Opens a link that was pasted, of a page at any address; another address is refused with what can be pasted. */
export async function openPasted(store: Store, link: string): Promise<void> {
  if (holdsLink(link)) await openLink(store, link);
  else {
    store.notice.value = {
      kind: "problem",
      title: "The pasted address was not opened. What was open is as it was.",
      lines: [
        "It is no link of a scenario, which has #v1. and more behind the address of the page. Pasted here open: such a link, the text of a scenario file, and a table of runs in the Fit view."
      ]
    };
  }
}
