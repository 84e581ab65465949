import type {Scenario} from "../scenario/schema.ts";

type Check = (before: Scenario, after: Scenario) => string | undefined;

let check: Check | undefined;

/** Sections are checked from when the first view of one is loaded: before that, nothing of them can be set. */
export const checkSectionsBy = (sectionFault: Check): void => {
  check = sectionFault;
};

/** Why a section would no longer fit together after a change; undefined where it would, or nothing of one can be set yet. */
export const sectionFault: Check = (before, after) => check?.(before, after);
