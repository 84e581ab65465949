import {evidenceIndex} from "./ledger.ts";
import type {Ledger} from "./ledger.ts";
import {evidenceSchema} from "./schema.ts";
import type {Evidence, Scenario} from "./schema.ts";

/** An entry as text, its keys in the order of the schema. */
const textOf = (entry: Evidence): string => JSON.stringify(evidenceSchema.parse(entry));

/**
 * The scenario without the evidence that says what the ledger says: a file that travels carries it, and is still the
 * file it was made from. What says otherwise, or what the ledger does not have, stays.
 */
export function withoutListed(scenario: Scenario, ledger: Ledger): Scenario {
  if (scenario.evidence.length === 0) return scenario;
  const listed = evidenceIndex({...scenario, evidence: []}, ledger);
  const own = scenario.evidence.filter((entry) => {
    const known = listed(entry.id);
    return known === undefined || textOf(known) !== textOf(entry);
  });
  return own.length === scenario.evidence.length ? scenario : {...scenario, evidence: own};
}
