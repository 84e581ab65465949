import type {AxisRow, Figure, Mark} from "../chart/figure.ts";
import type {PlanRecipe} from "../fitting/plan/planModel.ts";
import {log10} from "../numerics/exp.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {PlanChoice, PlanNumbers} from "../simulation/plan.ts";
import {rowsAxis} from "./axes.ts";
import type {FigureOptions} from "./ladder.ts";
import {planFooter} from "./planFooter.ts";
import {chanceText, countText, flopShort, shareText} from "./planTexts.ts";
import {plain} from "./wording.ts";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly recipe: PlanRecipe;
  readonly choice: PlanChoice;
}

const recipes = ["reference", "new"] as const;
const roles = {reference: "reference", new: "subject"} as const;
const recipeNames = {reference: "reference", new: "new recipe"} as const;

/** The ladders side by side: the published one, the designed and the geometric. */
export function laddersOf({kind, shown, designed, geometric}: PlanNumbers) {
  const all = [
    ...(kind === "autopsy" ? [{id: "published", name: "This ladder", choice: shown}] : []),
    {id: "designed", name: "Designed", choice: designed},
    {id: "geometric", name: "Geometric", choice: geometric}
  ];
  return all.flatMap(({choice, ...ladder}) => (choice === undefined ? [] : [{...ladder, choice}]));
}

const rowsOf = (numbers: PlanNumbers): readonly Row[] =>
  laddersOf(numbers).flatMap(({id, name, choice}) =>
    recipes.map((recipe) => ({id: `${id}-${recipe}`, name: `${name}, ${recipeNames[recipe]}`, recipe, choice}))
  );

/** Runs of one recipe at one compute, those of one seed each counted together. */
function rungsIn({choice, recipe}: Row) {
  const seeds = new Map<number, number>();
  for (const run of choice.runs.filter((one) => one.recipe === recipe)) {
    seeds.set(run.compute, (seeds.get(run.compute) ?? 0) + run.seeds);
  }
  return [...seeds].map(([compute, count]) => ({compute, seeds: count}));
}

function marksOf(row: Row, place: number): readonly Mark[] {
  const rungs = rungsIn(row);
  return rungs.map(({compute, seeds}, i): Mark => ({
    type: "point",
    id: `${row.id}-${i}`,
    role: roles[row.recipe],
    x: log10(compute),
    y: place,
    shape: row.recipe === "reference" ? "circle" : "square",
    basis: "forecast",
    focus: seeds > 1,
    ...(seeds > 1 ? {label: {name: String(seeds), place: "near", priority: 50 - place} as const} : {}),
    detail: `${row.name}: ${countText(seeds, "seed")} at ${flopShort(compute)}.`
  }));
}

/** The rungs of the designed ladder against the geometric one, and of a published one; with their seeds. */
export function planDesignFigure(scenario: Scenario, numbers: PlanNumbers, {find}: FigureOptions = {}): Figure {
  const rows = rowsOf(numbers);
  const marks = rows.flatMap(marksOf);
  const xs = marks.flatMap((mark) => (mark.type === "point" ? [mark.x] : []));
  const {question, geometricEfficiency, kind} = numbers;
  const title = "Where the runs stand";
  const named = (row: Row): AxisRow => {
    const own = rungsIn(row);
    const runs = own.reduce((sum, {seeds}) => sum + seeds, 0);
    return {
      id: row.id,
      name: row.name,
      role: roles[row.recipe],
      note: plain(`${countText(own.length, "rung")}, ${countText(runs, "run")}`)
    };
  };
  const loses = Number.isFinite(geometricEfficiency)
    ? ` The geometric ladder is ${shareText(geometricEfficiency)} as efficient as the designed one.`
    : "";
  return {
    id: "design",
    title,
    subtitle: plain(""),
    description: `${title}, by compute. ${laddersOf(numbers)
      .map(
        ({name, choice}) =>
          `${name}: ${countText(
            choice.runs.reduce((sum, {seeds}) => sum + seeds, 0),
            "run"
          )}, told in ${chanceText(choice.answer.power)} of cases.`
      )
      .join(" ")}`,
    metric: "Rungs of each ladder; numbers are seeds, where more than one",
    shortMetric: "Rungs; numbers are seeds",
    x: {
      scale: "log10",
      domain: [Math.min(...xs) - 0.15, Math.max(...xs) + 0.15],
      title: plain("Training compute of a run, FLOP (log axis)"),
      shortTitle: plain("Compute of a run, FLOP"),
      ticks: "power",
      unit: "FLOP"
    },
    y: rowsAxis(rows.map(named)),
    marks,
    key: [],
    caption: `${kind === "plan" ? "Both cost the budget at most" : "Designed and geometric ladders cost what this one did at most"}; the target is at ${flopShort(question.model.target)}.${loses}`,
    footer: planFooter(scenario, numbers, undefined, find)
  };
}
