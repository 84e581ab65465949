/** Accuracy at a length of thought, as published. */
export interface ThinkingPoint {
  /** Length of thought, in the unit of the series. */
  readonly length: number;
  /** Fraction of problems solved. */
  readonly accuracy: number;
}

/** Points of one study; they compare with each other alone. */
export interface ThinkingSeries {
  readonly name: string;
  readonly unit: "times the first budget" | "tokens";
  readonly source: string;
  /** Ids of the ledger’s entries, point by point. */
  readonly evidence: readonly string[];
  readonly points: readonly ThinkingPoint[];
}

/**
 * s1-32B on AIME 2024 with its budget of thought forced up: rising to 6 times, flat or in loops beyond.
 *
 * As the ledger relays them, one step from the paper.
 *
 * @see Muennighoff et al. 2025, arXiv:2501.19393, on budget forcing
 */
export const muennighoff2025s1: ThinkingSeries = {
  name: "s1 on AIME 2024, budget forcing",
  unit: "times the first budget",
  source: "arXiv:2501.19393",
  evidence: ["s1-budget-1x", "s1-budget-2x", "s1-budget-4x", "s1-budget-6x"],
  points: [
    {length: 1, accuracy: 0.5},
    {length: 2, accuracy: 0.533},
    {length: 4, accuracy: 0.55},
    {length: 6, accuracy: 0.567}
  ]
};

/**
 * A 32B distilled reasoning model on AIME, whose accuracy falls past its peak.
 *
 * As the ledger relays them, one step from the paper.
 *
 * @see “When More Thinking Hurts” 2026, arXiv:2604.10739
 */
export const overthinking2026: ThinkingSeries = {
  name: "R1-32B on AIME, past its peak",
  unit: "tokens",
  source: "arXiv:2604.10739",
  evidence: ["overthinking-peak", "overthinking-16k"],
  points: [
    {length: 12000, accuracy: 0.558},
    {length: 16000, accuracy: 0.549}
  ]
};
