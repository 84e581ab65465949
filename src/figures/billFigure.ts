import type {AxisRow, Figure, KeyEntry, Mark, PointMark} from "../chart/figure.ts";
import {log10} from "../numerics/exp.ts";
import {formatCount} from "../scenario/numberText.ts";
import type {Scenario} from "../scenario/schema.ts";
import {costs} from "../simulation/cost.ts";
import type {SetupCost} from "../simulation/cost.ts";
import type {CostUncertainty} from "../simulation/costUncertainty.ts";
import type {Interval} from "../simulation/draws.ts";
import {rowsAxis} from "./axes.ts";
import {costFooter, hasPlacedPrice, leadingSetup, setupLooks} from "./costMarks.ts";
import type {SetupLook} from "./costMarks.ts";
import {dollarsTold, formatDollars, formatRoughDollars, isNarrow, taskUnitOf} from "./costWords.ts";
import type {TaskUnit} from "./costWords.ts";
import type {FigureOptions} from "./ladder.ts";
import {shapes} from "./roles.ts";
import {plain} from "./wording.ts";

/** The id of a setup's mark in the figure of bills. */
export const billMark = (id: string): string => `bill-${id}`;

const exactly = (value: number, unit: TaskUnit): string => dollarsTold({value, interval: null}, unit);

/** Where the number of a bill comes from, in words. */
export function billBasis({setup, bill}: SetupCost, unit: TaskUnit): string {
  if (setup.bill === "hardware") return "computed, on the hardware set";
  if (hasPlacedPrice(setup)) {
    return setup.priceBasis === "later" ? "at a later version’s price: a scenario" : "at an assumed price";
  }
  if (bill?.measured === undefined) return "computed; measured cost not disclosed";
  return bill.agrees === true ? "measured, the same to the cent" : `measured ${exactly(bill.measured, unit)}`;
}

interface Row {
  readonly found: SetupCost;
  readonly row: number;
  readonly look: SetupLook;
  readonly interval: Interval | undefined;
  readonly focus: boolean;
}

/** A bill as a filled point where it was measured, a handle where its price is placed, a ring where it is computed. */
function marksOf({found, row, look, interval, focus}: Row, unit: TaskUnit): readonly Mark[] {
  const {setup, numbers, bill} = found;
  const {role} = look;
  const at = (dollars: number) => log10(dollars * unit.tasks);
  const x = at(numbers.servingDollars);
  if (!Number.isFinite(x)) return [];
  const isPlaced = hasPlacedPrice(setup);
  const wide = interval === undefined || isNarrow(interval) ? undefined : interval;
  const told = dollarsTold({value: numbers.servingDollars, interval: wide ?? null}, unit);
  const base = {id: billMark(setup.id), role, model: setup.model, y: row, focus};
  const detail = `${look.name}: serving ${unit.name} ${told}, ${billBasis(found, unit)}.`;
  const span: readonly Mark[] =
    wide === undefined
      ? []
      : isPlaced || setup.bill === "hardware"
        ? [
            {
              type: "shelf",
              id: `span-${setup.id}`,
              role,
              model: setup.model,
              y: row,
              x1: at(wide.low),
              x2: at(wide.high)
            }
          ]
        : [
            {
              type: "whisker",
              id: `span-${setup.id}`,
              role,
              along: "x",
              at: row,
              low: at(wide.low),
              high: at(wide.high)
            }
          ];
  const words = isPlaced ? (setup.priceBasis === "later" ? "a scenario" : "assumed price") : "";
  const label = {
    name: (wide === undefined ? formatDollars : formatRoughDollars)(numbers.servingDollars * unit.tasks),
    ...(words === "" ? {} : {value: words}),
    place: "near",
    priority: 100 - row
  } as const;
  if (isPlaced) return [...span, {type: "handle", ...base, x, outside: false, label, detail}];
  const point = (x: number, basis: PointMark["basis"]): PointMark => ({
    type: "point",
    ...base,
    x,
    shape: shapes[role],
    basis,
    label,
    detail
  });
  if (bill?.measured === undefined) return [...span, point(x, "forecast")];
  if (bill.agrees === true) return [...span, point(at(bill.measured), "known")];
  const measured = point(at(bill.measured), "known");
  return [
    ...span,
    {
      ...measured,
      id: `measured-${setup.id}`,
      label: {...label, name: formatDollars(bill.measured * unit.tasks), value: "measured"}
    },
    {...point(x, "forecast"), label: {...label, value: "computed"}}
  ];
}

const half = (value: number, round: (value: number) => number): number => round(2 * value) / 2;

interface Kind {
  readonly isShown: (cost: SetupCost) => boolean;
  readonly entry: KeyEntry;
  readonly caption: string;
}

/** The kinds of bills, and what the marks of each say. */
const kinds: readonly Kind[] = [
  {
    isShown: ({bill}) => bill?.measured !== undefined,
    entry: {sample: "known", text: "measured"},
    caption: "Filled: measured."
  },
  {
    isShown: ({setup, bill}) => bill?.measured === undefined && !hasPlacedPrice(setup),
    entry: {sample: "forecast", text: "computed, not measured"},
    caption: "Ring: computed."
  },
  {
    isShown: ({setup}) => hasPlacedPrice(setup),
    entry: {sample: "handle", text: "price placed"},
    caption: "A handle stands at a price that was placed."
  }
];

/** What serving a task costs, a row a setup, on a log axis; undefined where the scenario holds no costs. */
export function billFigure(scenario: Scenario, drawn: CostUncertainty, {find}: FigureOptions = {}): Figure | undefined {
  const found = costs(scenario);
  if (found === undefined) return undefined;
  const looks = setupLooks(scenario);
  const leading = leadingSetup(scenario)?.id;
  const rows = found.setups.map((item, row): Row => ({
    found: item,
    row,
    look: looks.get(item.setup.id) ?? {role: "context", name: item.setup.id, shortName: item.setup.id},
    interval: drawn.setups.get(item.setup.id)?.servingDollars,
    focus: item.setup.id === leading
  }));
  const unit = taskUnitOf(scenario);
  const shown = kinds.filter(({isShown}) => found.setups.some(isShown));
  const marks = rows.flatMap((row) => marksOf(row, unit));
  const ends = [
    ...found.setups.flatMap(({numbers, bill}) => [numbers.servingDollars, bill?.measured ?? NaN]),
    ...rows.flatMap(({interval}) => (interval === undefined ? [] : [interval.low, interval.high]))
  ]
    .filter((value) => value > 0 && value < Infinity)
    .map((dollars) => log10(dollars * unit.tasks));
  const [low, high] = ends.length === 0 ? [0, 1] : [Math.min(...ends), Math.max(...ends)];
  const title = "What serving a task costs";
  const named = ({found: {setup, numbers}, look}: Row): AxisRow => ({
    id: setup.id,
    name: look.name,
    role: look.role,
    ...(Number.isFinite(numbers.input)
      ? {
          note: plain(
            `${formatCount(numbers.input)} read, ${formatCount(numbers.output)} written${numbers.agents === 1 ? "" : `, ${Number(numbers.agents.toPrecision(3))} agents`}${numbers.joiningOutput === 0 ? "" : ", joined"}`
          )
        }
      : {})
  });
  return {
    id: "bills",
    title,
    subtitle: plain(scenario.cost?.task ?? ""),
    description: `${title}. ${marks.flatMap((mark) => ("detail" in mark ? [mark.detail] : [])).join(" ")}`,
    metric: `Serving ${unit.name}: ${scenario.cost?.task ?? ""}`,
    shortMetric: `Serving ${unit.name}, without training`,
    x: {
      scale: "log10",
      domain: [half(low - 0.1, Math.floor), half(high + 0.1, Math.ceil)],
      title: plain(`US dollars of ${unit.name} (log axis)`),
      shortTitle: plain("US dollars (log axis)"),
      ticks: "number"
    },
    y: rowsAxis(rows.map(named)),
    marks,
    key: shown.map(({entry}) => entry),
    caption: [
      ...shown.map(({caption}) => caption),
      ...(marks.some(({type}) => type === "shelf") ? ["A band is a 90 % interval."] : [])
    ].join(" "),
    footer: costFooter(scenario, drawn, find),
    ...(marks.length === 0 ? {empty: "No setup has tokens and a price, or hardware to serve it"} : {})
  };
}
