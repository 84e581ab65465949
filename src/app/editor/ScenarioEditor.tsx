import {useSignal} from "@preact/signals";
import type {ComponentType} from "preact";
import type {Model} from "../model.ts";
import {AtRest} from "../controls/AtRest.tsx";
import {useAtRest} from "../controls/useAtRest.ts";
import "../controls/controls.css";

export interface EditorProps {
  readonly model: Model;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** Everything the document holds, as tables whose cells are the same values as sliders and points. */
export function ScenarioEditor({model}: EditorProps) {
  return (
    <AtRest store={model.store}>
      <Editor model={model} />
    </AtRest>
  );
}

function Editor({model}: EditorProps) {
  const isOpen = useSignal(false);
  // The tables are a fifth of the program and folded away at first: they come when they are opened.
  const tables = useSignal<{readonly Tables: ComponentType<EditorProps>} | undefined>(undefined);
  const isFailed = useSignal(false);
  const load = () =>
    import("./Tables.tsx").then((module) => (tables.value = module)).catch(() => (isFailed.value = true));
  const {models, recipes, claims, thresholds} = useAtRest(model.store, model.store.scenario).value;
  return (
    <details
      class="editor"
      id="editor"
      onToggle={({currentTarget}) => {
        isOpen.value = currentTarget.open;
        if (tables.value === undefined) void load();
      }}
    >
      <summary>
        <h2 class="section">
          Everything in this scenario
          <span>
            {counted(models.length, "model")}, {counted(recipes.length, "recipe")}, {counted(claims.length, "claim")},{" "}
            {counted(thresholds.length, "threshold")}
          </span>
        </h2>
      </summary>
      {isOpen.value && tables.value !== undefined && <tables.value.Tables model={model} />}
      {isFailed.value && <p class="detail">The tables could not be loaded: reload the page.</p>}
    </details>
  );
}
