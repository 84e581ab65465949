import {render} from "preact";
import type {Model} from "../model.ts";
import {EmbedView} from "./EmbedView.tsx";
import {followLink} from "./followLink.ts";
import {hasLink} from "./linkInAddress.ts";

/** What the page does on keys, pastes and drops, which a frame on another page leaves alone. */
const handled = ["keydown", "paste", "dragover", "drop"] as const;

/**
 * Turns the page into the bare figure of the scenario in its address.
 *
 * The theme is the reader's: what was chosen on the full page does not count in a frame. A key pressed in the frame
 * belongs to the page around it, so nothing that the page would do on it is done.
 */
export async function showEmbedded(model: Model, root: HTMLElement): Promise<void> {
  document.documentElement.removeAttribute("data-theme");
  document.body.classList.add("embedded");
  for (const type of handled) window.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
  if (hasLink()) await followLink(model.store);
  model.needLedger();
  root.replaceChildren();
  render(<EmbedView model={model} />, root);
}
