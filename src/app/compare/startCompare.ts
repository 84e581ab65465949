import {effect} from "@preact/signals";
import type {Model} from "../model.ts";
import {findKept} from "./kept.ts";

/** Loads what compares once there is something to compare with, now or from last time. */
export function startCompare(model: Model): void {
  const {store} = model;
  let isLoaded = false;
  effect(() => {
    if (isLoaded || store.pinned.value === undefined) return;
    isLoaded = true;
    void import("./whilePinned.ts").then(({whilePinned}) => whilePinned(model));
  });
  if (findKept("pinned") !== undefined) void import("./keepPinned.ts").then(({restorePinned}) => restorePinned(store));
}
