import type {Axis, Figure, Mark, Position, Text} from "../chart/figure.ts";
import {pow10} from "../numerics/exp.ts";
import {asString} from "./wording.ts";

/** Something along an axis: a value, the ends of an interval around or instead of it, each where there is one. */
export interface Along {
  readonly at?: number;
  readonly low?: number;
  readonly high?: number;
}

/** One thing that a figure draws, in the units of its axes: real values, not logarithms. */
export interface FigureRow {
  readonly mark: Mark["type"];
  readonly id: string;
  /** The model it stands for; empty where it stands for none. */
  readonly model: string;
  readonly name: string;
  readonly role: string;
  /** Which part of the mark: how far a curve is trusted, which end of a bracket, what a point is based on. */
  readonly part: string;
  readonly x: Along;
  readonly y: Along;
  /** The category on a y axis of rows; empty elsewhere. */
  readonly row: string;
  readonly text: string;
}

/** All marks whole, or what of them lies within the axes on show. */
export type Rows = "full" | "displayed";

interface Bare {
  readonly x: Along;
  readonly y: Along;
  readonly name?: string;
  readonly part?: string;
  readonly text?: string;
  readonly row?: number;
}

const words = (...texts: readonly Text[]): string =>
  texts
    .map(asString)
    .filter((text) => text !== "")
    .join("; ");

type Ends = readonly [number, number];

/** The part of a line between two values of x, with the places where it enters and leaves; straight between points. */
function within<P extends {readonly x: number}>(
  points: readonly P[],
  [low, high]: Ends,
  mix: (a: P, b: P, share: number) => P
): readonly P[] {
  const isIn = ({x}: P) => x >= low && x <= high;
  return points.flatMap((point, i) => {
    const before = points[i - 1];
    const crossed =
      before === undefined
        ? []
        : [low, high]
            .filter((end) => (before.x < end && point.x > end) || (before.x > end && point.x < end))
            .map((end) => mix(before, point, (end - before.x) / (point.x - before.x)));
    return [...crossed, ...(isIn(point) ? [point] : [])];
  });
}

const between = (a: number, b: number, share: number): number => a + (b - a) * share;

/** A mark as rows in axis units. */
function bare(mark: Mark, x: Ends, isDisplayed: boolean): readonly Bare[] {
  switch (mark.type) {
    case "threshold":
      return [{x: {at: mark.x}, y: {}, name: asString(mark.name)}];
    case "band": {
      if (isDisplayed && mark.onlyActive === true) return [];
      const points = isDisplayed
        ? within(mark.points, x, (a, b, share) => ({
            x: between(a.x, b.x, share),
            low: between(a.low, b.low, share),
            high: between(a.high, b.high, share)
          }))
        : mark.points;
      return points.map(({x: at, low, high}) => ({x: {at}, y: {low, high}}));
    }
    case "curve":
      return mark.pieces.flatMap(({trust, points}) => {
        const mix = (a: Position, b: Position, share: number) => ({
          x: between(a.x, b.x, share),
          y: between(a.y, b.y, share)
        });
        return (isDisplayed ? within(points, x, mix) : points).map((point) => ({
          x: {at: point.x},
          y: {at: point.y},
          part: trust,
          name: mark.label?.name ?? ""
        }));
      });
    case "rung":
      return [{x: mark.x2 === undefined ? {} : {high: mark.x2}, y: {at: mark.y}}];
    case "shelf":
      return [{x: {low: mark.x1, high: mark.x2}, y: {at: mark.y}}];
    case "whisker": {
      const ends = {low: mark.low, high: mark.high};
      return [mark.along === "x" ? {x: ends, y: {at: mark.at}} : {x: {at: mark.at}, y: ends}];
    }
    case "claim": {
      const ends = {
        ...(mark.open === "left" ? {} : {low: mark.x1}),
        ...(mark.open === "right" ? {} : {high: mark.x2})
      };
      return [{x: ends, y: {at: mark.y}, text: words(mark.title, mark.note)}];
    }
    case "span":
      return [{x: {low: mark.x1, high: mark.x2}, y: {at: mark.y}, text: words(mark.title, mark.note)}];
    case "bracket":
      return (["from", "to"] as const).map((part) => ({
        x: {at: mark[part].x},
        y: {at: mark[part].y},
        part,
        text: words(mark.value, mark.note)
      }));
    case "point":
      return [{x: {at: mark.x}, y: {at: mark.y}, name: mark.label?.name ?? "", part: mark.basis, text: mark.detail}];
    case "cloud":
      return mark.points.map((point) => ({x: {at: point.x}, y: {at: point.y}, part: mark.basis}));
    case "handle":
      return [{x: {at: mark.x}, y: {at: mark.y}, name: mark.label?.name ?? "", part: "placed", text: mark.detail}];
    case "note":
      return [{x: {at: mark.x}, y: {at: mark.y}, text: words(mark.title, mark.note)}];
    case "rule": {
      const named = {name: mark.name === undefined ? "" : asString(mark.name)};
      return [mark.along === "x" ? {x: {}, y: {at: mark.at}, ...named} : {x: {at: mark.at}, y: {}, ...named}];
    }
    case "bar": {
      const ends = {at: mark.x2, low: Math.min(mark.x1, mark.x2), high: Math.max(mark.x1, mark.x2)};
      return [{x: ends, y: {}, row: mark.row, part: mark.emphasis, text: mark.detail}];
    }
  }
}

/** What of a place along an axis is on show; undefined where nothing is. */
function shown({at, low, high}: Along, [from, to]: Ends): Along | undefined {
  const isOut = (value: number | undefined) => value !== undefined && !(value >= from && value <= to);
  if (low === undefined && high === undefined) return isOut(at) ? undefined : {...(at === undefined ? {} : {at})};
  if ((low !== undefined && low > to) || (high !== undefined && high < from)) return undefined;
  return {
    ...(at === undefined || isOut(at) ? {} : {at}),
    ...(low === undefined ? {} : {low: Math.max(low, from)}),
    ...(high === undefined ? {} : {high: Math.min(high, to)})
  };
}

/** Twelve digits: what a logarithm and back leave of a number, and more than anything here is known to. */
const digits = 12;

function real({at, low, high}: Along, {scale}: Axis): Along {
  const turned = (value: number) => Number((scale === "log10" ? pow10(value) : value).toPrecision(digits));
  return {
    ...(at === undefined ? {} : {at: turned(at)}),
    ...(low === undefined ? {} : {low: turned(low)}),
    ...(high === undefined ? {} : {high: turned(high)})
  };
}

/** What a figure draws as rows, a mark or a point of a line each; logarithms are turned back into amounts. */
export function figureRows({x: xAxis, y: yAxis, marks}: Figure, rows: Rows): readonly FigureRow[] {
  const isDisplayed = rows === "displayed";
  return marks.flatMap((mark) =>
    bare(mark, xAxis.domain, isDisplayed).flatMap(({x, y, row, name = "", part = "", text = ""}) => {
      const places = isDisplayed ? {x: shown(x, xAxis.domain), y: shown(y, yAxis.domain)} : {x, y};
      if (places.x === undefined || places.y === undefined) return [];
      return [
        {
          mark: mark.type,
          id: mark.id,
          model: mark.model ?? "",
          name,
          role: mark.role,
          part,
          x: real(places.x, xAxis),
          y: real(places.y, yAxis),
          row: row === undefined ? "" : (yAxis.rows?.[row]?.name ?? ""),
          text
        }
      ];
    })
  );
}

/** What an axis measures with its unit, without what only its ticks need. */
function axisName(title: string, {unit, ticks}: Axis): string {
  const plain = title.replace(/\s*\([^)]*\blog axis\b[^)]*\)/, "");
  const measured = ticks === "multiplier" ? "×" : (unit ?? "");
  return measured === "" || plain.includes(measured) ? plain : [plain, measured].filter(Boolean).join(", ");
}

/** The two axes of a figure in words, with their units. */
export const axisNames = ({x, y, metric}: Figure): {readonly x: string; readonly y: string} => ({
  x: axisName(asString(x.title), x),
  y: y.rows === undefined ? axisName(metric === "" ? asString(y.title) : metric, y) : "row"
});
