import {signal} from "@preact/signals";
import {render} from "preact";
import type {Model} from "../model.ts";
import {ShareDialog} from "./ShareDialog.tsx";

const open = signal(false);
let isMounted = false;

/** Shows what can be shared over the page; the platform keeps the focus in it and gives it back. */
export function openShare(model: Model): void {
  model.needLedger();
  if (!isMounted) {
    isMounted = true;
    const place = document.createElement("div");
    document.body.append(place);
    render(<ShareDialog model={model} open={open} />, place);
  }
  open.value = true;
}
