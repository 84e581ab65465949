import {useSignal} from "@preact/signals";
import {useMemo} from "preact/hooks";
import {rolesOf} from "../../figures/roles.ts";
import type {Model} from "../model.ts";
import {AtRest} from "../controls/AtRest.tsx";
import {useAtRest} from "../controls/useAtRest.ts";
import {ClaimsTable, ThresholdsTable} from "./ClaimsTables.tsx";
import {DocumentFields} from "./DocumentFields.tsx";
import {createEditing} from "./editing.ts";
import {ModelsTable} from "./ModelsTable.tsx";
import {RecipesTable} from "./RecipesTable.tsx";
import "../controls/controls.css";
import "./editor.css";

interface EditorProps {
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
  const {models, recipes, claims, thresholds} = useAtRest(model.store, model.store.scenario).value;
  return (
    <details
      class="editor"
      id="editor"
      onToggle={({currentTarget}) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>
        <h3>
          Everything in this scenario
          <span>
            {counted(models.length, "model")}, {counted(recipes.length, "recipe")}, {counted(claims.length, "claim")},{" "}
            {counted(thresholds.length, "threshold")}
          </span>
        </h3>
      </summary>
      {isOpen.value && <Tables model={model} />}
    </details>
  );
}

function Tables({model: {store, simulation}}: EditorProps) {
  const editing = useMemo(() => createEditing(store), [store]);
  const scenario = useAtRest(store, store.scenario).value;
  const solution = useAtRest(store, simulation).value.ladder?.solution;
  const roles = rolesOf(scenario);
  return (
    <div class="editor-tables">
      <DocumentFields editing={editing} scenario={scenario} />
      <ModelsTable editing={editing} scenario={scenario} roles={roles} solved={(id) => solution?.models.get(id)} />
      <RecipesTable editing={editing} scenario={scenario} roles={roles} gainOf={(id) => solution?.recipes.get(id)} />
      <ClaimsTable editing={editing} scenario={scenario} />
      <ThresholdsTable editing={editing} scenario={scenario} />
    </div>
  );
}
