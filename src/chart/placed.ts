import type {Box, Pixel} from "./boxes.ts";
import type {
  Axis,
  BandMark,
  BarMark,
  BracketMark,
  ClaimMark,
  CloudMark,
  CurveMark,
  GhostMark,
  HandleMark,
  KeyEntry,
  MarkType,
  PointMark,
  Position,
  Role,
  RuleMark,
  RungMark,
  ShelfMark,
  SpanMark,
  ThresholdMark,
  Trust,
  WhiskerMark
} from "./figure.ts";
import type {PlacedRow} from "./rows.ts";
import type {PlacedText} from "./text.ts";
import type {Token} from "./theme.ts";

/** `export` carries title, second line and footer; `page` leaves them to the page around it. */
export type Chrome = "page" | "export";

export interface View {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Axes, their texts and the texts around the plot: what stays while marks move. */
export interface Frame {
  /** What the frame was made from, to know it again. */
  readonly made: string;
  readonly plot: Box;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly isPhone: boolean;
  /** Where the right column begins; undefined without one. */
  readonly column?: {
    readonly x: number;
    readonly width: number;
    readonly top: number;
    readonly bottom: number;
    /** Whether there is room for lines under the names. */
    readonly hasLines: boolean;
  };
  /** Heights of the labelled grid lines, axis units. */
  readonly yTicks: readonly number[];
  readonly grid: string;
  readonly baseline: string;
  readonly tickLines: string;
  readonly texts: readonly PlacedText[];
  /** The names of rows, where the y axis has rows, over their bars or beside them, and the key over all. */
  readonly rows?: readonly PlacedRow[];
  readonly namesOver: boolean;
  readonly legend?: PlacedKey;
}

interface PlacedBase {
  readonly id: string;
  readonly role: Role;
  readonly model?: string;
}

export interface PlacedThreshold extends PlacedBase {
  readonly mark: ThresholdMark;
  readonly x: number;
}

export interface PlacedBand extends PlacedBase {
  readonly mark: BandMark;
  readonly d: string;
}

export interface PlacedCurve extends PlacedBase {
  readonly mark: CurveMark;
  /** `visible` is what shows of a piece, left to right, for labels to keep clear of. */
  readonly pieces: readonly {readonly trust: Trust; readonly d: string; readonly visible: readonly Pixel[]}[];
}

export interface PlacedRung extends PlacedBase {
  readonly mark: RungMark;
  readonly y: number;
  readonly x1: number;
  readonly x2: number;
}

/** Whether the tint stands on its rung or hangs from it; in a crowd the middle one has none until it is active. */
export type Lean = "up" | "down" | "none";

export interface PlacedShelf extends PlacedBase {
  readonly mark: ShelfMark;
  readonly y: number;
  readonly x1: number;
  readonly x2: number;
  readonly height: number;
  readonly lean: Lean;
}

export interface PlacedWhisker extends PlacedBase {
  readonly mark: WhiskerMark;
  readonly d: string;
  readonly box: Box;
}

/** Which ends the edge of the plot cuts off: nothing ends there. */
export interface Cut {
  readonly left: boolean;
  readonly right: boolean;
}

export interface PlacedClaim extends PlacedBase {
  readonly mark: ClaimMark;
  readonly cut: Cut;
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
}

export interface PlacedSpan extends PlacedBase {
  readonly mark: SpanMark;
  readonly cut: Cut;
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly height: number;
}

export interface PlacedBracket extends PlacedBase {
  readonly mark: BracketMark;
  readonly d: string;
  readonly cross: Pixel;
  readonly box: Box;
}

export interface PlacedPoint extends PlacedBase {
  readonly mark: PointMark;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface PlacedCloud extends PlacedBase {
  readonly mark: CloudMark;
  readonly d: string;
  /** Where each point shows, for labels to keep clear of. */
  readonly places: readonly Pixel[];
}

export interface PlacedHandle extends PlacedBase {
  readonly mark: HandleMark;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A curve’s line or a bar’s outline as it was, or the outline of a place with an arrow to where it is now. */
export interface PlacedGhost {
  readonly id: string;
  readonly mark: GhostMark;
  readonly d: string;
  /** Empty where there is none, or where the two are too near. */
  readonly arrow: string;
  /** What shows of a curve, left to right; empty for a place. */
  readonly visible: readonly Pixel[];
  /** A place and its radius; undefined for a curve. */
  readonly at: (Pixel & {readonly radius: number}) | undefined;
}

export interface PlacedRule extends PlacedBase {
  readonly mark: RuleMark;
  /** y of a level line, x of an upright one. */
  readonly at: number;
}

export interface PlacedBar extends PlacedBase {
  readonly mark: BarMark;
  /** Left and right end, cut to the plot, and the upper edge. */
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly height: number;
  /** What the mark says of itself, as XML takes it. */
  readonly title: string;
  readonly labels: readonly PlacedText[];
  /** The line to the next row’s bar; empty where none is tied to it. */
  readonly tie: string;
}

/** The text beside a mark, with the line that ties it to the mark where it stands apart. */
export interface PlacedLabel extends PlacedBase {
  readonly texts: readonly PlacedText[];
  readonly leader?: {readonly d: string; readonly color: Token; readonly isDotted: boolean};
}

/** How a label was placed relative to its mark, so that it can follow the mark while it is dragged. */
export interface Choice {
  readonly variant: number;
  readonly dx: number;
  readonly dy: number;
  readonly anchor: PlacedText["anchor"];
  readonly leader?: readonly [number, number, number, number];
}

export interface PlacedKey {
  readonly entries: readonly {
    readonly sample: KeyEntry["sample"];
    readonly role?: KeyEntry["role"];
    readonly x: number;
    readonly y: number;
    readonly text: PlacedText;
  }[];
  readonly box: Box;
}

/** Something a pointer can take hold of or a key can move to. */
export interface Hit {
  readonly id: string;
  readonly model?: string;
  readonly role: Role;
  readonly type: Extract<MarkType, "point" | "handle" | "bar">;
  readonly focus: boolean;
  readonly x: number;
  readonly y: number;
  /** Reach of a pointer, px. */
  readonly radius: number;
  /** What a bar covers of its row, instead of a reach around a place. */
  readonly box?: Box;
  /** Where it stands, axis units. */
  readonly position: Position;
  readonly detail: string;
}

/** A figure with a place in px for everything in it. */
export interface PlacedFigure {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly chrome: Chrome;
  readonly title: string;
  readonly description: string;
  readonly axes: {readonly x: Axis; readonly y: Axis};
  readonly frame: Frame;
  readonly plot: Box;
  readonly thresholds: readonly PlacedThreshold[];
  readonly bands: readonly PlacedBand[];
  readonly curves: readonly PlacedCurve[];
  readonly rungs: readonly PlacedRung[];
  readonly shelves: readonly PlacedShelf[];
  readonly whiskers: readonly PlacedWhisker[];
  readonly claims: readonly PlacedClaim[];
  readonly spans: readonly PlacedSpan[];
  readonly brackets: readonly PlacedBracket[];
  readonly points: readonly PlacedPoint[];
  readonly clouds: readonly PlacedCloud[];
  readonly handles: readonly PlacedHandle[];
  readonly rules: readonly PlacedRule[];
  readonly bars: readonly PlacedBar[];
  /** Left out where nothing is compared. */
  readonly ghosts?: readonly PlacedGhost[];
  readonly labels: readonly PlacedLabel[];
  /** Undefined where there was no room: the caption under the figure then has to say it. */
  readonly key: PlacedKey | undefined;
  readonly empty: PlacedText | undefined;
  readonly hits: readonly Hit[];
  readonly choices: ReadonlyMap<string, Choice | undefined>;
  /** Axis units to px and back. */
  readonly toX: (value: number) => number;
  readonly toY: (value: number) => number;
  readonly fromX: (pixel: number) => number;
  readonly fromY: (pixel: number) => number;
}
