import type {Scenario} from "../scenario/schema.ts";
import {claimCases} from "../simulation/claims.ts";
import type {ClaimDraws} from "../simulation/claims.ts";
import {caseRow, claimTitle} from "./claimCards.ts";

/** What each claim of a scenario comes to against each of its rivals, a sentence a claim; empty where there is none. */
export function claimsAnswer(scenario: Scenario, drawn: readonly ClaimDraws[] | undefined): string {
  const cases = claimCases(scenario).map((found, i) => ({
    claim: found.claim,
    row: caseRow(scenario, found, drawn?.[i])
  }));
  return scenario.claims
    .flatMap((claim) => {
      const lines = cases
        .filter((found) => found.claim.id === claim.id)
        .map(({row: {against, gain, range, verdict, share}}) => {
          const placed = gain === "no number" ? "" : ` the gain is ${gain}${range === "" ? "" : ` (${range})`},`;
          return `against ${against}${placed} which ${verdict}${share === "" ? "" : ` (${share})`}`;
        });
      return lines.length === 0 ? [] : [`${claimTitle(claim)}: ${lines.join("; ")}.`];
    })
    .join(" ");
}
