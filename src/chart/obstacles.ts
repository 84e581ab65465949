import type {Box, Pixel} from "./boxes.ts";

interface Obstacle extends Box {
  readonly isCrossable: boolean;
}

const cell = 32;
const fineCell = 4;
const costScale = 12;

/**
 * What labels must not touch, and what they had better not cross.
 *
 * Boxes lie in a grid of coarse cells. Lines are drawn into a grid of fine ones, each worth what crossing it costs, so
 * that the price of a place is a sum over a few cells however many points a curve has.
 */
export class Obstacles {
  readonly #columns: number;
  readonly #rows: number;
  readonly #cells: (Obstacle[] | undefined)[];
  readonly #fineColumns: number;
  readonly #fineRows: number;
  readonly #costs: Uint8Array;

  constructor(width: number, height: number) {
    this.#columns = Math.ceil(width / cell) + 1;
    this.#rows = Math.ceil(height / cell) + 1;
    this.#cells = new Array<Obstacle[] | undefined>(this.#columns * this.#rows);
    this.#fineColumns = Math.ceil(width / fineCell) + 1;
    this.#fineRows = Math.ceil(height / fineCell) + 1;
    this.#costs = new Uint8Array(this.#fineColumns * this.#fineRows);
  }

  add(box: Box): void {
    this.#insert({...box, isCrossable: false});
  }

  /** Something a leader may cross though no text may. */
  addCrossable(box: Box): void {
    this.#insert({...box, isCrossable: true});
  }

  #insert(obstacle: Obstacle): void {
    const [left, right] = [this.#column(obstacle.x1), this.#column(obstacle.x2)];
    const last = this.#row(obstacle.y2);
    for (let row = this.#row(obstacle.y1); row <= last; ++row) {
      for (let column = left; column <= right; ++column) {
        (this.#cells[row * this.#columns + column] ??= []).push(obstacle);
      }
    }
  }

  isFree(box: Box): boolean {
    return !this.#meets(box, false);
  }

  isFreeForLine(box: Box): boolean {
    return !this.#meets(box, true);
  }

  #meets(box: Box, ignoresCrossable: boolean): boolean {
    const [left, right] = [this.#column(box.x1), this.#column(box.x2)];
    const last = this.#row(box.y2);
    for (let row = this.#row(box.y1); row <= last; ++row) {
      for (let column = left; column <= right; ++column) {
        const here = this.#cells[row * this.#columns + column];
        if (here === undefined) continue;
        for (const other of here) {
          if (ignoresCrossable && other.isCrossable) continue;
          if (box.x1 < other.x2 && other.x1 < box.x2 && box.y1 < other.y2 && other.y1 < box.y2) return true;
        }
      }
    }
    return false;
  }

  addLevel(x1: number, x2: number, y: number, cost: number): void {
    for (let x = x1; x <= x2; x += fineCell) this.#mark(x, y, cost);
  }

  addUpright(x: number, y1: number, y2: number, cost: number): void {
    for (let y = y1; y <= y2; y += fineCell) this.#mark(x, y, cost);
  }

  /** A line that text may cross at a cost. */
  addLine(points: readonly Pixel[], cost: number): void {
    for (const [i, a] of points.entries()) {
      const b = points[i + 1];
      if (b === undefined) return;
      const steps = Math.max(1, Math.ceil(Math.max(Math.abs(b.x - a.x), Math.abs(b.y - a.y)) / (fineCell / 2)));
      for (let k = 0; k <= steps; ++k) {
        this.#mark(a.x + ((b.x - a.x) * k) / steps, a.y + ((b.y - a.y) * k) / steps, cost);
      }
    }
  }

  #mark(x: number, y: number, cost: number): void {
    const at = this.#fineRow(y) * this.#fineColumns + this.#fineColumn(x);
    this.#costs[at] = Math.max(this.#costs[at] ?? 0, cost);
  }

  /** What the lines under a box cost, all in all, in the units of Candidate.cost. */
  cost(box: Box): number {
    const [left, right] = [this.#fineColumn(box.x1), this.#fineColumn(box.x2)];
    let sum = 0;
    for (let row = this.#fineRow(box.y1); row <= this.#fineRow(box.y2); ++row) {
      for (let column = left; column <= right; ++column) sum += this.#costs[row * this.#fineColumns + column] ?? 0;
    }
    return sum / costScale;
  }

  #column(x: number): number {
    return Math.max(0, Math.min(this.#columns - 1, Math.floor(x / cell)));
  }

  #row(y: number): number {
    return Math.max(0, Math.min(this.#rows - 1, Math.floor(y / cell)));
  }

  #fineColumn(x: number): number {
    return Math.max(0, Math.min(this.#fineColumns - 1, Math.floor(x / fineCell)));
  }

  #fineRow(y: number): number {
    return Math.max(0, Math.min(this.#fineRows - 1, Math.floor(y / fineCell)));
  }
}
