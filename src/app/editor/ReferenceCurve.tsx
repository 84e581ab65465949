import {canAnchor} from "../../scenario/edit.ts";
import {setAnchor} from "../../scenario/editRecipes.ts";
import {inputKinds} from "../../scenario/inputs.ts";
import {metricShown} from "../../scenario/inputList.ts";
import type {Recipe, Scenario} from "../../scenario/schema.ts";
import type {Editing} from "./editing.ts";
import {QuantityCell} from "./QuantityCell.tsx";
import {SelectCell} from "./SelectCell.tsx";

export interface ReferenceCurveProps {
  readonly editing: Editing;
  readonly scenario: Scenario;
  readonly recipe: Recipe;
}

/** The reference recipe's gain is 1 by definition; what it has instead is the curve: its slope, and a model on it. */
export function ReferenceCurve({editing, scenario, recipe}: ReferenceCurveProps) {
  const metric = metricShown(scenario);
  const spec = recipe.curve?.[metric];
  if (spec === undefined) return <span class="cell-note">1×; no curve on this metric</span>;
  if (spec.law !== "log-linear" && spec.law !== "logistic") {
    return <span class="cell-note">1×; its curve is a law of its own</span>;
  }
  const choices = scenario.models
    .filter((model) => canAnchor(model, recipe.id, metric))
    .map(({id, name}) => ({value: id, text: name}));
  return (
    <div class="cell-line">
      <span class="cell-note">1×; curve through</span>
      <SelectCell
        label="The reference curve goes through"
        value={spec.through}
        choices={choices}
        choose={(value) =>
          editing.take((now) => setAnchor(now, recipe.id, metric, value), "model the curve goes through")
        }
      />
      <QuantityCell
        editing={editing}
        address={`recipes.${recipe.id}.curve.${metric}.slope`}
        kind={inputKinds.curveSlope}
        label="Points per tenfold compute"
        step={`points per tenfold of ${recipe.name}`}
        quantity={spec.slope}
      />
      <span class="cell-note">points a tenfold</span>
    </div>
  );
}
