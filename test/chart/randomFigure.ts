import type {CurveMark, Figure, Mark, PointMark, Role} from "../../src/chart/figure.ts";
import {ladderSample} from "./ladderSample.ts";

/** Uniform numbers in [0, 1) by the minimal standard generator; the same for the same seed everywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

const syllables = [
  "Ma",
  "ve",
  "rick",
  "GPT",
  "-5",
  "Qwen",
  " 3",
  "Spark",
  "Ω",
  " 中文",
  "ß",
  "ло",
  "👍",
  "jy",
  " of",
  " the"
];
const roles: readonly Role[] = ["subject", "rival1", "rival2", "rival3", "context", "context", "context"];

/** A figure no one would draw: clusters, names of any length, shelves, brackets and curves anywhere. */
export function randomFigure(seed: number, most = 40): Figure {
  const random = seededRandom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const name = () =>
    Array.from({length: 1 + below(9)}, () => syllables[below(syllables.length)])
      .join("")
      .trim() || "x";
  const pick = () => roles[below(roles.length)] ?? "context";
  const centres = Array.from({length: 1 + below(4)}, () => ({x: 23 + 4 * random(), y: 5 + 60 * random()}));
  const near = () => {
    const {x, y} = centres[below(centres.length)] ?? {x: 25, y: 30};
    const spread = random() < 0.5 ? 0.1 : 1;
    return {x: x + spread * (random() - 0.5), y: y + 12 * spread * (random() - 0.5)};
  };
  const label = (place: "near" | "column") => ({
    name: name(),
    value: (100 * random()).toFixed(below(3)),
    place,
    priority: random()
  });
  const points = Array.from({length: below(most)}, (_, i): PointMark => ({
    type: "point",
    id: `p${i}`,
    model: `p${i}`,
    role: pick(),
    ...near(),
    shape: "circle",
    basis: random() < 0.5 ? "known" : "estimate",
    focus: random() < 0.2,
    label: label(random() < 0.1 ? "column" : "near"),
    detail: ""
  }));
  const handles = Array.from({length: below(7)}, (_, i): readonly Mark[] => {
    const at = near();
    const base = {role: pick(), model: `h${i}`};
    return [
      {...base, type: "shelf", id: `s${i}`, y: at.y, x1: at.x - random(), x2: at.x + random()},
      {
        ...base,
        type: "handle",
        id: `h${i}`,
        ...at,
        focus: random() < 0.5,
        outside: false,
        label: label("column"),
        detail: ""
      }
    ];
  }).flat();
  const curves = Array.from({length: below(4)}, (_, i): CurveMark => {
    const from = 60 * random();
    const to = 100 * random();
    const ends = [
      {x: 23, y: from},
      {x: 27.08, y: to}
    ];
    return {
      type: "curve",
      id: `c${i}`,
      role: pick(),
      weight: "main",
      pieces: [{trust: "known", points: ends}],
      label: {...label("column"), lines: [[{text: name()}]]}
    };
  });
  const thresholds = Array.from({length: below(4)}, (_, i): Mark => ({
    type: "threshold",
    id: `t${i}`,
    role: "ink",
    x: 23 + 4 * random(),
    name: [{text: name()}],
    shortName: [{text: "t"}]
  }));
  const brackets = Array.from({length: below(3)}, (_, i): Mark => {
    const from = near();
    return {
      type: "bracket",
      id: `b${i}`,
      role: "ink",
      along: "x",
      from,
      to: {x: from.x + random() - 0.5, y: from.y},
      value: [{text: "1.7×"}],
      note: [{text: name()}],
      cross: "rival1"
    };
  });
  return {...ladderSample, title: name(), marks: [...thresholds, ...curves, ...brackets, ...points, ...handles]};
}
