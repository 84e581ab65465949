import {signal} from "@preact/signals";

/** Whether the list of what differs is open under the answer’s differences. */
export const isPanelOpen = signal(false);
