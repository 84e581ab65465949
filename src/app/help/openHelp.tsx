import {signal} from "@preact/signals";
import {render} from "preact";
import {HelpDialog} from "./HelpDialog.tsx";

const open = signal(false);
let isMounted = false;

/** Shows the help over the page; the platform keeps the focus in it and gives it back. */
export function openHelp(): void {
  if (!isMounted) {
    isMounted = true;
    const place = document.createElement("div");
    document.body.append(place);
    render(<HelpDialog open={open} />, place);
  }
  open.value = true;
}
