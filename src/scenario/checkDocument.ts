import {checkScenario} from "./check.ts";
import {evidenceIds, evidenceIndex, loadLedger} from "./ledger.ts";
import type {Ledger} from "./ledger.ts";
import {withoutListed} from "./listedEvidence.ts";
import {describe} from "./messages.ts";
import type {Misfit} from "./misfit.ts";
import {nearest} from "./nearest.ts";
import {loadRarerUnits} from "./rarerUnits.ts";
import {hasFormulas, readFormulas} from "./readFormulas.ts";
import {scenarioSchema, useRarerUnits} from "./schema.ts";
import type {Evidence, Scenario} from "./schema.ts";

/** References to evidence that neither the file nor the ledger has. */
function checkEvidence(scenario: Scenario, ledger: Ledger): Misfit[] {
  const find = evidenceIndex(scenario, ledger);
  const known = [...scenario.evidence.map(({id}) => id), ...ledger.figures.map(({id}) => id)];
  return evidenceIds(scenario)
    .filter((id) => find(id) === undefined)
    .map((id) => {
      const near = nearest(id, known);
      return {
        path: pathOf(scenario, id),
        message: `names no evidence: "${id}"`,
        missing: id,
        hint: near === undefined ? "neither in this file nor in the ledger" : `did you mean "${near}"?`
      };
    });
}

/** Where an evidence id is referred to first. */
function pathOf(value: unknown, id: string, path: Misfit["path"] = []): Misfit["path"] {
  if (value === id) return path;
  if (value === null || typeof value !== "object") return [];
  const entries = Array.isArray(value) ? value.map((item: unknown, i) => [i, item] as const) : Object.entries(value);
  for (const [key, item] of entries) {
    const found = pathOf(item, id, [...path, key]);
    if (found.length > 0) return found;
  }
  return [];
}

/** What the schema makes of a document, with the larger table of units where that is asked for. */
export async function parseDocument(document: unknown): Promise<ReturnType<typeof scenarioSchema.safeParse>> {
  const parsed = scenarioSchema.safeParse(document);
  const needsUnits = parsed.error?.issues.some((issue) => issue.code === "custom" && issue.params?.["needs"]);
  if (!needsUnits) return parsed;
  useRarerUnits(await loadRarerUnits());
  return scenarioSchema.safeParse(document);
}

/** What a document of the current version comes to. */
type Checked =
  | {
      readonly ok: true;
      readonly scenario: Scenario;
      readonly carried: readonly Evidence[];
      readonly warnings: readonly Misfit[];
    }
  | {readonly ok: false; readonly errors: readonly Misfit[]};

/** The scenario with its formulas read, and all that does not fit together in it. */
async function checkWhole(
  document: Scenario,
  ledger: Ledger
): Promise<{readonly scenario: Scenario; readonly misfits: readonly Misfit[]}> {
  let scenario = document;
  let formulas: readonly Misfit[] = [];
  if (hasFormulas(scenario)) {
    const {loadFormulaReader} = await import("./formula.ts");
    ({scenario, misfits: formulas} = readFormulas(scenario, await loadFormulaReader()));
  }
  return {scenario, misfits: [...formulas, ...checkScenario(scenario), ...checkEvidence(scenario, ledger)]};
}

/** A document of the current version: its scenario, or every misfit in it. */
export async function checkDocument(document: unknown): Promise<Checked> {
  const parsed = await parseDocument(document);
  const ledger = await loadLedger();
  if (!parsed.success) {
    const {issues} = parsed.error;
    const {checkFaulty} = await import("./checkFaulty.ts");
    const misfitsOf = async (found: Scenario) => (await checkWhole(found, ledger)).misfits;
    const faults = issues.flatMap((issue) => describe(issue, scenarioSchema, document));
    return {ok: false, errors: [...faults, ...(await checkFaulty(document, issues, parseDocument, misfitsOf))]};
  }
  const {scenario, misfits} = await checkWhole(parsed.data, ledger);
  const errors = misfits.filter(({warning}) => warning !== true);
  if (errors.length > 0) return {ok: false, errors};
  return {ok: true, scenario: withoutListed(scenario, ledger), carried: scenario.evidence, warnings: misfits};
}
