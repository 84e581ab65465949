import type {Opening} from "./model.ts";

/** What the page knows before any script runs; `.config/pageParts.ts` puts the value here when the page is built. */
export declare const opening: Opening;
