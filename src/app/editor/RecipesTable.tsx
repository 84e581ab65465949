import type {Roles} from "../../figures/roles.ts";
import {
  addRecipe,
  duplicateRecipe,
  removeRecipe,
  renameRecipe,
  setMaker,
  setReference
} from "../../scenario/editRecipes.ts";
import type {Recipe, Scenario} from "../../scenario/schema.ts";
import type {Editing} from "./editing.ts";
import {focusRow} from "./focusRow.ts";
import {RecipeGainCell} from "./RecipeGainCell.tsx";
import {ReferenceCurve} from "./ReferenceCurve.tsx";
import {RowActions} from "./RowActions.tsx";
import {TableSection} from "./TableSection.tsx";
import {TextCell} from "./TextCell.tsx";

export interface RecipesTableProps {
  readonly editing: Editing;
  readonly scenario: Scenario;
  readonly roles: Roles;
  /** log10 of a recipe's gain over the reference. */
  readonly gainOf: (recipe: string) => number | undefined;
}

/** Every recipe, a row each; one is the reference. */
export function RecipesTable({editing, scenario, roles, gainOf}: RecipesTableProps) {
  const row = (recipe: Recipe) => {
    const {id, name} = recipe;
    const isReference = id === scenario.reference;
    return (
      <tr key={id} data-recipe={id} data-role={roles.get(id) ?? "context"}>
        <th scope="row">
          <TextCell
            label={`Name of ${name}`}
            text={name}
            kind="name"
            take={(text) => editing.take((now) => renameRecipe(now, id, text), `name of ${name}`)}
          />
        </th>
        <td>
          <TextCell
            label={`Maker of ${name}`}
            text={recipe.maker ?? ""}
            empty="not named"
            take={(text) => editing.take((now) => setMaker(now, id, text), `maker of ${name}`)}
          />
        </td>
        <td data-key="gain">
          {isReference ? (
            <ReferenceCurve editing={editing} scenario={scenario} recipe={recipe} />
          ) : (
            <RecipeGainCell editing={editing} scenario={scenario} recipe={recipe} log10Gain={gainOf(id)} />
          )}
        </td>
        <td>
          {isReference ? (
            <span class="badge">reference</span>
          ) : (
            <button
              type="button"
              class="quiet"
              aria-label={`Make ${name} the reference`}
              onClick={() =>
                editing.run((now) => setReference(now, id), `reference ${name}`, `${name} was not made the reference.`)
              }
            >
              Make reference
            </button>
          )}
        </td>
        <RowActions
          table="recipes"
          name={name}
          duplicate={() => editing.run((now) => duplicateRecipe(now, id), `copy of ${name}`, `${name} was not copied.`)}
          remove={() => editing.run((now) => removeRecipe(now, id), `deletion of ${name}`, `${name} was not deleted.`)}
        />
      </tr>
    );
  };
  return (
    <TableSection
      id="recipes"
      title="Recipes"
      count={scenario.recipes.length}
      columns={["Name", "Maker", "Gain over the reference", "Reference"]}
      actions={
        <button
          type="button"
          class="quiet"
          onClick={() =>
            focusRow(
              "recipes",
              editing.run((now) => addRecipe(now), "new recipe", "No recipe was added.")
            )
          }
        >
          Add a recipe
        </button>
      }
    >
      {scenario.recipes.map(row)}
    </TableSection>
  );
}
