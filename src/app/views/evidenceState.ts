import {signal} from "@preact/signals";
import type {Signal} from "@preact/signals";
import type {TableOrder} from "../../figures/evidenceTable.ts";
import type {EvidenceKind} from "../../scenario/schema.ts";
import type {Model} from "../model.ts";

/** How many rows come at a time. */
export const pageSize = 50;

/** What the reader asked the evidence for; kept while other views are on show. */
export interface EvidenceState {
  readonly scope: Signal<"used" | "ledger">;
  readonly search: Signal<string>;
  /** Empty: all. */
  readonly kinds: Signal<ReadonlySet<EvidenceKind>>;
  readonly conflictsOnly: Signal<boolean>;
  readonly order: Signal<TableOrder>;
  readonly limit: Signal<number>;
  /** What was done last, for those who cannot see it. */
  readonly said: Signal<string>;
}

const states = new WeakMap<Model, EvidenceState>();

/** The one state of the evidence view of a page. */
export function evidenceState(model: Model): EvidenceState {
  const known = states.get(model);
  if (known !== undefined) return known;
  const state: EvidenceState = {
    scope: signal("used"),
    search: signal(""),
    kinds: signal(new Set<EvidenceKind>()),
    conflictsOnly: signal(false),
    order: signal(undefined),
    limit: signal(pageSize),
    said: signal("")
  };
  states.set(model, state);
  return state;
}

/** Asks for the figures of the whole ledger that hold some words, by subject, or for the conflicts among those in use. */
export function askEvidence(
  model: Model,
  {search = "", conflictsOnly = false}: {readonly search?: string; readonly conflictsOnly?: boolean}
): void {
  const state = evidenceState(model);
  state.scope.value = search === "" ? "used" : "ledger";
  state.search.value = search;
  state.kinds.value = new Set();
  state.conflictsOnly.value = conflictsOnly;
  state.order.value = search === "" ? undefined : {column: "subject", direction: "ascending"};
  state.limit.value = pageSize;
}
