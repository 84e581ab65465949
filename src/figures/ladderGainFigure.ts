import type {BandMark, CurveMark, Figure, Mark, Panels, Position, Role, Trust} from "../chart/figure.ts";
import type {GainAtLevel, LadderGain} from "../fitting/compareLadders.ts";
import {gainMarks} from "../fitting/compareLadders.ts";
import {log10} from "../numerics/exp.ts";
import type {Runs, Scenario} from "../scenario/schema.ts";
import type {LadderFit} from "../simulation/fits.ts";
import type {FitUncertainty} from "../simulation/fitUncertainty.ts";
import {fitFooter} from "./fitFooter.ts";
import {measureWords} from "./fitNumbers.ts";
import {fitRoles} from "./fitRungs.ts";
import {ladderGainAnswer} from "./ladderGainWords.ts";
import {multiplier, plain} from "./wording.ts";

/** What the gain of ladders runs along: the loss it is read at, or the compute the reference needs for it. */
export const ladderGainReadings = ["level", "compute"] as const;
export type LadderGainReading = (typeof ladderGainReadings)[number];

/** A gain beyond these, log10, is off every scale. */
const extremes = [-3, 4] as const;

const isShown = ({y}: Position): boolean => y >= extremes[0] && y <= extremes[1];

const placeOf: Readonly<Record<LadderGainReading, (at: GainAtLevel) => number>> = {
  level: ({level}) => level,
  compute: ({log10Reference}) => log10Reference
};

/** The levels of a gain that have a place, from the left. */
function placedLevels({levels}: LadderGain, place: (at: GainAtLevel) => number): readonly GainAtLevel[] {
  return levels.filter((at) => Number.isFinite(place(at))).sort((one, other) => place(one) - place(other));
}

/** A gain as a curve: solid inside both ladders, dotted beyond. */
function gainPieces(levels: readonly GainAtLevel[], place: (at: GainAtLevel) => number): CurveMark["pieces"] {
  const pieces: {readonly trust: Trust; readonly points: Position[]}[] = [];
  for (const at of levels) {
    const point = {x: place(at), y: at.log10Gain};
    const trust: Trust = at.isInside ? "known" : "beyond";
    const last = pieces.at(-1);
    if (!isShown(point)) pieces.push({trust, points: []});
    else if (last?.trust === trust) last.points.push(point);
    else {
      // A stretch begins where the one before ends; what lies between two levels is not inside.
      const before = last?.points.at(-1);
      if (trust === "beyond" || before === undefined) {
        pieces.push({trust, points: before === undefined ? [point] : [before, point]});
      } else {
        last?.points.push(point);
        pieces.push({trust, points: [point]});
      }
    }
  }
  return pieces.filter(({points}) => points.length > 1);
}

function gainMarksOf(
  gain: LadderGain,
  i: number,
  role: Role,
  place: (at: GainAtLevel) => number,
  isAlone: boolean
): readonly Mark[] {
  const levels = placedLevels(gain, place);
  // An end without bound runs off the axis, which cuts it there.
  const cut = (value: number): number => Math.min(extremes[1], Math.max(extremes[0], value));
  const band = levels.flatMap((at) =>
    at.spread === undefined ? [] : [{x: place(at), low: cut(at.spread.low), high: cut(at.spread.high)}]
  );
  const inside = levels.filter(({isInside}) => isInside).map(place);
  const [first, last] = [inside[0], inside.at(-1)];
  const rule = (end: string, at: number, name: string): Mark => ({
    type: "rule",
    id: `inside-${end}-${i}`,
    role: isAlone ? "context" : role,
    along: "y",
    at,
    dashed: true,
    ...(isAlone ? {name: plain(name)} : {})
  });
  return [
    ...(band.length > 1 ? [{type: "band", id: `gain-band-${i}`, role, points: band} satisfies BandMark] : []),
    ...(first === undefined || last === undefined
      ? []
      : [rule("first", first, "runs of both from here"), rule("last", last, "to here")]),
    {
      type: "curve",
      id: `ladder-gain-${i}`,
      role,
      weight: "main",
      pieces: gainPieces(levels, place),
      label: {name: gain.name, place: "near", priority: 80}
    }
  ];
}

/** The gain of each other recipe over the reference, by level or by the reference’s compute; undefined without one. */
export function ladderGainFigure(
  scenario: Scenario,
  fit: LadderFit,
  uncertainty: FitUncertainty | undefined,
  reading: LadderGainReading
): Figure | undefined {
  const {runs} = scenario;
  const result = uncertainty?.comparison;
  if (runs === undefined || result?.ok !== true) return undefined;
  const {gains, reference} = result.comparison;
  const roles = fitRoles(runs, fit.recipes);
  const place = placeOf[reading];
  const lines = gains.flatMap((gain, i) =>
    gainMarksOf(gain, i, roles.get(gain.name) ?? "context", place, gains.length === 1)
  );
  const marks: readonly Mark[] = [
    ...lines.filter(({type}) => type === "band"),
    ...gainMarks.map((mark): Mark => ({
      type: "rule",
      id: `mark-${mark}`,
      role: mark === 1 ? "ink" : "context",
      along: "x",
      at: log10(mark),
      dashed: mark !== 1,
      name: plain(mark === 1 ? "1×, no gain" : multiplier(log10(mark)))
    })),
    ...lines.filter(({type}) => type !== "band")
  ];
  const heading = `How many times less compute than ${reference}, by ${reading === "level" ? measureWords(runs).name : `what ${reference} spends`}`;
  return {
    id: `ladder-gain-${reading}`,
    title: titleOf(uncertainty),
    subtitle: plain(sentencesOf(uncertainty)),
    description: `${heading}. ${sentencesOf(uncertainty)}`,
    metric: heading,
    shortMetric: `Times less compute than ${reference}`,
    x: xAxis(runs, gains, reading, reference),
    y: {
      scale: "log10",
      domain: gainDomain(lines),
      title: plain("Gain"),
      shortTitle: plain("Gain"),
      ticks: "multiplier",
      whole: true
    },
    marks,
    key: [
      {sample: "band", text: "90 % interval"},
      {sample: "beyond", text: "beyond the runs of one of both", shortText: "beyond the runs"}
    ],
    caption: "The band is the 90 % interval. Dotted: beyond the runs of one of both.",
    footer: fitFooter(runs, fit, uncertainty)
  };
}

const sentencesOf = (uncertainty: FitUncertainty | undefined): string => {
  const answer = ladderGainAnswer(uncertainty);
  return answer.kind === "gains" ? answer.rows.map(({sentences}) => sentences.join(" ")).join(" ") : "";
};

/** The gain that both ladders show, in at most 64 characters. */
function titleOf(uncertainty: FitUncertainty | undefined): string {
  const answer = ladderGainAnswer(uncertainty);
  const [row] = answer.kind === "gains" ? answer.rows : [];
  if (row === undefined) return "Ladder against ladder";
  const {name, reference, common} = row;
  if (common === undefined) return `${name} and ${reference} share no loss`;
  const range = common.interval === "" ? "" : ` (90 %: ${common.interval})`;
  const full = `${name} over ${reference}: ${common.gain}${range}`;
  return Array.from(full).length <= 64 ? full : `${common.gain}${range}`;
}

function xAxis(runs: Runs, gains: readonly LadderGain[], reading: LadderGainReading, reference: string): Figure["x"] {
  const at = gains.flatMap(({levels}) => levels.map(placeOf[reading])).filter(Number.isFinite);
  const domain = at.length === 0 ? ([0, 1] as const) : ([Math.min(...at), Math.max(...at)] as const);
  const {name, unit} = measureWords(runs);
  return reading === "level"
    ? {
        scale: "linear",
        domain,
        title: plain(`${name}, ${unit}: lower is better`),
        shortTitle: plain(name),
        ticks: "number",
        digits: 2
      }
    : {
        scale: "log10",
        domain,
        title: plain(`Compute of ${reference}, FLOP (log axis)`),
        shortTitle: plain("Compute, FLOP (each step 10×)"),
        ticks: "power",
        unit: "FLOP"
      };
}

/** How far beyond the gains themselves an axis follows their band, log10. */
const bandReach = 0.8;

/** From all there is to see to 1×, 3× and 10× in any case; a band that opens wide is cut. */
function gainDomain(lines: readonly Mark[]): readonly [number, number] {
  const gains = lines.flatMap((mark) =>
    mark.type === "curve" ? mark.pieces.flatMap(({points}) => points.map(({y}) => y)) : []
  );
  const ends = lines.flatMap((mark) => (mark.type === "band" ? mark.points.flatMap(({low, high}) => [low, high]) : []));
  const [least, most] = [Math.min(0, ...gains), Math.max(1, ...gains)];
  const low = Math.max(least - bandReach, Math.min(least, ...ends));
  const high = Math.min(most + bandReach, Math.max(most, ...ends));
  return [low - 0.2, high + 0.2];
}

/** Both readings side by side: by level, and by what the reference spends. */
export function ladderGainPanels(
  scenario: Scenario,
  fit: LadderFit,
  uncertainty: FitUncertainty | undefined
): Panels | undefined {
  const readings = ladderGainReadings.flatMap((reading) => ladderGainFigure(scenario, fit, uncertainty, reading) ?? []);
  const [first] = readings;
  if (first === undefined) return undefined;
  const {title, subtitle, description, caption, footer} = first;
  return {
    id: "ladder-gain",
    title,
    subtitle,
    description,
    caption,
    footer,
    panels: readings.map((figure) => ({figure}))
  };
}
