import type {CurveMark, Figure, Mark} from "../chart/figure.ts";
import {log10} from "../numerics/exp.ts";
import {formatCount} from "../scenario/numberText.ts";
import type {Scenario} from "../scenario/schema.ts";
import {costs} from "../simulation/cost.ts";
import type {SetupCost} from "../simulation/cost.ts";
import {changesPay} from "../simulation/costChanges.ts";
import {dollarsAt, evenTasks, taskCurves, tasksDomain} from "../simulation/costTasks.ts";
import type {CostUncertainty} from "../simulation/costUncertainty.ts";
import {costFooter, hasPlacedPrice, leadingSetup, setupLooks} from "./costMarks.ts";
import {dollarsTold, formatRoughDollars, taskUnitOf} from "./costWords.ts";
import type {FigureOptions} from "./ladder.ts";
import {plain} from "./wording.ts";

/** The id of the handle that stands for the tasks served. */
export const tasksHandle = "tasks-served";

/** Where a placed training is less than a tenth of a task's cost, the cost is as good as known, log10. */
const tenth = 1;

type Points = CurveMark["pieces"][number]["points"];

/** Dashed where the curve hangs on something placed, solid where what is known decides. */
function piecesOf({setup, numbers, placed}: SetupCost, points: Points, shift: number): CurveMark["pieces"] {
  if (hasPlacedPrice(setup)) return [{trust: "placed", points}];
  if (!placed) return [{trust: "known", points}];
  const until = evenTasks(numbers) + tenth;
  const at = {x: until, y: dollarsAt(numbers, until) + shift};
  const before = points.filter(({x}) => x < until);
  const after = points.filter(({x}) => x > until);
  const first: Points = after.length === 0 ? before : [...before, at];
  return [
    {trust: "placed", points: first},
    {trust: "known", points: before.length === 0 ? after : [at, ...after]}
  ].filter(({points: own}) => own.length > 1) as CurveMark["pieces"];
}

/** What a task costs in all by the tasks over which the training is spread; undefined without costs. */
export function tasksFigure(
  scenario: Scenario,
  drawn: CostUncertainty,
  {find}: FigureOptions = {}
): Figure | undefined {
  const found = costs(scenario);
  if (found === undefined) return undefined;
  const looks = setupLooks(scenario);
  const leading = leadingSetup(scenario)?.id;
  const unit = taskUnitOf(scenario);
  const shift = log10(unit.tasks);
  const curves = taskCurves(found).map(({id, points}) => ({id, points: points.map(({x, y}) => ({x, y: y + shift}))}));
  const domain = tasksDomain(found);
  const served = log10(found.numbers.tasks);
  const curveMarks = curves.flatMap(({id, points}, i): readonly Mark[] => {
    const own = found.setups.find(({setup}) => setup.id === id);
    const look = looks.get(id);
    if (own === undefined || look === undefined) return [];
    const band = drawn.taskBands.get(id)?.map(({x, low, high}) => ({x, low: low + shift, high: high + shift}));
    const label = {name: look.name, shortName: look.shortName, place: "column", priority: 90 - i} as const;
    return [
      ...(band === undefined || band.length < 2
        ? []
        : [{type: "band", id: `band-${id}`, role: look.role, points: band} as const]),
      {
        type: "curve",
        id: `curve-${id}`,
        role: look.role,
        pieces: piecesOf(own, points, shift),
        weight: id === leading ? "main" : "minor",
        label
      }
    ];
  });
  const pays = changesPay(scenario).flatMap(({change, after, breakEven}): readonly Mark[] => {
    if (breakEven === undefined || !("tasks" in breakEven)) return [];
    const x = log10(breakEven.tasks);
    if (!(x > domain[0] && x < domain[1])) return [];
    const y = log10(after.perTask + after.fixed / breakEven.tasks) + shift;
    const words = `${breakEven.kind === "after" ? "paid after" : "pays up to"} ${formatCount(breakEven.tasks)} tasks`;
    return [
      {
        type: "point",
        id: `pays-${change.id}`,
        role: "ink",
        x,
        y,
        shape: "diamond",
        basis: "forecast",
        focus: false,
        label: {name: change.name, value: words, place: "near", priority: 60},
        detail: `${change.name}: ${words}.`
      }
    ];
  });
  const lead = found.setups.find(({setup}) => setup.id === leading);
  const look = looks.get(leading ?? "");
  const told = lead && {
    value: lead.numbers.dollars,
    interval: drawn.setups.get(lead.setup.id)?.dollars ?? null
  };
  const handle: readonly Mark[] =
    lead === undefined || look === undefined || !Number.isFinite(lead.numbers.dollars)
      ? []
      : [
          {type: "rule", id: "served", role: "ink", along: "y", at: served, dashed: true},
          {
            type: "handle",
            id: tasksHandle,
            role: look.role,
            model: lead.setup.model,
            x: served,
            y: log10(lead.numbers.dollars) + shift,
            focus: true,
            outside: false,
            label: {
              name: `${formatRoughDollars(lead.numbers.dollars * unit.tasks)}${unit.behind}`,
              value: `at ${formatCount(found.numbers.tasks)} tasks`,
              place: "near",
              priority: 100
            },
            detail: `With ${formatCount(found.numbers.tasks)} tasks served, ${unit.name} of ${look.name} ${unit.costs} ${told === undefined ? "no number" : dollarsTold(told, unit)} in all.`
          }
        ];
  const ys = curves.flatMap(({points}) => points.map(({y}) => y)).filter(Number.isFinite);
  const [low, high] = ys.length === 0 ? [0, 1] : [Math.min(...ys), Math.max(...ys)];
  const marks = [...curveMarks, ...pays, ...handle];
  const title = "What a task costs in all, by how many are served";
  return {
    id: "tasks",
    title,
    subtitle: plain("Serving, and a share of the training, which shrinks with the tasks it is spread over."),
    description: `${title}: both axes log. ${marks.flatMap((mark) => ("detail" in mark ? [mark.detail] : [])).join(" ")}`,
    metric: `US dollars of ${unit.name}, training included (log axis)`,
    shortMetric: `US dollars of ${unit.name}, training included`,
    x: {
      scale: "log10",
      domain,
      title: plain("Tasks served over the model’s life (log axis)"),
      shortTitle: plain("Tasks served (log axis)"),
      ticks: "power",
      unit: "tasks"
    },
    y: {
      scale: "log10",
      domain: [Math.floor(low - 0.05), Math.ceil(high + 0.05)],
      title: plain(`US dollars of ${unit.name}`),
      shortTitle: plain("US dollars"),
      ticks: "number",
      whole: true
    },
    marks,
    key: [],
    caption:
      "Left, the training decides; right, serving alone. Dashed: hangs on a price or a compute that was placed. The handle sets how many tasks are served.",
    footer: costFooter(scenario, drawn, find),
    ...(curves.length === 0 ? {empty: "No setup has both a serving bill and a training compute"} : {})
  };
}
