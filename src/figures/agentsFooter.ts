import {withCommas} from "../scenario/numberText.ts";
import type {Agents} from "../scenario/schema.ts";
import type {AgentsUncertainty} from "../simulation/agentsUncertainty.ts";
import {withoutValue} from "./agentsPoints.ts";
import {limitsLine} from "./footer.ts";
import type {EvidenceLookup} from "./footer.ts";

/** Whose agents, where the points come from, and how the bands were drawn, under an exported figure. */
export function agentsFooter(
  section: Agents,
  drawn: AgentsUncertainty | undefined,
  find: EvidenceLookup | undefined
): readonly string[] {
  const {name, points = [], note} = section;
  const sources = new Set(
    points
      .flatMap(({evidence = []}) => evidence)
      .flatMap((id) => {
        const entry = find?.(id);
        return entry === undefined || entry.kind === "undisclosed"
          ? []
          : [entry.source.publisher ?? entry.source.title];
      })
  );
  const without = withoutValue(section);
  const listed = [...sources, ...(without === undefined ? [] : [without])].join("; ");
  const from = listed === "" ? "" : ` Points: ${listed}.`;
  const bands = drawn === undefined ? "" : `90 % intervals from ${withCommas(drawn.draws)} draws, seed ${drawn.seed}. `;
  return [
    `${name === undefined ? "" : `${name}.`}${from}${note === undefined ? "" : ` ${note}`}`.trim(),
    `${bands}${limitsLine}`
  ].filter(Boolean);
}
