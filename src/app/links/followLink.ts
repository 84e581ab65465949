import {decodeLink} from "../../scenario/link.ts";
import {writeScenario} from "../../scenario/write.ts";
import {openText} from "../files.ts";
import type {Store} from "../store.ts";

/**
 * Opens the scenario in the address, unless it is the one on show; undo leads back. What is wrong with it is said.
 *
 * @returns whether it is open
 */
export async function followLink(store: Store): Promise<boolean> {
  const decoded = await decodeLink(location.hash);
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
