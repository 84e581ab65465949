import type {About} from "./aboutInput.ts";
import type {InputKind} from "./inputs.ts";
import type {Input} from "./inputList.ts";
import type {Quantity} from "./quantity.ts";
import type {Scenario} from "./schema.ts";
import type {ViewSection} from "./viewInputs.ts";

/**
 * What can be set in the sections beside the training ladder: costs, agents, thinking, reinforcement learning, a plan.
 *
 * It is as much as all else that can be set, and a document without them does without it. Who reads a document has
 * it: see `documentParts.ts`.
 */
export interface SectionInputs {
  /** The row of the table of inputs an address has; undefined where it names none. */
  readonly kindOf: (address: string) => InputKind | undefined;
  /** That row, fitted to what the document says around it. */
  readonly fitted: (scenario: Scenario, kind: InputKind, address: string) => InputKind;
  /** The quantity at an address; undefined where nothing is set there. */
  readonly read: (scenario: Scenario, address: string) => Quantity | undefined;
  /** The scenario with another quantity at an address; one that names nothing changes nothing. */
  readonly write: (scenario: Scenario, address: string, quantity: Quantity) => Scenario;
  /** Every address at which something can be set, in the order of the document. */
  readonly addresses: (scenario: Scenario) => readonly string[];
  /** What an address says about its input, beside its number; undefined where it names none. */
  readonly about: (scenario: Scenario, address: string) => About | undefined;
  /** Every ledger id that one section refers to, or all of them, in the order of the document; ids may repeat. */
  readonly evidence: (scenario: Scenario, section?: ViewSection) => readonly string[];
  /** The few inputs that a section’s view begins with, of those that move something in it. */
  readonly usual: (section: ViewSection, inputs: readonly Input[]) => readonly Input[];
  /** The input that a headline means by an address at which this scenario sets none. */
  readonly instead: (scenario: Scenario, address: string) => readonly Input[];
}

/** What holds of a document without sections. */
const none: SectionInputs = {
  kindOf: () => undefined,
  fitted: (_, kind) => kind,
  read: () => undefined,
  write: (scenario) => scenario,
  addresses: () => [],
  about: () => undefined,
  evidence: () => [],
  usual: () => [],
  instead: () => []
};

let known = none;

/** From here on the inputs of sections are known. */
export const provideSections = (inputs: SectionInputs): void => {
  known = inputs;
};

/** The inputs of sections; those of a document without any, until they are provided. */
export const sections = (): SectionInputs => known;
