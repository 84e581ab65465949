import type {LadderFit} from "../../simulation/fits.ts";
import type {RunsEdit} from "../../scenario/editRuns.ts";
import type {Runs, Scenario} from "../../scenario/schema.ts";
import type {Model} from "../model.ts";

/** What each part of the controls of a fit is given. */
export interface PartProps {
  readonly model: Model;
  readonly runs: Runs;
  readonly fit: LadderFit;
  readonly edit: (change: (scenario: Scenario) => RunsEdit) => void;
}
