import {signal} from "@preact/signals";
import {render} from "preact";
import type {Model} from "../model.ts";
import {ExportDialog} from "./ExportDialog.tsx";

const open = signal(false);
let isMounted = false;

/** Shows the choices of an export over the page; the platform keeps the focus in them and gives it back. */
export function openExport(model: Model): void {
  if (!isMounted) {
    isMounted = true;
    const place = document.createElement("div");
    document.body.append(place);
    render(<ExportDialog model={model} open={open} />, place);
  }
  open.value = true;
}
