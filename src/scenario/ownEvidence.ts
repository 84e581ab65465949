/** Ledger ids of a thing as a whole, or by what they are of: a part of it, or the place of one of its numbers. */
export type EvidenceOf = readonly string[] | Readonly<Record<string, readonly string[] | undefined>> | undefined;

const isList = (evidence: EvidenceOf): evidence is readonly string[] => Array.isArray(evidence);

/**
 * The ids given for the number at a place, such as `law.ceiling`, and for no other.
 *
 * What is given for a thing as a whole, or for a part of it, says nothing of where any one number comes from.
 */
export function evidenceAt(evidence: EvidenceOf, place: string): readonly string[] {
  if (evidence === undefined || isList(evidence) || !Object.hasOwn(evidence, place)) return [];
  return evidence[place] ?? [];
}

/** All of them, in the order of the document. */
export function everyEvidence(evidence: EvidenceOf): readonly string[] {
  if (evidence === undefined || isList(evidence)) return evidence ?? [];
  return Object.values(evidence).flatMap((ids) => ids ?? []);
}

/** The ids behind the gain of a recipe: a plain list of a recipe is of its gain. */
export const gainEvidence = (evidence: EvidenceOf): readonly string[] =>
  isList(evidence) ? evidence : evidenceAt(evidence, "gain");

/** A recipe’s evidence with other ids behind its gain. */
export const withGainEvidence = (evidence: EvidenceOf, ids: readonly string[]): NonNullable<EvidenceOf> =>
  evidence === undefined || isList(evidence) ? ids : {...evidence, gain: ids};
