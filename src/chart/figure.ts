/**
 * What a figure shows, in data units: no pixels, no colours, no scaling laws.
 *
 * Positions on a log axis are log10 of the quantity already, so that nothing in the chart takes a logarithm.
 * `figures/` writes these values, `chart/` places and draws them.
 */

/** Whose mark it is. Colour means a recipe or its maker and nothing else: the rest is slate or ink. */
export type Role = "reference" | "subject" | "rival1" | "rival2" | "rival3" | "context" | "ink";

/** A stretch of text; `sup` sets it as an exponent. */
export interface Run {
  readonly text: string;
  readonly sup?: true;
}

/** A line of text as runs, in reading order. */
export type Text = readonly Run[];

/** A category on the y axis, named left of its row; on a phone above it. */
export interface AxisRow {
  /** Known to the page by this; the rows’ places in the list where left out. */
  readonly id?: string;
  readonly name: string;
  /** A second line in slate, as the interval of an input. */
  readonly note?: Text;
  /** The colour of the name; plain text where left out. */
  readonly role?: Role;
}

export interface Axis {
  readonly scale: "log10" | "linear";
  /** What the axis shows at first, in axis units (log10 on a log axis); low < high. */
  readonly domain: readonly [number, number];
  /** The title, and its form where space is short. */
  readonly title: Text;
  readonly shortTitle: Text;
  /**
   * How ticks read: 10 with an exponent, 3×, or a plain number with `digits` decimals; `doubling`, on a log axis, are
   * whole numbers at 1, 2, 4, 8 …
   */
  readonly ticks: "power" | "multiplier" | "number" | "doubling";
  readonly digits?: number;
  /** Written behind a value where it stands alone, as beside a handle on its way: "FLOP". */
  readonly unit?: string;
  /**
   * On the y axis: categories from the top down instead of a scale, row i centred at y = i.
   *
   * The domain is then [-0.5, n - 0.5], drawn downwards, with neither ticks nor grid of its own.
   */
  readonly rows?: readonly AxisRow[];
  /** On the y axis: shown whole on a phone too, where else it shows no more than its points and handles need. */
  readonly whole?: true;
}

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** A name beside a mark. */
export interface Label {
  readonly name: string;
  /** The name where space is short: "Opus 4.6". */
  readonly shortName?: string;
  /** Set behind the name in slate: the score, as written for readers. */
  readonly value?: string;
  /** `column`: right of the plot, tied by a leader. `near`: beside the mark where there is room. */
  readonly place: "column" | "near";
  /** Higher is placed first; a label without room is left out, the lowest first. */
  readonly priority: number;
  /** The answer speaks of it: where space is short, placed with those in focus. */
  readonly isMain?: true;
  /** The value is worth a place apart, tied by a line; left out, a name without it at the mark is as good. */
  readonly keepsValue?: true;
  /** Stands for the name where that finds no place: "3", told in the caption. Such marks stand in a crowd. */
  readonly tag?: string;
  /** Further lines under the name, in slate. */
  readonly lines?: readonly Text[];
}

interface MarkBase {
  /** Unique in the figure. */
  readonly id: string;
  readonly role: Role;
  /** The model the mark stands for, where it stands for one. */
  readonly model?: string;
}

/** A vertical line at a regulatory threshold. */
export interface ThresholdMark extends MarkBase {
  readonly type: "threshold";
  readonly x: number;
  readonly name: Text;
  readonly shortName: Text;
}

/** A 90 % band around a curve. */
export interface BandMark extends MarkBase {
  readonly type: "band";
  readonly points: readonly {readonly x: number; readonly low: number; readonly high: number}[];
  /** Shown only while its recipe is hovered, focused or dragged. */
  readonly onlyActive?: boolean;
}

/** Solid near a known run, dashed near a run the reader placed, dotted where it reaches beyond both. */
export type Trust = "known" | "placed" | "beyond";

export interface CurveMark extends MarkBase {
  readonly type: "curve";
  readonly pieces: readonly {readonly trust: Trust; readonly points: readonly Position[]}[];
  /** `main`: a recipe's whole curve. `minor`: the stretch of a rival's curve that a bracket needs. */
  readonly weight: "main" | "minor";
  /** How its dashes run where it is dashed, to tell it from others of its colour. */
  readonly dash?: "long" | "short" | "dash-dot";
  /** Named at its right end. */
  readonly label?: Label;
}

/** The line of equal score through a model, from the left axis to x2 (the right axis when left out). */
export interface RungMark extends MarkBase {
  readonly type: "rung";
  readonly y: number;
  readonly x2?: number;
}

/** A band nobody stated: compute that was not disclosed. */
export interface ShelfMark extends MarkBase {
  readonly type: "shelf";
  readonly y: number;
  readonly x1: number;
  readonly x2: number;
}

/** An interval somebody stated, along x at y, or along y at x. */
export interface WhiskerMark extends MarkBase {
  readonly type: "whisker";
  readonly along: "x" | "y";
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

/** A claim on another metric: a dashed bracket from x1 to x2 at the rung it is read at. */
export interface ClaimMark extends MarkBase {
  readonly type: "claim";
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  /** The side without a bound. */
  readonly open?: "left" | "right";
  readonly title: Text;
  readonly note: Text;
  readonly shortTitle: Text;
  readonly shortNote: Text;
}

/** A claimed span turned round: where the subject would have to stand, hatched, on its rung. */
export interface SpanMark extends MarkBase {
  readonly type: "span";
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly title: Text;
  readonly note: Text;
  readonly shortTitle: Text;
  /** The subject stands inside. */
  readonly met: boolean;
}

/** The multiplier between two places on one rung, or the points between two at one compute. */
export interface BracketMark extends MarkBase {
  readonly type: "bracket";
  readonly along: "x" | "y";
  /** Where it starts, at the subject, and where it ends, at the rival's curve. */
  readonly from: Position;
  readonly to: Position;
  readonly value: Text;
  readonly note: Text;
  /** The words where there is no room for all of them. */
  readonly shortNote?: Text;
  /** Whose curve is met at `to`; drawn as a cross. Left out where nothing is met. */
  readonly cross?: Role;
}

export interface PointMark extends MarkBase {
  readonly type: "point";
  readonly x: number;
  readonly y: number;
  readonly shape: "circle" | "square" | "diamond" | "triangle";
  /**
   * `known`: size and tokens published, or a run that was made. `estimate`: a third party's estimate. `left-out`: a run
   * that takes no part in a fit. `forecast`: what a law says, not a run.
   */
  readonly basis: "known" | "estimate" | "left-out" | "forecast";
  readonly focus: boolean;
  /** The score itself is estimated: a dashed vertical. */
  readonly scoreEstimated?: boolean;
  readonly label?: Label;
  /** Full sentence for hover, focus and screen readers. */
  readonly detail: string;
}

/** Points too many for an element each: one path, one look, nothing to take hold of. */
export interface CloudMark extends MarkBase {
  readonly type: "cloud";
  readonly points: readonly Position[];
  readonly shape: PointMark["shape"];
  readonly basis: "known" | "left-out" | "forecast";
}

/** A place the reader chose: hollow and movable. */
export interface HandleMark extends MarkBase {
  readonly type: "handle";
  readonly x: number;
  readonly y: number;
  readonly focus: boolean;
  /** Outside the interval that was set for it. */
  readonly outside: boolean;
  readonly label?: Label;
  readonly detail: string;
}

/** A remark in the plot, its first line bold. */
export interface NoteMark extends MarkBase {
  readonly type: "note";
  readonly x: number;
  readonly y: number;
  readonly title: Text;
  readonly note: Text;
}

/** A line of reference across the whole plot, named at its end inside the plot. */
export interface RuleMark extends MarkBase {
  readonly type: "rule";
  /** `x`: level, at a value of y. `y`: upright, at a value of x. */
  readonly along: "x" | "y";
  readonly at: number;
  readonly name?: Text;
  readonly dashed?: boolean;
}

/**
 * A bar on a row of the y axis, from x1 to x2 in either direction.
 *
 * `low` and `high` are the two halves of a row of a tornado: x1 is the central value, x2 the end. `part` is a step
 * of a waterfall, x1 where it starts and x2 where it leads; the next row is tied to it by a thin line where that
 * starts or ends at its x2. `total` is what the steps come to.
 */
export interface BarMark extends MarkBase {
  readonly type: "bar";
  /** Which row of the y axis, from 0 at the top. */
  readonly row: number;
  readonly x1: number;
  readonly x2: number;
  readonly emphasis: "low" | "high" | "total" | "part";
  /** Written outside the bar beside x1 and beside x2. */
  readonly startLabel?: Text;
  readonly endLabel?: Text;
  /** Full sentence for hover, focus and screen readers. */
  readonly detail: string;
}

export type Mark =
  | ThresholdMark
  | BandMark
  | CurveMark
  | RungMark
  | ShelfMark
  | WhiskerMark
  | ClaimMark
  | SpanMark
  | BracketMark
  | PointMark
  | CloudMark
  | HandleMark
  | NoteMark
  | RuleMark
  | BarMark;

export type MarkType = Mark["type"];

/** Where a mark stood in a scenario that is compared with: a curve, place, bar or interval; in no export. */
export interface GhostMark {
  readonly id: string;
  readonly role: Role;
  readonly model?: string;
  /** A line of them, or the one place. */
  readonly points: readonly Position[];
  /** The points are the two ends of a bar on its row. */
  readonly isBar?: true;
  /** The points are the two ends of an interval, along either axis. */
  readonly isSpan?: true;
  /** The points are the two ends of a level bracket. */
  readonly isBracket?: true;
  /** A place in focus is as large as a handle. */
  readonly focus?: boolean;
  /** Where the place stands now, to which an arrow leads. */
  readonly to?: Position;
  /** Asks for its words beside it: "before", and the value that is another now. */
  readonly isNamed: boolean;
}

/** One line of the key: a sample and its meaning. */
export interface KeyEntry {
  readonly sample:
    "known" | "estimate" | "left-out" | "forecast" | "handle" | "beyond" | "placed" | "band" | "low" | "high";
  readonly text: string;
  readonly shortText?: string;
  /** Whose colour a sample wears; left out, `high` is ink and the others slate. */
  readonly role?: Role;
}

export interface Figure {
  /** Prefix of the ids in the SVG; letters, digits and hyphens. */
  readonly id: string;
  /** The answer in a few words; the title of an exported figure. */
  readonly title: string;
  readonly subtitle: Text;
  /** For screen readers: what the axes are and what stands out. */
  readonly description: string;
  /** Name, version and date of what the vertical axis measures; stands above the axis. */
  readonly metric: string;
  readonly shortMetric: string;
  /** What it measures, where `metric` says numbers of the scenario too: ghosts stand where this is the same. */
  readonly space?: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly marks: readonly Mark[];
  readonly ghosts?: readonly GhostMark[];
  readonly key: readonly KeyEntry[];
  /** What a phone says under the figure instead of in it. */
  readonly caption: string;
  /** Sources, licences and the address of what is wrong with the model; a line each. */
  readonly footer: readonly string[];
  /** Said in the middle of an empty plot. */
  readonly empty?: string;
}

/** Several figures in one picture: side by side where it is wide, else one under another. */
export interface Panels {
  /** Prefix of the ids in the SVG; letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: Text;
  readonly description: string;
  readonly caption: string;
  readonly footer: readonly string[];
  /**
   * Left to right or top to bottom, each headed by its metric; titles, second lines and footers of their own are not
   * shown. `weight` is a panel’s share of the width, 1 where left out; one under another they share the height by what
   * they hold.
   */
  readonly panels: readonly {readonly figure: Figure; readonly weight?: number}[];
}
