import {useComputed} from "@preact/signals";
import {chooseRecipe, leaveOutLargest, setReferenceRecipe, setSharing} from "../../scenario/editRuns.ts";
import {fitSharings} from "../../scenario/fitChoices.ts";
import type {FitSharing} from "../../scenario/fitChoices.ts";
import type {PartProps} from "./fitPart.ts";
import {NumberField} from "./NumberField.tsx";

const sharingNames: Readonly<Record<FitSharing, string>> = {
  nothing: "nothing: each its own law",
  exponents: "exponents",
  floor: "the floor",
  "exponents-and-floor": "exponents and floor"
};

/** All recipes together, as the value of a select. */
const together = "";

/** Which runs take part. */
export function RunChoices({model, runs, fit, edit}: PartProps) {
  const largest = useComputed(() => model.store.scenario.value.runs?.without.largest ?? 0);
  const most = Math.max(0, fit.rungs.length - 1);
  const {recipes} = fit;
  return (
    <>
      {recipes.length > 0 && (
        <label class="fit-select">
          Recipe that is fitted
          <select
            value={runs.recipe ?? together}
            onChange={({currentTarget: {value}}) =>
              edit((now) => chooseRecipe(now, value === together ? undefined : value))
            }
          >
            <option value={together}>{recipes.length > 1 ? "all together" : "all runs"}</option>
            {recipes.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {recipes.length > 1 && (
        <>
          <label class="fit-select">
            Others are held against
            <select
              value={runs.reference ?? recipes[0]}
              onChange={({currentTarget: {value}}) => edit((now) => setReferenceRecipe(now, value))}
            >
              {recipes.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label class="fit-select">
            Recipes have in common
            <select
              value={runs.sharing}
              onChange={({currentTarget: {value}}) => edit((now) => setSharing(now, value as FitSharing))}
            >
              {fitSharings.map((sharing) => (
                <option key={sharing} value={sharing}>
                  {sharingNames[sharing]}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      <NumberField
        label="Largest losses left out"
        value={largest}
        accepted={`a whole number from 0 to ${most}`}
        accepts={(value) => Number.isInteger(value) && value >= 0 && value <= most}
        commit={(value) => edit((now) => leaveOutLargest(now, value))}
        unit={`of ${fit.rungs.length}`}
      />
    </>
  );
}
