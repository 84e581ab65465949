/** Units of time that the small table in units.ts does not hold: weeks, months, years, decades and so on. */
export interface RarerUnits {
  /** The length of one such unit in seconds; undefined for a word that is no unit of time. */
  readonly seconds: (unit: string) => number | undefined;
}

/**
 * The rarer units, by mathjs, which is fetched on the first call: it is large, and few people write "H100-weeks".
 *
 * A word is looked up, never evaluated, and only if it consists of the letters a to z. A year is 365.25 days and a
 * month a twelfth of it.
 */
export async function loadRarerUnits(): Promise<RarerUnits> {
  const {create, unitDependencies} = await import("mathjs");
  // the declarations hold every collection of factories for possibly undefined; this one is part of mathjs
  const {unit: makeUnit} = create(unitDependencies ?? {});
  return {
    seconds(unit) {
      if (!/^[a-z]+$/i.test(unit)) return undefined;
      if (/^fortnights?$/i.test(unit)) return makeUnit(2, "weeks").toNumber("seconds");
      try {
        return makeUnit(1, unit).toNumber("seconds");
      } catch {
        // mathjs throws for a word it does not know or that is no time, and has no other way of asking
        return undefined;
      }
    }
  };
}
