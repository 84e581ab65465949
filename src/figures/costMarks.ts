import {withCommas} from "../scenario/numberText.ts";
import type {Role} from "../chart/figure.ts";
import {setupName} from "../scenario/costInputList.ts";
import type {Cost, Scenario} from "../scenario/schema.ts";
import type {Evidence} from "../scenario/schema.ts";
import {sectionEvidenceIds} from "../scenario/viewInputs.ts";
import type {CostUncertainty} from "../simulation/costUncertainty.ts";
import {limitsLine, publishersOf} from "./footer.ts";
import type {EvidenceLookup} from "./footer.ts";
import {rolesOf} from "./roles.ts";

type Setup = Cost["setups"][number];

/** What a setup looks like: the colour of its model's recipe, its names. */
export interface SetupLook {
  readonly role: Role;
  readonly name: string;
  readonly shortName: string;
}

/** The looks of all setups, by id. */
export function setupLooks(scenario: Scenario): ReadonlyMap<string, SetupLook> {
  const roles = rolesOf(scenario);
  return new Map(
    (scenario.cost?.setups ?? []).map((setup) => {
      const model = scenario.models.find(({id}) => id === setup.model);
      const name = setupName(scenario, setup);
      const role = roles.get(model?.recipe ?? "") ?? "context";
      return [setup.id, {role, name, shortName: setup.name ?? model?.short ?? name}];
    })
  );
}

/** Its price is nobody's list: of a later version, or assumed. */
export const hasPlacedPrice = ({bill, inputPrice, priceBasis}: Setup): boolean =>
  bill === "price" && inputPrice !== undefined && priceBasis !== "listed";

/** The setup whose cost the answer is about: where the pipeline leads, else the subject's, else the first. */
export function leadingSetup({cost, view}: Scenario): Setup | undefined {
  const setups = cost?.setups ?? [];
  return (
    setups.find(({id}) => id === cost?.pipeline?.to) ?? setups.find(({model}) => model === view.subject) ?? setups[0]
  );
}

/** The sources and assumptions under an exported figure of costs. */
export function costFooter(
  scenario: Scenario,
  {draws}: CostUncertainty,
  find: EvidenceLookup | undefined
): readonly string[] {
  const found = (ids: readonly string[]): readonly Evidence[] => ids.flatMap((id) => find?.(id) ?? []);
  const ofCosts = publishersOf("Tokens, prices, hardware", found(sectionEvidenceIds(scenario, "cost")));
  const ofModels = publishersOf(
    "Training compute",
    found(scenario.models.flatMap(({evidence}) => evidence?.compute ?? []))
  );
  const sources = [ofCosts, ofModels].filter(Boolean).join(" ");
  const drawn = draws === 0 ? "" : `90 % intervals from ${withCommas(draws)} draws, seed ${scenario.uncertainty.seed}.`;
  const placed = scenario.models.some(({basis}) => basis === "placed")
    ? "Not disclosed, so placed: bands and handles."
    : "";
  const method = [drawn, placed, limitsLine].filter(Boolean).join(" ");
  return [sources, method].filter(Boolean);
}
