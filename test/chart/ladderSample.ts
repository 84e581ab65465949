import type {
  BandMark,
  CurveMark,
  Figure,
  HandleMark,
  KeyEntry,
  Mark,
  PointMark,
  Role,
  ShelfMark,
  Text,
  Trust
} from "../../src/chart/figure.ts";

// Llama 4, Muse Spark and three rivals on the Intelligence Index v4.0 of 10 April 2026: index and compute from the
// evidence ledger, undisclosed compute as a reader would place it, 6 points per tenfold (3 to 12) through Maverick.

const plain = (text: string): Text => [{text}];
const power = (before: string, exponent: string, after = ""): Text => [
  {text: `${before}10`},
  {text: exponent, sup: true},
  ...(after === "" ? [] : [{text: after}])
];

const domain = [23, 27.08] as const;
const maverick = {x: Math.log10(2.244e24), y: 18.36};
const muse = {x: Math.log10(3e25), y: 52.15};
const gpt = {x: Math.log10(3e26), y: 56.8};
const slope = 6;
const through = ({x, y}: {x: number; y: number}, at: number) => ({x: at, y: y + slope * (at - x)});
const crossing = {x: gpt.x + (muse.y - gpt.y) / slope, y: muse.y};

function curve(
  id: string,
  role: Role,
  run: {x: number; y: number},
  near: Trust,
  lines: readonly Text[],
  name: string
): CurveMark {
  const ends = [domain[0], run.x - 1, run.x + 1, domain[1]].map((x) => through(run, x));
  const trust: readonly Trust[] = ["beyond", near, "beyond"];
  return {
    type: "curve",
    id,
    role,
    weight: "main",
    pieces: trust.map((kind, i) => ({trust: kind, points: ends.slice(i, i + 2)})),
    label: {name, place: "column", priority: 80, lines}
  };
}

const band: BandMark = {
  type: "band",
  id: "band-llama",
  role: "reference",
  points: [domain[0], maverick.x, domain[1]].map((x) => {
    const ends = [3, 12].map((slope) => maverick.y + slope * (x - maverick.x));
    return {x, low: Math.min(...ends), high: Math.max(...ends)};
  })
};

interface Placed {
  readonly name: string;
  readonly id: string;
  readonly role: Role;
  readonly compute: readonly [number, number, number];
  readonly score: number;
  readonly focus: boolean;
}

const undisclosed: readonly Placed[] = [
  {name: "Gemini 3.1 Pro", id: "gemini", role: "rival2", compute: [3e25, 2e26, 1e27], score: 57.18, focus: false},
  {name: "GPT-5.4", id: "gpt", role: "rival1", compute: [3e25, 3e26, 1e27], score: 56.8, focus: true},
  {name: "Claude Opus 4.6", id: "opus", role: "rival3", compute: [3e25, 2e26, 1e27], score: 52.95, focus: false},
  {name: "Muse Spark", id: "muse", role: "subject", compute: [3e24, 3e25, 3e26], score: 52.15, focus: true}
];

const placedMarks = undisclosed.flatMap(({name, id, role, compute, score, focus}, i): [ShelfMark, HandleMark] => {
  const [x1, x, x2] = compute.map(Math.log10) as [number, number, number];
  return [
    {type: "shelf", id: `shelf-${id}`, role, model: id, y: score, x1, x2},
    {
      type: "handle",
      id: `model-${id}`,
      role,
      model: id,
      x,
      y: score,
      focus,
      outside: false,
      label: {
        name,
        ...(name.startsWith("Claude") ? {shortName: "Opus 4.6"} : {}),
        value: score.toFixed(2),
        place: "column",
        priority: focus ? 70 : 60 - i
      },
      detail: `${name}: ${score.toFixed(2)} points; compute not disclosed, so placed.`
    }
  ];
});

const context: readonly (readonly [string, number, number, PointMark["basis"]])[] = [
  ["GLM-5", 6.84e24, 49.77, "known"],
  ["GPT-5", 6.6e25, 44.63, "estimate"],
  ["Grok 4", 5e26, 41.52, "estimate"],
  ["gpt-oss-120b", 4.94e24, 33.27, "known"],
  ["Kimi K2", 2.976e24, 26.32, "known"],
  ["Grok 3", 3.5e26, 25.17, "estimate"],
  ["GPT-4.5", 3.8e26, 19.96, "estimate"],
  ["Llama 3.1 405B", 3.8e25, 17.38, "known"],
  ["Qwen3-235B", 4.752e24, 16.96, "known"],
  ["DeepSeek V3", 3.4078e24, 16.46, "known"]
];

function point(
  name: string,
  compute: number,
  score: number,
  basis: PointMark["basis"],
  extra: Partial<PointMark>
): PointMark {
  const value = extra.scoreEstimated ? `est. ${score.toFixed(1)}` : score.toFixed(1);
  const id = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return {
    type: "point",
    id: `model-${id}`,
    role: "context",
    model: id,
    x: Math.log10(compute),
    y: score,
    shape: "circle",
    basis,
    focus: false,
    label: {name, shortName: name.replace("Llama 4 ", ""), value, place: "near", priority: score},
    detail: `${name}: ${value} points.`,
    ...extra
  };
}

const points: readonly PointMark[] = [
  point("Llama 4 Maverick", 2.244e24, 18.36, "known", {role: "reference", focus: true}),
  point("Llama 4 Scout", 4.08e24, 13.52, "known", {role: "reference", focus: true}),
  ...context.map(([name, compute, score, basis]) =>
    point(name, compute, score, basis, name === "GPT-4.5" ? {scoreEstimated: true} : {})
  )
];

const marks: readonly Mark[] = [
  {type: "threshold", id: "eu", role: "ink", x: 25, name: power("EU AI Act, ", "25"), shortName: plain("EU")},
  {
    type: "threshold",
    id: "sb53",
    role: "ink",
    x: 26,
    name: power("California SB 53, ", "26"),
    shortName: plain("SB 53")
  },
  band,
  curve(
    "curve-llama",
    "reference",
    maverick,
    "known",
    [plain("6 points per tenfold (3 to 12)"), power("reaches 52.15 at ", "30", " FLOP,"), plain("off this axis")],
    "Llama 4 recipe"
  ),
  curve("curve-muse", "subject", muse, "placed", [plain("6 points per tenfold")], "Muse recipe"),
  {type: "curve", id: "stretch", role: "rival1", weight: "minor", pieces: [{trust: "placed", points: [gpt, crossing]}]},
  {type: "rung", id: "rung-muse", role: "subject", model: "muse", y: muse.y, x2: Math.log10(3e24)},
  {type: "rung", id: "rung-maverick", role: "reference", model: "llama-4-maverick", y: maverick.y, x2: maverick.x},
  {
    type: "claim",
    id: "claim-meta",
    role: "ink",
    x1: maverick.x - 1,
    x2: maverick.x,
    y: maverick.y,
    open: "left",
    title: plain("over 10×, Meta’s claim"),
    note: plain("pretraining, not this index"),
    shortTitle: plain("over 10×, Meta"),
    shortNote: plain("another metric")
  },
  {
    type: "span",
    id: "claim-press",
    role: "ink",
    x1: crossing.x - 1,
    x2: crossing.x - Math.log10(3),
    y: muse.y,
    title: plain("“3× to 10×” less than GPT-5.4"),
    note: plain("would put Muse Spark here. Press only"),
    shortTitle: plain("3–10×"),
    met: false
  },
  {
    type: "bracket",
    id: "gain",
    role: "ink",
    along: "x",
    from: muse,
    to: crossing,
    value: plain("1.7×"),
    note: plain("less than GPT-5.4, at equal score"),
    cross: "rival1"
  },
  {
    type: "whisker",
    id: "whisker-maverick",
    role: "reference",
    model: "llama-4-maverick",
    along: "x",
    at: 18.36,
    low: Math.log10(2.2e24),
    high: Math.log10(3.4e24)
  },
  {
    type: "whisker",
    id: "whisker-gpt-5",
    role: "context",
    model: "gpt-5",
    along: "x",
    at: 44.63,
    low: Math.log10(2e25),
    high: Math.log10(2e26)
  },
  ...points,
  ...placedMarks,
  {
    type: "note",
    id: "not-disclosed",
    role: "ink",
    x: Math.log10(3e25),
    y: 57.18,
    title: plain("Compute not disclosed"),
    note: plain("a band, and a handle placed in it")
  }
];

export const key: readonly KeyEntry[] = [
  {sample: "known", text: "parameters × tokens"},
  {sample: "estimate", text: "third-party estimate"},
  {sample: "handle", text: "placed, not disclosed; its curve is dashed", shortText: "placed, not disclosed"},
  {sample: "beyond", text: "over 10× beyond the data", shortText: "10× past the data"}
];

export const ladderSample: Figure = {
  id: "ladder",
  title: "Muse Spark’s recipe cannot be told from no gain over GPT-5.4",
  subtitle: plain(
    "As placed, it reaches GPT-5.4’s score with 1.7× less compute (90 %: 0.04× to 25×). Neither compute is disclosed, and recipes differ more than compute orders this index."
  ),
  description:
    "Horizontal axis: training compute in FLOP, logarithmic. Vertical axis: Artificial Analysis Intelligence Index v4.0. Four models have undisclosed compute and are drawn as bands.",
  metric: "Artificial Analysis Intelligence Index v4.0, points, 10 Apr 2026",
  shortMetric: "AA Intelligence Index v4.0, 10 Apr 2026",
  x: {
    scale: "log10",
    domain,
    title: plain("Training compute, FLOP (log axis: each step is 10×)"),
    shortTitle: plain("Training compute, FLOP (each step 10×)"),
    ticks: "power",
    unit: "FLOP"
  },
  y: {scale: "linear", domain: [0, 70], title: plain("points"), shortTitle: plain("points"), ticks: "number"},
  marks,
  key,
  caption:
    "Hatched: where Muse Spark would have to be for 3–10× less compute than GPT-5.4. Dotted: more than 10× past the data.",
  footer: [
    "Index: Artificial Analysis (artificialanalysis.ai). Compute: Epoch AI, CC BY 4.0; bands and handles are placed, not disclosed. Straight line in log compute through Maverick; 90 % bands."
  ]
};
