import {contains} from "./boxes.ts";
import type {Role} from "./figure.ts";
import type {Hit, PlacedFigure} from "./placed.ts";

/** The model that is hovered, focused or dragged, and the recipe it belongs to. */
export interface Active {
  readonly model: string;
  readonly role: Role;
}

interface Owned {
  readonly id: string;
  readonly role: Role;
  readonly model?: string;
}

/** One object for each model, so that components can compare it by reference. */
const actives = new Map<string, Active>();

export function activeOf({hits}: PlacedFigure, model: string | undefined): Active | undefined {
  const hit = model === undefined ? undefined : hits.find((item) => item.model === model || item.id === model);
  if (hit === undefined) return undefined;
  const name = `${hit.role} ${hit.model ?? hit.id}`;
  const known = actives.get(name);
  if (known) return known;
  const active = {model: hit.model ?? hit.id, role: hit.role};
  actives.set(name, active);
  return active;
}

/** Whether a mark steps back: it belongs to a model or recipe other than the active one. */
function isFaded({id, role, model}: Owned, active: Active | undefined): boolean {
  if (active === undefined) return false;
  if (model !== undefined) return model !== active.model && id !== active.model;
  return role !== "ink" && role !== "context" && role !== active.role;
}

/** Whether a mark belongs to the active model or its recipe. */
export function isActive({role, model}: Owned, active: Active | undefined): boolean {
  if (active === undefined) return false;
  return model === undefined ? role !== "context" && role === active.role : model === active.model;
}

/** What the page finds a mark by; `data-faded` is there only while the mark steps back. */
export function dataOf(owned: Owned, active: Active | undefined): Record<`data-${string}`, string | undefined> {
  return {
    "data-id": owned.id,
    "data-model": owned.model || undefined,
    "data-role": owned.role,
    "data-faded": isFaded(owned, active) ? "true" : undefined
  };
}

const rank: Partial<Record<Role, number>> = {subject: 0, rival1: 1, rival2: 1, rival3: 1, reference: 2};

/** Hits in the order of the keyboard: the subject, its rivals from the top down, then points. */
export function inFocusOrder(hits: readonly Hit[]): readonly Hit[] {
  const order = ({type, role, focus}: Hit) =>
    type === "bar" ? 30 : (type === "handle" ? 0 : focus ? 10 : 20) + (rank[role] ?? 3);
  return [...hits].sort((a, b) => order(a) - order(b) || a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1));
}

/** What is under a pointer: the nearest in reach, a handle rather than a point close behind it, a bar last. */
export function hitAt({hits}: Pick<PlacedFigure, "hits">, x: number, y: number): Hit | undefined {
  let best: {readonly hit: Hit; readonly distance: number} | undefined;
  for (const hit of hits) {
    if (hit.box) {
      if (best === undefined && contains(hit.box, {x, y}, 0)) best = {hit, distance: Infinity};
      continue;
    }
    const distance = Math.sqrt((hit.x - x) * (hit.x - x) + (hit.y - y) * (hit.y - y));
    const weighted = hit.type === "handle" ? distance * 0.6 : distance;
    if (distance <= hit.radius && weighted < (best?.distance ?? Infinity)) best = {hit, distance: weighted};
  }
  return best?.hit;
}
