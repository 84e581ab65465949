import {useSignal} from "@preact/signals";
import {useMemo} from "preact/hooks";
import type {Roles} from "../../figures/roles.ts";
import {modelsToCsv} from "../../scenario/csv.ts";
import {addModel, lockReason} from "../../scenario/editModels.ts";
import type {Triple} from "../../scenario/editModels.ts";
import {metricShown} from "../../scenario/inputList.ts";
import type {Scenario} from "../../scenario/schema.ts";
import {download} from "../files.ts";
import {CsvDialog} from "./CsvDialog.tsx";
import type {Editing} from "./editing.ts";
import {focusRow} from "./focusRow.ts";
import {ModelRow} from "./ModelRow.tsx";
import {TableSection} from "./TableSection.tsx";

export interface ModelsTableProps {
  readonly editing: Editing;
  readonly scenario: Scenario;
  readonly roles: Roles;
  /** A model's three quantities on the metric on show. */
  readonly solved: (model: string) => Triple | undefined;
}

/** How many rows are made at once: more would make the page wait. */
const page = 200;

/** Every model of the scenario, a row each. */
export function ModelsTable({editing, scenario, roles, solved}: ModelsTableProps) {
  const shown = useSignal(page);
  const isReading = useSignal(false);
  const {models, metrics} = scenario;
  const metricId = metricShown(scenario);
  const metric = metrics[metricId];
  const recipes = useMemo(() => scenario.recipes.map(({id, name}) => ({value: id, text: name})), [scenario.recipes]);
  const left = models.length - shown.value;
  return (
    <TableSection
      id="models"
      title="Models"
      count={models.length}
      columns={[
        "Name",
        "Recipe",
        "Compute, FLOP",
        `Score, ${metric?.short ?? metric?.name ?? "points"}`,
        "Gain",
        "Solves for",
        "Compute is"
      ]}
      note="Two of compute, gain and score are given, the third follows. Fields take what people write: 2e25, 3e24 to 3e26, 40M H100-hours at 40% of BF16 peak."
      actions={
        <>
          {left > 0 && (
            <button
              type="button"
              class="quiet"
              onClick={() => {
                shown.value += page;
              }}
            >
              Show {Math.min(page, left)} more of {left}
            </button>
          )}
          <button
            type="button"
            class="quiet"
            onClick={() =>
              focusRow(
                "models",
                editing.run((now) => addModel(now), "new model", "No model was added.")
              )
            }
          >
            Add a model
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => download("models.csv", modelsToCsv(editing.store.scenario.value, metricId), "text/csv")}
          >
            Table as CSV
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              isReading.value = true;
            }}
          >
            Models from CSV…
          </button>
          {isReading.value && (
            <CsvDialog
              editing={editing}
              close={() => {
                isReading.value = false;
              }}
            />
          )}
        </>
      }
    >
      {models.slice(0, shown.value).map((model) => (
        <ModelRow
          key={model.id}
          editing={editing}
          held={lockReason(scenario, model.id)}
          model={model}
          metricId={metricId}
          metric={metric}
          solved={solved(model.id)}
          role={roles.get(model.recipe) ?? "context"}
          recipes={recipes}
        />
      ))}
    </TableSection>
  );
}
