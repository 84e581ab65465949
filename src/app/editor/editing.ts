import type {Edited} from "../../scenario/edit.ts";
import type {Scenario} from "../../scenario/schema.ts";
import type {Store} from "../store.ts";
import type {Complaint} from "../controls/useDraft.ts";

/** What a table's cells and buttons do to the document. */
export interface Editing {
  readonly store: Store;
  /** An edit by a cell: one step of undo, or what is wrong with it, to be said beside the cell. */
  take(edit: (scenario: Scenario) => Edited, label: string): Complaint;
  /** An edit by a button: what it was refused for is said at the top of the page. */
  run(edit: (scenario: Scenario) => Edited, label: string, refusedTitle: string): void;
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;

export function createEditing(store: Store): Editing {
  const done = (scenario: Scenario, also: readonly string[], label: string) => {
    store.commit(scenario, label);
    if (also.length === 0) return;
    store.notice.value = {
      kind: "remark",
      title: "Other things changed with this:",
      lines: also.map(sentence),
      action: {label: "Undo", run: () => store.undo()}
    };
  };
  return {
    store,
    take(edit, label) {
      const result = edit(store.scenario.value);
      if (!result.ok) return sentence(result.reason);
      done(result.scenario, result.also, label);
      return undefined;
    },
    run(edit, label, refusedTitle) {
      const result = edit(store.scenario.value);
      if (result.ok) done(result.scenario, result.also, label);
      else store.notice.value = {kind: "problem", title: refusedTitle, lines: [sentence(result.reason)]};
    }
  };
}
