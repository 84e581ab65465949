import {effect} from "@preact/signals";
import type {Scenario} from "../../scenario/schema.ts";
import type {Model} from "../model.ts";
import {findKept} from "./kept.ts";

/** Loads what compares and what keeps the steps, each once it has something to do, now or from last time. */
export function startCompare(model: Model, opening: Scenario): void {
  const {store} = model;
  const once = (isDue: () => boolean, load: () => Promise<void>) => {
    let isLoaded = false;
    effect(() => {
      if (isLoaded || !isDue()) return;
      isLoaded = true;
      void load();
    });
  };
  once(
    () => store.pinned.value !== undefined,
    () => import("./whilePinned.ts").then(({whilePinned}) => whilePinned(model))
  );
  once(
    () => store.history.value.past.length > 0 || findKept("history") !== undefined,
    () => import("../steps/keepSteps.ts").then(({keepSteps}) => keepSteps(store, opening))
  );
  if (findKept("pinned") !== undefined) void import("./keepPinned.ts").then(({restorePinned}) => restorePinned(store));
}
