import type {BarMark, Figure} from "../chart/figure.ts";
import type {Recipe, Scenario} from "../scenario/schema.ts";
import type {Ladder} from "../simulation/ladder.ts";
import {gainParts} from "../simulation/parts.ts";
import type {GainParts} from "../simulation/parts.ts";
import {rowsAxis} from "./axes.ts";
import {multiplier, plain, possessive} from "./wording.ts";

/** One step of the waterfall: from a running product to the next, or a total from nothing. */
interface Step {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly isTotal: boolean;
}

/** Parts of training first, then what training comes to, then what is kept apart, then the whole. */
function stepsOf({factors, training, whole}: GainParts): readonly Step[] {
  const steps: Step[] = [];
  let at = 0;
  const add = (name: string, log10: number) => {
    steps.push({name, from: at, to: at + log10, isTotal: false});
    at += log10;
  };
  const apart = factors.filter(({kind}) => kind === "apart");
  for (const {name, log10, kind} of factors) if (kind !== "apart") add(name, log10);
  steps.push({name: apart.length === 0 ? "the whole gain" : "training gain", from: 0, to: training, isTotal: true});
  for (const {name, log10} of apart) add(`${name}, not training`, log10);
  if (apart.length > 0) steps.push({name: "in the score", from: 0, to: whole, isTotal: true});
  return steps;
}

/** A recipe's gain as steps that multiply to the whole, on a log axis. */
export function waterfallFigure(scenario: Scenario, recipe: Recipe, parts: GainParts): Figure {
  const steps = stepsOf(parts);
  const ends = [0, ...steps.flatMap(({from, to}) => [from, to])];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = 0.2 * (high - low) || 0.5;
  const reference = scenario.recipes.find(({id}) => id === scenario.reference)?.name ?? "the reference recipe";
  const marks = steps.map(({name, from, to, isTotal}, row): BarMark => {
    const text = multiplier(isTotal ? to : to - from);
    return {
      type: "bar",
      id: `step-${row}`,
      role: isTotal ? "subject" : "ink",
      row,
      x1: isTotal ? 0 : from,
      x2: to,
      emphasis: isTotal ? "total" : "part",
      endLabel: plain(text),
      detail: `${name}: ${text}.`
    };
  });
  const title = `What the gain of ${recipe.name} is made of`;
  return {
    id: "waterfall",
    title,
    subtitle: plain(`Factors over ${reference}; they multiply.`),
    description: `${title}. ${marks.map(({detail}) => detail).join(" ")}`,
    metric: `${possessive(recipe.name)} gain over ${reference}`,
    shortMetric: `Gain over ${reference}`,
    x: {
      scale: "log10",
      domain: [low - (low < 0 ? room : 0), high + room],
      title: plain("Gain (log axis: steps multiply)"),
      shortTitle: plain("Gain (log axis)"),
      ticks: "multiplier"
    },
    y: rowsAxis(steps.map(({name}) => ({name}))),
    marks,
    key: [],
    caption: "Each step multiplies what stands before it.",
    footer: []
  };
}

/** What the gain of the subject's recipe is made of; undefined where there is no subject, or nobody says. */
export function subjectWaterfall(scenario: Scenario, ladder: Ladder | undefined): Figure | undefined {
  const subject = scenario.models.find(({id}) => id === ladder?.subject);
  const recipe = scenario.recipes.find(({id}) => id === subject?.recipe);
  const parts = ladder === undefined || recipe === undefined ? undefined : gainParts(ladder.solution, recipe);
  return parts && recipe && waterfallFigure(scenario, recipe, parts);
}
