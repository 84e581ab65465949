import type {Scenario} from "../scenario/schema.ts";

/** Computes a scenario’s numbers once and gives them again: a scenario never changes, and figure, words and table all ask. */
export function oncePerScenario<T>(compute: (scenario: Scenario) => T): (scenario: Scenario) => T {
  const known = new WeakMap<Scenario, {readonly found: T}>();
  return (scenario) => {
    const before = known.get(scenario);
    if (before !== undefined) return before.found;
    const found = compute(scenario);
    known.set(scenario, {found});
    return found;
  };
}
