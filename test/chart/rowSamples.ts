import type {Axis, AxisRow, BarMark, CurveMark, Figure, Panels, PointMark, Role, Text} from "../../src/chart/figure.ts";

// What a tornado, a waterfall, a gain curve and two panels ask of the chart; the numbers are made up.

const plain = (text: string): Text => [{text}];
const log10 = Math.log10;

function times(value: number): Text {
  if (value >= 1e4) {
    const exponent = Math.floor(log10(value));
    return [{text: `${Math.round(value / 10 ** exponent)}×10`}, {text: String(exponent), sup: true}, {text: "×"}];
  }
  return plain(`${value < 9.95 ? value.toFixed(1) : Math.round(value).toLocaleString("en-US")}×`);
}

const rowsAxis = (rows: readonly AxisRow[]): Axis => ({
  scale: "linear",
  domain: [-0.5, rows.length - 0.5],
  title: [],
  shortTitle: [],
  ticks: "number",
  rows
});

const gainAxis = (domain: readonly [number, number]): Axis => ({
  scale: "log10",
  domain,
  title: plain("Gain of Muse Spark’s recipe over GPT-5.4’s (log axis)"),
  shortTitle: plain("Gain over GPT-5.4 (log axis)"),
  ticks: "multiplier"
});

const center = 1.7;

const inputs: readonly (readonly [name: string, note: string, low: number, high: number, role?: Role])[] = [
  ["Training compute of GPT-5.4, not disclosed", "3e25 to 1e27 FLOP", 0.17, 5.6, "rival1"],
  ["Training compute of Muse Spark, not disclosed", "3e24 to 3e26 FLOP", 0.2, 17, "subject"],
  ["Points per tenfold of compute on the Llama 4 curve", "3 to 12", 0.7, 4.1],
  ["Score of Muse Spark on the Intelligence Index v4.0", "51.2 to 53.1", 1.2, 2.5, "subject"],
  ["Score of GPT-5.4 on the Intelligence Index v4.0", "55.8 to 57.8", 1.3, 2.4, "rival1"],
  ["Share of compute spent on reinforcement learning after pretraining", "5 to 30 %", 1.4, 2.1],
  ["Tokens per parameter at which the reference recipe is read", "20 to 200", 1.5, 1.9],
  ["Seed noise of one run", "±0.3 points", 1.65, 1.75]
];

export const tornadoSample: Figure = {
  id: "tornado",
  title: "Two undisclosed quantities decide the gain; no other input does",
  subtitle: plain("Each input alone from the low to the high end of its 90 % interval, the others as placed."),
  description: "Eight inputs from the top down by how far each alone moves the gain of 1.7×.",
  metric: "Gain of Muse Spark’s recipe over GPT-5.4’s at equal score",
  shortMetric: "Gain over GPT-5.4 at equal score",
  x: gainAxis([-1, 1.5]),
  y: rowsAxis(
    inputs.map(([name, note, , , role], i) => ({
      id: `input-${i}`,
      name,
      note: plain(note),
      ...(role === undefined ? {} : {role})
    }))
  ),
  marks: [
    ...inputs.flatMap(([name, , low, high], i): readonly BarMark[] =>
      [["low", low] as const, ["high", high] as const].map(([emphasis, end]) => ({
        type: "bar",
        id: `${emphasis}-${i}`,
        role: "ink",
        model: `input-${i}`,
        row: i,
        x1: log10(center),
        x2: log10(end),
        emphasis,
        endLabel: times(end),
        detail: `${name}, ${emphasis} end: gain ${end}×.`
      }))
    ),
    {type: "rule", id: "as-placed", role: "ink", along: "y", at: log10(center), name: plain("as placed, 1.7×")},
    {type: "rule", id: "no-gain", role: "context", along: "y", at: 0, name: plain("no gain, 1×"), dashed: true}
  ],
  key: [
    {sample: "low", text: "low end of the input"},
    {sample: "high", text: "high end of the input"}
  ],
  caption: "Bars: the gain with one input at either end of its interval.",
  footer: ["Index: Artificial Analysis (artificialanalysis.ai). Compute: Epoch AI, CC BY 4.0."]
};

const parts: readonly (readonly [name: string, note: string, factor: number])[] = [
  ["Architecture", "mixture of experts", 3],
  ["Optimizer and schedule", "", 1.4],
  ["Data quality and mixture", "", 2.6],
  ["Longer training of a smaller model", "a loss, for cheaper serving", 0.7]
];

const ends = parts.map((_, i) => parts.slice(0, i + 1).reduce((product, [, , factor]) => product * factor, 1));

export const waterfallSample: Figure = {
  id: "waterfall",
  title: "Three parts make 11×, and a fourth takes a third of it back",
  subtitle: plain("Parts multiply: on a log axis each is as long as it is strong."),
  description: "Four parts of a recipe’s gain, from 1× to 7.6×.",
  metric: "Gain over the reference recipe",
  shortMetric: "Gain over the reference recipe",
  x: {
    ...gainAxis([0, 1.1]),
    title: plain("Gain over the reference recipe (log axis)"),
    shortTitle: plain("Gain (log axis)")
  },
  y: rowsAxis([
    ...parts.map(([name, note]) => ({name, ...(note === "" ? {} : {note: plain(note)})})),
    {name: "The whole recipe", role: "subject"}
  ]),
  marks: [
    ...parts.map(([name, , factor], i): BarMark => ({
      type: "bar",
      id: `part-${i}`,
      role: "subject",
      row: i,
      x1: log10(ends[i - 1] ?? 1),
      x2: log10(ends[i] ?? 1),
      emphasis: "part",
      endLabel: plain(`${factor}×`),
      detail: `${name}: ${factor}×.`
    })),
    {
      type: "bar",
      id: "total",
      role: "subject",
      row: parts.length,
      x1: 0,
      x2: log10(ends.at(-1) ?? 1),
      emphasis: "total",
      endLabel: plain("7.6×"),
      detail: "The whole recipe: 7.6×."
    }
  ],
  key: [],
  caption: "Each part multiplies what stands above it.",
  footer: ["Made-up parts."]
};

const domain = [20, 28] as const;

function gainCurve(id: string, name: string, role: Role, at: (x: number) => number, known: number): CurveMark {
  const points = Array.from({length: 81}, (_, i) => domain[0] + (i * (domain[1] - domain[0])) / 80).map((x) => ({
    x,
    y: at(x)
  }));
  return {
    type: "curve",
    id,
    role,
    weight: "main",
    pieces: [
      {trust: "known", points: points.filter(({x}) => x <= known)},
      {trust: "beyond", points: points.filter(({x}) => x >= known)}
    ],
    label: {name, place: "column", priority: 1, lines: [plain("over the reference recipe")]}
  };
}

const marker = (id: string, name: string, role: Role, x: number, y: number): PointMark => ({
  type: "point",
  id,
  role,
  model: id,
  x,
  y,
  shape: role === "rival1" ? "square" : "circle",
  basis: "known",
  focus: true,
  label: {name, value: y > 3 ? "10,000×" : "12×", place: "near", priority: 2},
  detail: `${name}: gain.`
});

const growing = (x: number) => (x - 20) * 0.68 - 0.9;
const shrinking = (x: number) => 1.6 - (x - 20) * 0.13;

export const gainSample: Figure = {
  id: "gain",
  title: "A gain measured on small runs need not be the gain at scale",
  subtitle: plain("Another exponent makes the gain grow with compute; a shared floor makes it vanish."),
  description: "Gain against compute, both logarithmic; one curve grows past ten thousand, one shrinks.",
  metric: "Gain: compute of the reference recipe over compute of the new one, at equal loss",
  shortMetric: "Gain at equal loss",
  x: {
    scale: "log10",
    domain,
    title: plain("Compute of the new recipe, FLOP (log axis: each step is 10×)"),
    shortTitle: plain("Compute, FLOP (each step 10×)"),
    ticks: "power",
    unit: "FLOP"
  },
  y: {scale: "log10", domain: [-1.2, 4.8], title: [], shortTitle: [], ticks: "multiplier"},
  marks: [
    {type: "rule", id: "one", role: "context", along: "x", at: 0, name: plain("no gain, 1×"), dashed: true},
    {type: "rule", id: "claim", role: "ink", along: "x", at: 1, name: plain("the claim, 10×"), dashed: true},
    {type: "rule", id: "budget", role: "context", along: "y", at: 26, name: plain("Maverick’s budget")},
    gainCurve("grows", "Another exponent", "subject", growing, 24),
    gainCurve("shrinks", "Another floor", "rival1", shrinking, 24),
    gainCurve("constant", "A constant factor", "reference", () => 0.5, 24),
    marker("at-scale", "At scale", "subject", 27.2, growing(27.2)),
    marker("small", "Largest rung", "rival1", 24, shrinking(24))
  ],
  key: [{sample: "beyond", text: "beyond the data"}],
  caption: "Dotted: beyond the data.",
  footer: ["Made-up exponents."]
};

export const panelsSample: Panels = {
  id: "pair",
  title: "Where the gain comes from, and what it hangs on",
  subtitle: plain("Left the parts of the recipe, right how far each input alone moves the whole."),
  description: "Two panels: a waterfall of four parts, and a tornado of eight inputs.",
  caption: "",
  footer: ["Made-up parts. Index: Artificial Analysis (artificialanalysis.ai)."],
  panels: [{figure: waterfallSample}, {figure: tornadoSample, weight: 1.3}]
};

export const curvePanels: Panels = {
  ...panelsSample,
  id: "curves",
  title: "Two laws, one claim",
  panels: [
    {figure: gainSample},
    {figure: {...gainSample, metric: "The same over a narrower range", y: {...gainSample.y, domain: [-0.3, 1.6]}}}
  ]
};
