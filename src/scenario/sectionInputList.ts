import {inputKindOf} from "./inputs.ts";
import type {About} from "./aboutInput.ts";
import type {InputGroup} from "./inputList.ts";
import type {Scenario} from "./schema.ts";
import {itemName, sectionEvidence} from "./sectionAddress.ts";
import type {LadderSection} from "./sectionAddress.ts";

const groups: Readonly<Record<LadderSection, InputGroup>> = {
  agents: "Agents",
  thinking: "Thinking",
  reinforcement: "Reinforcement learning",
  plan: "Ladder plan"
};

/** What an address of one of the ladders beside training says about its input, beside its number. */
export function aboutSection(scenario: Scenario, section: LadderSection, address: string): About {
  const word = inputKindOf(address)?.label ?? address;
  const of = itemName(scenario, address);
  return {
    label: of === undefined ? `${word.slice(0, 1).toUpperCase()}${word.slice(1)}` : `${of}, ${word}`,
    step: of === undefined ? word : `${word} of ${of}`,
    group: groups[section],
    evidence: sectionEvidence(scenario, address),
    placed: (scenario[section]?.basis ?? "placed") === "placed"
  };
}
