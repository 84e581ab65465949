import {hasRecipes} from "../../fitting/tableRuns.ts";
import {limits} from "../../scenario/limits.ts";
import type {Runs} from "../../scenario/schema.ts";
import type {ImportState} from "./importState.ts";

interface HowToAddProps {
  readonly state: ImportState;
  readonly before: Runs;
  readonly set: (next: Partial<ImportState>) => void;
}

/** What becomes of the runs there are, and what recipes are called that no column names. */
export function HowToAdd({state: {how, recipe, recipeBefore, answer}, before, set}: HowToAddProps) {
  const ownRecipes = answer?.read.ok === true && answer.read.runs.mapping.recipe !== undefined;
  return (
    <fieldset class="import-how">
      <legend>The {before.rows.length.toLocaleString("en")} runs that are there</legend>
      <label>
        <input type="radio" name="import-how" checked={how === "add"} onChange={() => set({how: "add"})} />
        stay, and these are added as another recipe
      </label>
      {how === "add" && (
        <div class="import-names">
          {!hasRecipes(before) && (
            <label>
              Recipe of those there are{" "}
              <input
                type="text"
                maxLength={limits.nameLength}
                value={recipeBefore}
                onInput={({currentTarget}) => set({recipeBefore: currentTarget.value})}
              />
            </label>
          )}
          {!ownRecipes && (
            <label>
              Recipe of these{" "}
              <input
                type="text"
                maxLength={limits.nameLength}
                value={recipe}
                onInput={({currentTarget}) => set({recipe: currentTarget.value})}
              />
            </label>
          )}
        </div>
      )}
      <label>
        <input type="radio" name="import-how" checked={how === "replace"} onChange={() => set({how: "replace"})} />
        give way to these
      </label>
    </fieldset>
  );
}
