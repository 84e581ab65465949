import {signal} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import type {HandleMark, PointMark, Position} from "../../chart/figure.ts";
import type {PlacedFigure} from "../../chart/placed.ts";
import type {Scenario} from "../../scenario/schema.ts";
import {alongCurve, alongRung, computeOnCurve, placeModel} from "../../simulation/place.ts";
import type {Place} from "../../simulation/place.ts";
import type {Solution, Solved} from "../../simulation/solve.ts";
import type {Model} from "../model.ts";
import {nextDrag} from "./drag.ts";
import type {Drag, DragEvent} from "./drag.ts";

/** How far arrow keys move a point, decades of compute; with Shift ten times as far. */
const keyStep = 0.02;

type Along = "rung" | "curve";

const arrows: Readonly<Record<string, readonly [Along, 1 | -1]>> = {
  ArrowLeft: ["rung", -1],
  ArrowRight: ["rung", 1],
  ArrowDown: ["curve", -1],
  ArrowUp: ["curve", 1]
};

/** The state of affairs when a gesture began: what Escape restores and every move is measured from. */
interface Start {
  readonly scenario: Scenario;
  readonly solution: Solution;
  readonly place: Solved;
  readonly metric: string;
}

/** Models moved along their rung or their curve, by hand and by arrow keys: a gesture is one step. */
export interface ModelMoves {
  /** Where the point stood when the gesture began. */
  readonly ghost: ReadonlySignal<Position | undefined>;
  /** Whether the figure has a point or handle of the model. */
  isMovable(id: string): boolean;
  /** Whether a hand is on a point. */
  isHeld(): boolean;
  /** Whether a gesture of a hand or of keys is under way. */
  isMoving(): boolean;
  drag(event: DragEvent): void;
  /** An arrow key on a model, ten times as far with Shift; false where the key is no arrow. */
  arrow(id: string, key: string, far: boolean): boolean;
  /** The arrows are let go, or the focus goes elsewhere: the gesture of keys ends. */
  endArrows(key?: string): void;
  /** Takes the gesture back. */
  cancel(): void;
}

export function modelMoves(model: Model, placedFigure: () => PlacedFigure | undefined): ModelMoves {
  const {store} = model;
  const ghost = signal<Position | undefined>(undefined);
  let drag: Drag = {state: "idle"};
  let keys: {readonly model: string; readonly along: Along} | undefined;
  let start: Start | undefined;

  const markOf = (id: string) =>
    model.figure.value?.marks.find(
      (mark): mark is PointMark | HandleMark => (mark.type === "point" || mark.type === "handle") && mark.model === id
    );

  function startOf(id: string): Start | undefined {
    const {ladder} = model.simulation.value;
    const place = ladder?.solution.models.get(id);
    if (ladder === undefined || place === undefined || model.view.value !== "ladder") return undefined;
    const mark = markOf(id);
    if (mark !== undefined) ghost.value = {x: mark.x, y: mark.y};
    return {scenario: store.scenario.value, solution: ladder.solution, place, metric: ladder.metric};
  }

  function moveTo(id: string, place: Place): void {
    if (start === undefined || ![place.log10C, place.log10Gain, place.score].every(Number.isFinite)) return;
    store.preview(placeModel(start.scenario, start.metric, id, place, start.place));
  }

  function settle(id: string, along: Along): void {
    const name = store.scenario.value.models.find((item) => item.id === id)?.name ?? id;
    store.settle(along === "rung" ? `compute of ${name}` : `${name} along its curve`);
    start = undefined;
    ghost.value = undefined;
  }

  function follow({model: id, at, origin, along}: Drag & {readonly state: "dragging"}, placed: PlacedFigure): void {
    start ??= startOf(id);
    if (start === undefined) return;
    const {solution, place} = start;
    const before = {x: placed.toX(place.log10C), y: placed.toY(place.score)};
    // A hand that leaves the plot takes nothing where it could not be seen.
    const {x1, x2, y1, y2} = placed.plot;
    const x = Math.min(Math.max(before.x + at.x - origin.x, x1), x2);
    const y = Math.min(Math.max(before.y + at.y - origin.y, y1), y2);
    moveTo(
      id,
      along === "rung"
        ? alongRung(solution, place, placed.fromX(x))
        : alongCurve(solution, place, computeOnCurve(solution, place, placed.fromY(y)))
    );
  }

  function endArrows(key?: string): void {
    if (keys === undefined || (key !== undefined && arrows[key] === undefined)) return;
    settle(keys.model, keys.along);
    keys = undefined;
  }

  return {
    ghost,
    isMovable: (id) => markOf(id) !== undefined,
    isHeld: () => drag.state !== "idle",
    isMoving: () => drag.state !== "idle" || keys !== undefined,
    drag: (event) => {
      const next = nextDrag(drag, event);
      const placed = placedFigure();
      if (next.state === "dragging" && placed !== undefined) follow(next, placed);
      if (next.state === "idle" && drag.state === "dragging") settle(drag.model, drag.along);
      drag = next;
    },
    arrow: (id, key, far) => {
      const found = arrows[key];
      if (found === undefined) return false;
      const [along, sign] = found;
      if (keys !== undefined && (keys.model !== id || keys.along !== along)) endArrows();
      start ??= startOf(id);
      keys = {model: id, along};
      const now = model.simulation.value.ladder?.solution.models.get(id);
      if (start === undefined || now === undefined) return true;
      const log10C = now.log10C + sign * keyStep * (far ? 10 : 1);
      // A rounded compute must not swallow a small step: measured from the start, not from what was written.
      moveTo(id, (along === "rung" ? alongRung : alongCurve)(start.solution, start.place, log10C));
      return true;
    },
    endArrows,
    cancel: () => {
      store.cancel();
      drag = {state: "idle"};
      keys = undefined;
      start = undefined;
      ghost.value = undefined;
    }
  };
}
