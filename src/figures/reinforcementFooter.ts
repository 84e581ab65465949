import {withCommas} from "../scenario/numberText.ts";
import type {Reinforcement} from "../scenario/schema.ts";
import {evidenceIn} from "../scenario/sectionAddress.ts";
import type {ReinforcementUncertainty} from "../simulation/reinforcementUncertainty.ts";
import type {EvidenceLookup} from "./footer.ts";
import {limitsLine} from "./footer.ts";
import {basisOf} from "./reinforcementWords.ts";

/** How many draws the intervals are of: those that were made. */
export const drawsWords = ({draws, seed}: Pick<ReinforcementUncertainty, "draws" | "seed">): string =>
  `90 % intervals from ${withCommas(draws)} draws, seed ${seed}`;

/** Laws, sources and assumptions under the figures. */
export function reinforcementFooter(
  section: Reinforcement,
  drawn: ReinforcementUncertainty | undefined,
  find: EvidenceLookup | undefined
): readonly string[] {
  const entries = [...new Set(evidenceIn(section))].flatMap((id) => find?.(id) ?? []);
  const stated = entries.filter(({kind}) => kind !== "undisclosed");
  const publishers = [...new Set(stated.map(({source}) => source.publisher ?? source.title))];
  const sources = publishers.length === 0 ? "" : ` Sources: ${publishers.slice(0, 4).join("; ")}.`;
  const placed =
    basisOf(section) === "placed" ? " Not disclosed, so placed: curves, handle and what training does to success." : "";
  const draws = drawn === undefined ? "" : `${drawsWords(drawn)}. `;
  const fit = drawn?.fit === undefined ? "" : `Fit: ${withCommas(drawn.fit.draws)} bootstrap draws over points. `;
  return [
    `Sigmoid: Khatri et al. 2025, arXiv:2510.13786. pass@k: Brown et al. 2024, arXiv:2407.21787, over Beta(a, b).${sources}`,
    `${draws}${fit}${placed.trim()} ${limitsLine}`.trim()
  ];
}
