import {signal} from "@preact/signals";
import {render} from "preact";
import type {Store} from "../store.ts";
import {GalleryDialog} from "./GalleryDialog.tsx";

const open = signal(false);
let isMounted = false;

/** Shows the gallery over the page; the platform keeps the focus in it and gives it back. */
export function openGallery(store: Store): void {
  if (!isMounted) {
    isMounted = true;
    const place = document.createElement("div");
    document.body.append(place);
    render(<GalleryDialog store={store} open={open} />, place);
  }
  open.value = true;
}
