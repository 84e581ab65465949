import type {Lean} from "./placed.ts";

export interface Rung {
  readonly id: string;
  readonly y: number;
  readonly x1: number;
  readonly x2: number;
}

/** Which neighbours on the page crowd each other: those close in y whose bands also meet in x. */
function crowds(a: Rung, b: Rung, height: number): boolean {
  return Math.abs(a.y - b.y) < 2 * height && Math.min(a.x2, b.x2) > Math.max(a.x1, b.x1);
}

/**
 * The lean of each shelf: of two close ones the upper stands on its rung and the lower hangs from it.
 *
 * In a crowd of three or more the outer two lean away and one between keeps its tint only if there is a gap for it.
 */
export function leansOf(rungs: readonly Rung[], height: number): ReadonlyMap<string, Lean> {
  const sorted = [...rungs].sort((a, b) => a.y - b.y || (a.id < b.id ? -1 : 1));
  const leans = new Map<string, Lean>();
  for (const [i, rung] of sorted.entries()) {
    const above = sorted.slice(0, i).filter((other) => crowds(other, rung, height));
    const below = sorted.slice(i + 1).filter((other) => crowds(other, rung, height));
    const standsClear = above.every(
      (other) => rung.y - other.y >= (leans.get(other.id) === "down" ? 2 : 1) * height + 1
    );
    const hangsClear = below.every((other) => other.y - rung.y >= 2 * height + 1);
    if (above.length === 0) leans.set(rung.id, "up");
    else if (below.length === 0 && !(standsClear && above.length > 1)) leans.set(rung.id, "down");
    else leans.set(rung.id, standsClear ? "up" : hangsClear ? "down" : "none");
  }
  return leans;
}
