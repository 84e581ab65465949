import {useMemo} from "preact/hooks";
import {rolesOf} from "../../figures/roles.ts";
import {useAtRest} from "../controls/useAtRest.ts";
import {ClaimsTable, ThresholdsTable} from "./ClaimsTables.tsx";
import {DocumentFields} from "./DocumentFields.tsx";
import {createEditing} from "./editing.ts";
import {ModelsTable} from "./ModelsTable.tsx";
import {RecipesTable} from "./RecipesTable.tsx";
import {SaidLine} from "./SaidLine.tsx";
import type {EditorProps} from "./ScenarioEditor.tsx";
import "./editor.css";

/** The tables themselves. */
export function Tables({model: {store, simulation}}: EditorProps) {
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
      <SaidLine editing={editing} />
    </div>
  );
}
