import type {Json} from "./patch.ts";

/**
 * The documents that links say their difference from, by name and fingerprint: `muse-spark.0k2x1ab`.
 *
 * They are copies of shipped scenarios as these were once, and are never changed or taken away: a link keeps opening
 * when the scenario it came from has long been edited. A shipped scenario that has changed since its copy was made has
 * longer links and is otherwise as good; `npm run golden` adds a copy of it as it is now.
 */
export type LinkBases = Readonly<Record<string, Json>>;

/** Loads the copies, which nobody needs before a link is written or read. */
export async function loadLinkBases(): Promise<LinkBases> {
  return (await import("./linkBases.json")).default;
}
