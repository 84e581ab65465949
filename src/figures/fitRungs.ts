import type {CloudMark, Mark, PointMark, Role} from "../chart/figure.ts";
import {isLossForm} from "../fitting/forms.ts";
import type {FormName} from "../fitting/forms.ts";
import {log10} from "../numerics/exp.ts";
import {formatCount, formatFlop} from "../scenario/numberText.ts";
import type {Runs} from "../scenario/schema.ts";
import type {LadderFit, Rung} from "../simulation/fits.ts";
import {shapes} from "./roles.ts";

/** From so many rungs on a series is drawn as one path. */
export const mostPoints = 500;

const others = ["subject", "rival1", "rival2", "rival3"] as const;

/** Whose colour each recipe of the runs wears: the reference first, a fifth and later ones slate. */
export function fitRoles(runs: Pick<Runs, "reference">, recipes: readonly string[]): ReadonlyMap<string, Role> {
  const reference = recipes.find((name) => name === runs.reference) ?? recipes[0];
  const rest = recipes.filter((name) => name !== reference);
  return new Map<string, Role>([
    ["", recipes.length === 0 ? "reference" : "context"],
    ...(reference === undefined ? [] : [[reference, "reference"] as const]),
    ...rest.map((name, i) => [name, others[i] ?? "context"] as const)
  ]);
}

/** Whose colour the fitted law wears: ink where it is one of several recipes together. */
export function lawRole(runs: Runs, {recipes}: Pick<LadderFit, "recipes">, roles: ReadonlyMap<string, Role>): Role {
  const [only] = recipes;
  if (runs.recipe !== undefined) return roles.get(runs.recipe) ?? "reference";
  return recipes.length > 1 ? "ink" : (roles.get(only ?? "") ?? "reference");
}

/** What the vertical axis reads of a rung. */
export const levelOf = (form: FormName, {loss, score}: Pick<Rung, "loss" | "score">): number =>
  isLossForm(form) ? loss : score;

/** A rung that has a place in the figure. */
export interface PlacedRung {
  readonly rung: Rung;
  readonly x: number;
  readonly y: number;
}

/** The rungs that have compute and what the axis measures. */
export const placedRungs = ({rungs, options}: Pick<LadderFit, "rungs" | "options">): readonly PlacedRung[] =>
  rungs.flatMap((rung) => {
    const y = levelOf(options.form, rung);
    return rung.C > 0 && rung.C < Infinity && Number.isFinite(y) ? [{rung, x: log10(rung.C), y}] : [];
  });

/** A run by its name, or by its place in the rows. */
export const rungName = ({name, row}: Pick<Rung, "name" | "row">): string => (name === "" ? `run ${row}` : name);

const whyOut: Readonly<Record<NonNullable<Rung["out"]>, string>> = {
  "switched off": "switched off",
  "largest loss": "left out as one of the largest losses",
  "other recipe": "of a recipe that is not fitted"
};

/** A rung in a sentence, for hover, focus and screen readers. */
export function rungDetail(rung: Rung, measure: string, value: string): string {
  const {recipe, N, D, C, out} = rung;
  const size = N > 0 ? `${formatCount(N)} parameters` : "";
  const tokens = D > 0 ? `${formatCount(D)} tokens` : "";
  const facts = [recipe, size, tokens, `${formatFlop(C).text} FLOP`, `${measure} ${value}`].filter(
    (fact) => fact !== ""
  );
  return `${rungName(rung)}: ${facts.join(", ")}${out === undefined ? "" : `; ${whyOut[out]}`}.`;
}

/** Each rung as a point of its own, or, where they are too many, each series as a cloud. */
export function rungMarks(
  placed: readonly PlacedRung[],
  roles: ReadonlyMap<string, Role>,
  detail: (rung: PlacedRung) => string
): readonly Mark[] {
  const roleOf = ({rung}: PlacedRung): Role => roles.get(rung.recipe) ?? "context";
  // A run of another recipe is a run all the same: what is faint is what was put aside.
  const basisOf = ({rung}: PlacedRung) =>
    rung.out === undefined || rung.out === "other recipe" ? ("known" as const) : ("left-out" as const);
  if (placed.length <= mostPoints) {
    return placed.map((item): PointMark => {
      const role = roleOf(item);
      return {
        type: "point",
        id: `rung-${item.rung.row}`,
        role,
        x: item.x,
        y: item.y,
        shape: shapes[role],
        basis: basisOf(item),
        focus: false,
        detail: detail(item)
      };
    });
  }
  const recipes = [...new Set(placed.map(({rung}) => rung.recipe))];
  return (["left-out", "known"] as const).flatMap((basis) =>
    recipes.flatMap((recipe, i): CloudMark[] => {
      const own = placed.filter((item) => item.rung.recipe === recipe && basisOf(item) === basis);
      const [first] = own;
      if (first === undefined) return [];
      const role = roleOf(first);
      return [
        {
          type: "cloud",
          id: `cloud-${basis}-${i}`,
          role,
          points: own.map(({x, y}) => ({x, y})),
          shape: shapes[role],
          basis
        }
      ];
    })
  );
}
