import type {Role} from "../chart/figure.ts";
import type {Scenario} from "../scenario/schema.ts";
import {cast} from "../simulation/ladder.ts";

/** Whose colour a recipe wears, by recipe id; everything not listed is slate. */
export type Roles = ReadonlyMap<string, Role>;

const rivalRoles = ["rival1", "rival2", "rival3"] as const;

/**
 * The reference, the subject and up to three rivals in colour.
 *
 * A fourth rival has no hue of its own: when it is the one in the answer it takes the third one's.
 */
export function rolesOf(scenario: Scenario): Roles {
  const {subject, rivals, rival} = cast(scenario);
  const recipeOf = (id: string | undefined) => scenario.models.find((model) => model.id === id)?.recipe;
  const own = recipeOf(subject);
  const others = [...new Set(rivals.map(recipeOf))].filter(
    (recipe): recipe is string => recipe !== undefined && recipe !== own && recipe !== scenario.reference
  );
  const chosen = recipeOf(rival);
  const coloured = others.slice(0, rivalRoles.length);
  const isLeftOut = chosen !== undefined && others.includes(chosen) && !coloured.includes(chosen);
  if (isLeftOut) coloured[rivalRoles.length - 1] = chosen;
  return new Map<string, Role>([
    ...coloured.map((recipe, i): [string, Role] => [recipe, rivalRoles[i] ?? "context"]),
    [scenario.reference, "reference"],
    ...(own === undefined || own === scenario.reference ? [] : [[own, "subject"] as [string, Role]])
  ]);
}

/** The shape of a known point: recipes differ in shape as well as in colour. */
export const shapes: Record<Role, "circle" | "square" | "diamond" | "triangle"> = {
  reference: "circle",
  subject: "circle",
  rival1: "square",
  rival2: "diamond",
  rival3: "triangle",
  context: "circle",
  ink: "circle"
};
