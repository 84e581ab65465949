import type {Thinking} from "../scenario/schema.ts";
import type {ThinkingUncertainty} from "../simulation/thinkingUncertainty.ts";
import {limitsLine} from "./footer.ts";
import type {EvidenceLookup} from "./footer.ts";
import {drawsWords, placedWords} from "./thinkingWords.ts";

/** Sources, papers, draws and assumptions under an exported figure. */
export function thinkingFooter(
  section: Thinking,
  drawn: ThinkingUncertainty | undefined,
  find: EvidenceLookup | undefined
): readonly string[] {
  const ids = (section.index?.runs ?? []).flatMap(({evidence = []}) => evidence);
  const publishers = [
    ...new Set(ids.flatMap((id) => find?.(id) ?? []).map(({source}) => source.publisher ?? source.title))
  ];
  const tokens = publishers.length === 0 ? "" : `Tokens of an index run: ${publishers.slice(0, 4).join("; ")}. `;
  const laws = "Law: Bateman 1910, a chain of two decays. Penalties: arXiv:2501.12599, 2502.04463, 2503.04697.";
  return [`${tokens}${laws} ${placedWords(section)}`, `${drawsWords(drawn)} ${limitsLine}`.trim()];
}
