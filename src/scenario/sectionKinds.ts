import {agentsInputs} from "./agentsInputs.ts";
import {costInputs} from "./costInputs.ts";
import type {InputKind} from "./inputs.ts";
import {planInputs} from "./planInputs.ts";
import {reinforcementInputs} from "./reinforcementInputs.ts";
import {thinkingInputs} from "./thinkingInputs.ts";

/** What a person can set in the sections beside the training ladder: the further rows of the table of inputs. */
export const sectionKinds = {
  ...costInputs,
  ...agentsInputs,
  ...thinkingInputs,
  ...reinforcementInputs,
  ...planInputs
} as const satisfies Record<string, InputKind>;
