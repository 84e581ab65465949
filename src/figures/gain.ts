import type {BandMark, CurveMark, Figure, Mark, Panels, PointMark, Position} from "../chart/figure.ts";
import type {Scenario} from "../scenario/schema.ts";
import {ratioEnds} from "../simulation/claims.ts";
import type {Band} from "../simulation/draws.ts";
import type {Gains, GainUncertainty, Landmark} from "../simulation/gains.ts";
import {log10Of} from "../simulation/gains.ts";
import {footerOf} from "./footer.ts";
import type {FigureOptions} from "./ladder.ts";
import {gainAnswer, sideName} from "./gainWords.ts";
import {join, metricLine, multiplier, plain, possessive} from "./wording.ts";

/** What a curve of gains runs along, or that it is the points at equal compute. */
export const gainReadings = ["level", "points", "compute"] as const;
export type GainReading = (typeof gainReadings)[number];

/** A stretch of gains beyond these, log10, is off every scale. */
const extremes = [-4, 8] as const;

const isShown = ({y}: Position): boolean => Number.isFinite(y) && y >= extremes[0] && y <= extremes[1];

/** A line in pieces, broken where it is not finite. */
function pieces(points: readonly Position[], shown: (point: Position) => boolean): CurveMark["pieces"] {
  const found: Position[][] = [[]];
  for (const point of points) {
    if (shown(point)) found.at(-1)?.push(point);
    else if (found.at(-1)?.length !== 0) found.push([]);
  }
  return found.filter(({length}) => length > 1).map((stretch) => ({trust: "known", points: stretch}));
}

/** An axis of gains: all there is to see, and 1× in any case. */
function gainDomain(
  points: readonly Position[],
  band: Band | undefined,
  least: readonly number[]
): readonly [number, number] {
  const drawn = points.filter(isShown).map(({y}) => y);
  const ends = (band ?? []).flatMap(({low, high}) => [low, high]).filter((y) => y >= extremes[0] && y <= extremes[1]);
  const all = [...drawn, ...ends, ...least, 0];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return [Math.max(extremes[0], low - 0.2), Math.min(extremes[1], Math.max(high + 0.2, low + 1))];
}

const landmarkWords: Record<Landmark["kind"], string> = {
  "top-rung": "the ladder’s top rung",
  frontier: "the frontier",
  level: "chosen level"
};

/** The landmarks of a pair as points on its curve; those on one level share a point. */
function landmarkMarks(
  scenario: Scenario,
  {landmarks}: Gains,
  place: (landmark: Landmark) => number
): readonly PointMark[] {
  const levels = [...new Set(landmarks.map(({level}) => level))];
  return levels.flatMap((level): PointMark[] => {
    const here = landmarks.filter((landmark) => landmark.level === level);
    const [first] = here;
    const y = first === undefined ? NaN : log10Of(first.gain);
    if (first === undefined || !isShown({x: 0, y}) || !Number.isFinite(place(first))) return [];
    const words = here.map(({kind}) => landmarkWords[kind]).join(" and ");
    const model = scenario.models.find(({id}) => id === first.model)?.name;
    return [
      {
        type: "point",
        id: `landmark-${first.kind}`,
        role: "ink",
        x: place(first),
        y,
        shape: "circle",
        basis: "known",
        focus: true,
        label: {name: multiplier(y), value: words, place: "near", priority: 90},
        detail: `${words}${model === undefined ? "" : `, ${model}`}, ${level}: ${multiplier(y)}.`
      }
    ];
  });
}

/** Lines at 1× and at what claims about the pair say. */
function rules(scenario: Scenario, {of, against}: Gains): readonly Mark[] {
  const claimed = scenario.claims
    .filter((claim) => claim.subject === of && claim.against.includes(against))
    .flatMap((claim) => {
      const {least, most} = ratioEnds(claim);
      return [...new Set([least, most])].filter(Number.isFinite).map((at) => ({claim, at}));
    });
  return [
    {type: "rule", id: "no-gain", role: "ink", along: "x", at: 0, name: plain("1×, no gain")},
    ...claimed.map(({claim, at}, i): Mark => ({
      type: "rule",
      id: `claimed-${i}`,
      role: "ink",
      along: "x",
      at,
      dashed: true,
      name: plain(`${multiplier(at)}, claimed by ${claim.by}`)
    }))
  ];
}

const computeAxis = (domain: readonly [number, number], whose: string): Figure["x"] => ({
  scale: "log10",
  domain,
  title: plain(`${whose}, FLOP (log axis)`),
  shortTitle: plain("Compute, FLOP (each step 10×)"),
  ticks: "power",
  unit: "FLOP"
});

const ends = (points: readonly {readonly x: number}[]): readonly [number, number] => [
  points[0]?.x ?? 0,
  points.at(-1)?.x ?? 1
];

/** One reading of a pair's gain as a figure. */
export function gainFigure(
  scenario: Scenario,
  gains: Gains,
  uncertainty: GainUncertainty | undefined,
  reading: GainReading,
  {find}: FigureOptions = {}
): Figure {
  const {metric, of, against, byLevel, byCompute, points} = gains;
  const shown = scenario.metrics[metric];
  const [own, other] = [sideName(scenario, of), sideName(scenario, against)];
  const unit = shown?.unit ?? "points";
  const lines: Record<
    GainReading,
    {readonly at: readonly Position[]; readonly band: Band | undefined; readonly heading: string}
  > = {
    level: {
      at: byLevel.map(({level, log10Gain}) => ({x: level, y: log10Gain})),
      band: uncertainty?.byLevel,
      heading: `How many times less compute than ${other}, by level`
    },
    compute: {
      at: byCompute.map(({x, log10Gain}) => ({x, y: log10Gain})),
      band: uncertainty?.byCompute,
      heading: `How many times less compute, by what ${other} spends`
    },
    points: {
      at: points,
      band: uncertainty?.points,
      heading: `How many ${unit} ${shown?.better === "lower" ? "less" : "more"}, at equal compute`
    }
  };
  const {at, band, heading} = lines[reading];
  const isGain = reading !== "points";
  const marks: readonly Mark[] = [
    ...(band === undefined || band.length < 2
      ? []
      : [{type: "band", id: `band-${reading}`, role: "subject", points: band} satisfies BandMark]),
    ...(isGain
      ? rules(scenario, gains)
      : [{type: "rule", id: "no-points", role: "ink", along: "x", at: 0, name: plain("no difference")} satisfies Mark]),
    {
      type: "curve",
      id: `gain-${reading}`,
      role: "subject",
      weight: "main",
      pieces: pieces(at, isGain ? isShown : ({y}) => Number.isFinite(y))
    },
    ...(reading === "level" ? landmarkMarks(scenario, gains, ({level}) => level) : []),
    ...(reading === "compute" ? landmarkMarks(scenario, gains, ({compute}) => compute) : [])
  ];
  const claimed = marks.flatMap((mark) => (mark.type === "rule" ? [mark.at] : []));
  const values = [...at.map(({y}) => y), ...(band ?? []).flatMap(({low, high}) => [low, high]), 0].filter(
    Number.isFinite
  );
  const room = 0.08 * (Math.max(...values) - Math.min(...values)) || 1;
  return {
    id: `gain-${reading}`,
    title: `${possessive(own)} gain over ${other}`,
    subtitle: plain(
      isGain ? "Horizontal reading: compute saved at equal score" : "Vertical reading: score gained at equal compute"
    ),
    description: `${heading}. ${marks.length} marks; the band is the 90 % interval.`,
    metric: heading,
    shortMetric: heading,
    x:
      reading === "level"
        ? {
            scale: "linear",
            domain: ends(at),
            title: plain(shown === undefined ? metric : metricLine(shown)),
            shortTitle: plain(shown?.short ?? shown?.name ?? metric),
            ticks: "number",
            ...(shown?.better === "lower" ? {digits: 2} : {})
          }
        : computeAxis(ends(at), reading === "compute" ? `Compute of ${other}` : "Compute of both"),
    y: isGain
      ? {
          scale: "log10",
          domain: gainDomain(at, band, claimed),
          title: plain("Gain"),
          shortTitle: plain("Gain"),
          ticks: "multiplier",
          whole: true
        }
      : {
          scale: "linear",
          domain: [Math.min(...values) - room, Math.max(...values) + room],
          title: plain(unit),
          shortTitle: plain(unit),
          ticks: "number",
          whole: true
        },
    marks,
    key: [],
    caption: "The band is the 90 % interval.",
    footer: footerOf(scenario, metric, find),
    ...(pieces(at, isGain ? isShown : ({y}) => Number.isFinite(y)).length === 0
      ? {empty: `${other} never reaches what ${own} does, and so on every level here`}
      : {})
  };
}

/** Both readings of a pair's gain side by side, as they are exported. */
export function gainPanels(
  scenario: Scenario,
  gains: Gains,
  uncertainty: GainUncertainty | undefined,
  options: FigureOptions = {}
): Panels {
  const {body, verdict, condition} = gainAnswer(scenario, gains, uncertainty);
  const readings = (["level", "points"] as const).map((reading) =>
    gainFigure(scenario, gains, uncertainty, reading, options)
  );
  const [first] = readings;
  return {
    id: "gain",
    title: first?.title ?? "",
    subtitle: join(`${body}${verdict?.words ?? ""}. `, condition),
    description: readings.map(({description}) => description).join(" "),
    caption: first?.caption ?? "",
    footer: first?.footer ?? [],
    panels: readings.map((figure) => ({figure}))
  };
}
