import type {Block, Candidate} from "./block.ts";
import type {Box, Pixel} from "./boxes.ts";
import type {GhostMark, Mark} from "./figure.ts";
import type {Scales} from "./frame.ts";
import type {PlacedMarks} from "./marks.ts";
import type {Frame} from "./placed.ts";
import type {Sizes} from "./textStyle.ts";

/** A label that asks for a place in the plot. */
export interface Ask {
  /** The label’s own id: the mark’s, with an ending where a mark has two. */
  readonly id: string;
  readonly mark: Mark | GhostMark;
  /** What the label moves with. */
  readonly at: Pixel;
  /** Lower is placed first; within a rank the higher priority. */
  readonly rank: number;
  readonly priority: number;
  /** The full text, then shorter ones. */
  readonly variants: () => readonly Block[];
  readonly candidates: (block: Block, placed: ReadonlyMap<string, Box>) => readonly Candidate[];
  /** Places apart from the mark, for when none beside it is cheap. */
  readonly leaders?: (block: Block) => readonly Candidate[];
  /** What each step to a shorter text costs. */
  readonly shorter: number;
  /** Above this price the label is rather left out. */
  readonly worst: number;
}

/** The order in which labels choose their places, by what they are of. */
export const ranks = {threshold: 0, multiple: 1, span: 2, claim: 3, words: 4, focus: 5, remark: 6, rest: 7};

/** All that labels go by. */
export interface AskContext {
  readonly frame: Frame;
  readonly scales: Scales;
  readonly sizes: Sizes;
  readonly marks: PlacedMarks;
  /** Marks whose names stand in the column. */
  readonly inColumn: ReadonlySet<string>;
}
