import {costAddresses, readCost, writeCost} from "./costAddress.ts";
import {aboutCost, costEvidence} from "./costInputList.ts";
import {kindIn} from "./inputs.ts";
import type {InputKind} from "./inputs.ts";
import type {Quantity} from "./quantity.ts";
import type {Scenario} from "./schema.ts";
import {evidenceIn, isLadderSection, readSection, sectionAddresses, sectionEvidenceIds} from "./sectionAddress.ts";
import {writeSection} from "./sectionAddress.ts";
import {instead, usual} from "./sectionHeadline.ts";
import {aboutSection} from "./sectionInputList.ts";
import {sectionKinds} from "./sectionKinds.ts";
import {provideSections} from "./sections.ts";
import type {SectionInputs} from "./sections.ts";
import {takenSections} from "./takenSections.ts";
import {aroraBounds} from "./thinkingInputs.ts";

const isArora = ({thinking}: Scenario, id: string | undefined): boolean =>
  thinking?.penalties?.some((penalty) => penalty.id === id && penalty.kind === "arora") === true;

function fitted(scenario: Scenario, kind: InputKind, address: string): InputKind {
  const [section, , id] = address.split(".");
  if (kind.quantity === "amount" && section === "reinforcement")
    return {...kind, unit: scenario.reinforcement?.unit ?? ""};
  return kind === sectionKinds.thinkingAlpha && isArora(scenario, id) ? {...kind, bounds: aroraBounds} : kind;
}

function read(scenario: Scenario, address: string): Quantity | undefined {
  const [section, ...rest] = address.split(".");
  if (section === "cost") return readCost(scenario.cost, rest);
  return isLadderSection(section) ? readSection(scenario, address) : undefined;
}

function write(scenario: Scenario, address: string, quantity: Quantity): Scenario {
  const [section, ...rest] = address.split(".");
  const {cost} = scenario;
  if (section === "cost") return cost === undefined ? scenario : {...scenario, cost: writeCost(cost, rest, quantity)};
  return isLadderSection(section) ? writeSection(scenario, address, quantity) : scenario;
}

/** The inputs of every section. */
const inputs: SectionInputs = {
  kindOf: (address) => kindIn(sectionKinds, address),
  fitted,
  read,
  write,
  addresses: (scenario) => [...sectionAddresses(scenario), ...costAddresses(scenario.cost)],
  about: (scenario, address) => {
    const [section] = address.split(".");
    if (section === "cost") return aboutCost(scenario, address);
    return isLadderSection(section) ? aboutSection(scenario, section, address) : undefined;
  },
  evidence: (scenario, section) => {
    if (section === undefined) return [...sectionEvidenceIds(scenario), ...costEvidence(scenario.cost)];
    if (section !== "cost") return evidenceIn(scenario[section]);
    const taken = takenSections(scenario).flatMap((from) => evidenceIn(scenario[from]));
    return [...costEvidence(scenario.cost), ...taken];
  },
  usual,
  instead
};

provideSections(inputs);
