import {evidenceAt} from "./ownEvidence.ts";
import type {EvidenceOf} from "./ownEvidence.ts";

/** The parts that a setup’s sources may be given for, and the numbers of each. */
const parts = {
  tokens: ["input", "output"],
  price: ["inputPrice", "outputPrice"],
  training: ["chips", "hours"],
  latency: ["firstToken", "pace"],
  agents: [],
  parameters: []
} as const satisfies Record<string, readonly string[]>;

/** Ledger ids behind a part of a setup: those given for it, and those of its numbers; without repeats. */
export const partEvidence = (evidence: EvidenceOf, part: keyof typeof parts): readonly string[] => [
  ...new Set([part, ...parts[part]].flatMap((key) => evidenceAt(evidence, key)))
];
