import {signal} from "@preact/signals";
import type {Signal} from "@preact/signals";
import type {Edited} from "../../scenario/edit.ts";
import type {Scenario} from "../../scenario/schema.ts";
import type {Complaint} from "../controls/useDraft.ts";
import type {Store} from "../store.ts";

/** Something to say about the last edit, within sight of where it was made. */
export interface Said {
  readonly kind: "problem" | "remark";
  readonly title: string;
  readonly lines: readonly string[];
  /** The document the edit led to: while it is the one on show, the edit can be undone from here. */
  readonly of?: Scenario;
}

/** What a table's cells and buttons do to the document. */
export interface Editing {
  readonly store: Store;
  readonly said: Signal<Said | undefined>;
  /** An edit by a cell: one step of undo, or what is wrong with it, to be said beside the cell. */
  take(edit: (scenario: Scenario) => Edited, label: string): Complaint;
  /** An edit by a button; gives the id of what was added. */
  run(edit: (scenario: Scenario) => Edited, label: string, refusedTitle: string): string | undefined;
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;

export function createEditing(store: Store): Editing {
  const said = signal<Said | undefined>(undefined);
  const done = (scenario: Scenario, also: readonly string[], label: string) => {
    store.commit(scenario, label);
    said.value =
      also.length === 0
        ? undefined
        : {kind: "remark", title: "Other things changed with this:", lines: also.map(sentence), of: scenario};
  };
  return {
    store,
    said,
    take(edit, label) {
      const result = edit(store.scenario.value);
      if (!result.ok) return sentence(result.reason);
      done(result.scenario, result.also, label);
      return undefined;
    },
    run(edit, label, refusedTitle) {
      const result = edit(store.scenario.value);
      if (!result.ok) {
        said.value = {kind: "problem", title: refusedTitle, lines: [sentence(result.reason)]};
        return undefined;
      }
      done(result.scenario, result.also, label);
      return result.id;
    }
  };
}
