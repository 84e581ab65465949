import type {Figure, Panels, Text} from "../chart/figure.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {FigureOptions} from "./ladder.ts";
import type {Uncertainty} from "./view.ts";

/** A cell of a table to be saved; a number that is none is left empty. */
export type Cell = string | number;

/** What a view says first, in a sentence that ends with its verdict, and what stands under it. */
export interface ViewAnswer {
  readonly body: Text;
  /** Set apart by the only emphasis there is; left out where there is no verdict. */
  readonly verdict?: string;
  readonly condition: Text;
}

/** A view that stands on a section of the scenario of its own. */
export interface ViewPart {
  /** Why there is nothing to show, where the section is missing: "the scenario has no section \"agents\"". */
  readonly missing: string;
  /** The intervals of the view, a step at a time, with the fraction done between steps. */
  readonly steps: (scenario: Scenario) => Generator<number, Uncertainty>;
  /** The answer of the view; undefined where the section is missing. */
  readonly answer: (scenario: Scenario, uncertainty: Uncertainty | undefined) => ViewAnswer | undefined;
  /** What the view is exported as; undefined where the section is missing. */
  readonly picture: (
    scenario: Scenario,
    uncertainty: Uncertainty | undefined,
    options: FigureOptions
  ) => Figure | Panels | undefined;
  /** Figures of the page that are in no picture with the others. */
  readonly others?: (
    scenario: Scenario,
    uncertainty: Uncertainty | undefined,
    options: FigureOptions
  ) => readonly (Figure | undefined)[];
  /** What is drawn, as a table with a head; undefined where the section is missing. */
  readonly table: (
    scenario: Scenario,
    uncertainty: Uncertainty | undefined
  ) => readonly (readonly Cell[])[] | undefined;
}

/** Computes at once what is quick enough to need no steps. */
export function* atOnce<T>(compute: () => T): Generator<number, T> {
  return compute();
}
