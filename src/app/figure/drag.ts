/** A place on the screen, CSS pixels. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/**
 * A drag of a point: pressed until the hand has moved far enough to tell along what, then dragging along its rung or
 * its curve until it is let go.
 */
export type Drag =
  | {readonly state: "idle"}
  | {readonly state: "pressed"; readonly model: string; readonly origin: Pixel}
  | {
      readonly state: "dragging";
      readonly model: string;
      readonly origin: Pixel;
      readonly at: Pixel;
      readonly along: "rung" | "curve";
    };

export type DragEvent =
  | {readonly type: "down"; readonly model: string; readonly at: Pixel}
  | {readonly type: "move"; readonly at: Pixel}
  | {readonly type: "up"}
  | {readonly type: "cancel"};

/** How far a hand moves before it means it, pixels. */
export const threshold = 4;

/** The drag that follows from an event; knows nothing of the page. */
export function nextDrag(drag: Drag, event: DragEvent): Drag {
  switch (event.type) {
    case "down":
      return {state: "pressed", model: event.model, origin: event.at};
    case "up":
    case "cancel":
      return {state: "idle"};
    case "move": {
      if (drag.state === "idle") return drag;
      if (drag.state === "dragging") return {...drag, at: event.at};
      const dx = Math.abs(event.at.x - drag.origin.x);
      const dy = Math.abs(event.at.y - drag.origin.y);
      if (Math.max(dx, dy) < threshold) return drag;
      return {
        state: "dragging",
        model: drag.model,
        origin: drag.origin,
        at: event.at,
        along: dx >= dy ? "rung" : "curve"
      };
    }
  }
}
