/** Limits of what a file may hold, so that a page stays quick and a mistake is caught. */
export const limits = {
  fileBytes: 5_000_000,
  models: 2000,
  recipes: 200,
  claims: 100,
  thresholds: 50,
  metrics: 50,
  evidence: 2000,
  nameLength: 120,
  textLength: 4000,
  minDraws: 100,
  maxDraws: 100_000,
  headline: 6,
  formulaLength: 300,
  jointDraws: 20_000,
  runs: 5000
} as const;
