import {edited} from "../../scenario/edit.ts";
import {setRecipeGain} from "../../scenario/editRecipes.ts";
import {inputKinds} from "../../scenario/inputs.ts";
import {formatMultiplier} from "../../scenario/numberText.ts";
import type {Quantity} from "../../scenario/quantity.ts";
import type {Model, Recipe, RecipeGain, Scenario} from "../../scenario/schema.ts";
import type {Editing} from "./editing.ts";
import {QuantityCell} from "./QuantityCell.tsx";
import {SelectCell} from "./SelectCell.tsx";
import type {Choice} from "./SelectCell.tsx";

export interface RecipeGainCellProps {
  readonly editing: Editing;
  readonly scenario: Scenario;
  readonly recipe: Recipe;
  readonly log10Gain: number | undefined;
}

const ways = ["models", "number", "through", "over"] as const;
type Way = (typeof ways)[number];

const wayTexts: Readonly<Record<Way, string>> = {
  models: "of its first model",
  number: "a number",
  through: "of the model",
  over: "a ratio"
};

function wayOf(gain: RecipeGain | undefined): Way {
  if (gain === undefined) return "models";
  if ("written" in gain) return "number";
  return "through" in gain ? "through" : "over";
}

const named = (models: readonly Model[]): readonly Choice[] => models.map(({id, name}) => ({value: id, text: name}));

/** Where a recipe's gain comes from: its models, a number of its own, or a ratio over a model. */
export function RecipeGainCell({editing, scenario, recipe, log10Gain}: RecipeGainCellProps) {
  const {id, name, gain} = recipe;
  const way = wayOf(gain);
  const telling = scenario.models.filter(({solve}) => solve === "gain");
  const own = telling.filter((model) => model.recipe === id);
  const isKnown = log10Gain !== undefined && Number.isFinite(log10Gain);
  const step = `gain of ${name}`;
  const set = (next: RecipeGain | undefined) => editing.take((now) => setRecipeGain(now, id, next), step);
  const number = (value: number): Quantity => ({value, written: value});
  const begin = (next: Way) => {
    const [first] = own;
    const [over] = telling.filter((model) => model.recipe !== id);
    switch (next) {
      case "models":
        return set(undefined);
      case "number":
        return set(number(isKnown ? Number((10 ** log10Gain).toPrecision(12)) : 1));
      case "through":
        return first === undefined ? "No model of this recipe solves for gain." : set({through: first.id});
      case "over":
        return over === undefined ? "No other model solves for gain." : set({times: number(1), over: over.id});
    }
  };
  return (
    <div class="cell-line">
      <SelectCell
        label={`Gain of ${name} is`}
        value={way}
        choices={ways.map((value) => ({value, text: wayTexts[value]}))}
        choose={(value) => begin(ways.find((word) => word === value) ?? "models")}
      />
      {gain !== undefined && "written" in gain && (
        <QuantityCell
          editing={editing}
          address={`recipes.${id}.gain`}
          kind={inputKinds.recipeGain}
          label={`Gain of ${name}`}
          step={step}
          quantity={gain}
        />
      )}
      {gain !== undefined && "times" in gain && (
        <QuantityCell
          editing={editing}
          address={`recipes.${id}.gain`}
          kind={inputKinds.recipeGain}
          label={`Ratio of ${name}`}
          step={step}
          quantity={gain.times}
          write={(now, times) =>
            edited({
              ...now,
              recipes: now.recipes.map((item) => (item.id === id ? {...item, gain: {...gain, times}} : item))
            })
          }
        />
      )}
      {gain !== undefined && "times" in gain && (
        <SelectCell
          label={`Ratio of ${name} over`}
          value={gain.over}
          choices={named(telling).map((choice) => ({...choice, text: `over ${choice.text}`}))}
          choose={(value) => set({...gain, over: value})}
        />
      )}
      {gain !== undefined && "through" in gain && (
        <SelectCell
          label={`Gain of ${name} is that of`}
          value={gain.through}
          choices={named(own)}
          choose={(value) => set({through: value})}
        />
      )}
      {way !== "number" && (
        <output class="cell-solved" aria-label={`Gain of ${name}, solved`}>
          {isKnown ? formatMultiplier(10 ** log10Gain).replace(/^(?=\d)/, "= ") : "cannot be told"}
        </output>
      )}
    </div>
  );
}
