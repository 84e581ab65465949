import {describe, expect, test} from "vitest";
import type {BarMark, Figure, HandleMark, PointMark} from "../../src/chart/figure.ts";
import {layoutFigure} from "../../src/chart/layout.ts";
import {overlaps} from "../../src/chart/overlaps.ts";
import {layoutPanels} from "../../src/chart/panels.ts";
import {billFigure, billMark} from "../../src/figures/billFigure.ts";
import {costAnswer, costTitle} from "../../src/figures/costAnswer.ts";
import {costFormulas} from "../../src/figures/costFormulas.ts";
import {costPart} from "../../src/figures/costPart.ts";
import {costTable} from "../../src/figures/costTable.ts";
import {
  formatDollars,
  formatRoughDollars,
  lifetimeWords,
  outputDollars,
  paysText,
  taskUnit
} from "../../src/figures/costWords.ts";
import {factorBasis, whatCameFromWhere} from "../../src/figures/pipelineWords.ts";
import {lifetimeFigure, lifetimeHandle} from "../../src/figures/lifetimeFigure.ts";
import {pipelineFigure} from "../../src/figures/pipelineFigure.ts";
import {sensitivityFigure} from "../../src/figures/sensitivity.ts";
import {tasksFigure, tasksHandle} from "../../src/figures/tasksFigure.ts";
import {asString} from "../../src/figures/wording.ts";
import {writeInput} from "../../src/scenario/address.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {costs} from "../../src/simulation/cost.ts";
import {costReport} from "../../src/simulation/costNumbers.ts";
import {costSteps, drawCosts, undrawnCosts} from "../../src/simulation/costUncertainty.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const few = {seed: 7, draws: 400};
const [perTask, serve] = (await Promise.all(
  ["cost-per-task.json", "serve-a-billion.json"].map(async (file) => ({
    ...(await shippedScenario(file)),
    uncertainty: few
  }))
)) as [Scenario, Scenario];
const [drawnTask, drawnServe] = [drawCosts(perTask), drawCosts(serve)];
const {cost: _cost, ...noCosts} = perTask;

const set = (scenario: Scenario, address: string, value: number) =>
  writeInput(scenario, address, {value, written: value});
const markOf = <T>(figure: Figure | undefined, id: string) =>
  figure?.marks.find((mark) => mark.id === id) as T | undefined;
const bars = (figure: Figure | undefined) =>
  (figure?.marks ?? []).filter((mark): mark is BarMark => mark.type === "bar");

describe("the figure of bills", () => {
  const figure = billFigure(perTask, drawnTask)!;

  test("fills the points of the four models that were measured, at what was measured", () => {
    for (const [id, dollars] of [
      ["llama-4-maverick", 56.45],
      ["gpt-5-4", 2851.01],
      ["gemini-3-1-pro", 892.28],
      ["claude-opus-4-6", 4969.68]
    ] as const) {
      const mark = markOf<PointMark>(figure, billMark(id))!;
      expect(mark.type, id).toBe("point");
      expect(mark.basis, id).toBe("known");
      expect(10 ** mark.x / dollars, id).toBeCloseTo(1, 9);
      expect(mark.detail).toContain("measured, the same to the cent");
    }
  });

  test("draws Muse Spark as a handle in its band and never as a measured point", () => {
    expect(markOf<HandleMark>(figure, billMark("muse-spark"))?.type).toBe("handle");
    expect(markOf<{readonly type: string}>(figure, "span-muse-spark")?.type).toBe("shelf");
    expect(markOf<HandleMark>(figure, billMark("muse-spark"))?.detail).toContain("a scenario");
  });

  test("shows what was measured beside what is computed where they differ", () => {
    const dearer = set(perTask, "cost.setups.gpt-5-4.outputPrice", 20);
    const other = billFigure(dearer, undrawnCosts)!;
    expect(markOf<PointMark>(other, "measured-gpt-5-4")?.basis).toBe("known");
    expect(markOf<PointMark>(other, billMark("gpt-5-4"))?.basis).toBe("forecast");
  });

  test("draws what hardware would cost as rings, none of them filled", () => {
    const points = billFigure(serve, drawnServe)!.marks.filter((mark) => mark.type === "point");
    expect(points.map(({basis}) => basis)).toEqual(["forecast", "forecast", "forecast", "forecast"]);
  });
});

describe("the figure of costs by tasks", () => {
  test("has its handle at the tasks served, on the curve of the setup that the answer is about", () => {
    const handle = markOf<HandleMark>(tasksFigure(perTask, drawnTask), tasksHandle)!;
    expect(handle.x).toBeCloseTo(6, 12);
    expect(10 ** handle.y).toBeCloseTo(478.29, 1);
  });

  test("keeps its axes while the tasks move inside them", () => {
    const before = tasksFigure(perTask, undrawnCosts)!;
    for (const tasks of [2e3, 5e5, 9e7]) {
      const after = tasksFigure(set(perTask, "cost.tasks", tasks), undrawnCosts)!;
      expect([after.x.domain, after.y.domain]).toEqual([before.x.domain, before.y.domain]);
    }
  });

  test("is dashed where a placed compute decides and solid where what is known does", () => {
    const pieces = (id: string) =>
      (
        markOf<{readonly pieces: readonly {readonly trust: string}[]}>(
          tasksFigure(perTask, undrawnCosts),
          `curve-${id}`
        )?.pieces ?? []
      ).map(({trust}) => trust);
    expect(pieces("gpt-5-4")).toEqual(["placed", "known"]);
    expect(pieces("muse-spark")).toEqual(["placed"]);
    expect(pieces("llama-4-maverick")).toEqual(["known"]);
  });

  test("marks where a change has paid", () => {
    expect(markOf<PointMark>(tasksFigure(serve, drawnServe), "pays-smaller")?.detail).toMatch(
      /paid after 4\.38B tasks/
    );
  });
});

describe("the bills", () => {
  test("have their dollars at their own mark, also where two rows are of one model", () => {
    for (const width of [420, 700, 1200]) {
      const placed = layoutFigure(billFigure(serve, drawnServe)!, {width, height: 400, chrome: "page"});
      for (const {id, x, y} of placed.points) {
        const [text] = placed.labels.find((item) => item.id === id)!.texts;
        expect(Math.hypot(text!.x - x, text!.y - y), `${id} at ${width}`).toBeLessThan(30);
      }
    }
  });

  test("are explained by the marks that are drawn", () => {
    expect(billFigure(serve, drawnServe)!.caption).toBe("Ring: computed. A band is a 90 % interval.");
    expect(billFigure(perTask, drawnTask)!.caption).toBe(
      "Filled: measured. A handle stands at a price that was placed. A band is a 90 % interval."
    );
  });
});

test("the names of bills stand over their marks at any height of a phone", () => {
  const bills = billFigure(perTask, drawnTask)!;
  for (let height = 250; height < 280; height += 3) {
    expect(overlaps(layoutFigure(bills, {width: 378, height, chrome: "page"})), `${height}`).toEqual([]);
  }
});

describe("the waterfalls", () => {
  test("have the training gain among the steps of the training alone", () => {
    const ids = (share: "serving" | "training") => bars(pipelineFigure(perTask, drawnTask, share)).map(({id}) => id);
    expect(ids("serving")).toEqual(["serving-output", "serving-input", "serving-price", "serving-whole"]);
    expect(ids("training")).toEqual(["training-effectiveCompute", "training-gain", "training-whole"]);
  });

  test("leave the serving bill as it is, bar by bar, whatever the training gain", () => {
    const serving = (scenario: Scenario) =>
      bars(pipelineFigure(scenario, undrawnCosts, "serving")).map(({x1, x2, endLabel}) => [
        x1,
        x2,
        asString(endLabel ?? [])
      ]);
    const before = serving(perTask);
    for (const gain of [1, 3, 100]) expect(serving(set(perTask, "cost.pipeline.gain", gain))).toEqual(before);
    const training = (scenario: Scenario) => bars(pipelineFigure(scenario, undrawnCosts, "training"))[1]!.x2;
    expect(training(set(perTask, "cost.pipeline.gain", 3))).toBeCloseTo(training(perTask), 9);
    expect(
      bars(pipelineFigure(set(perTask, "cost.pipeline.gain", 3), undrawnCosts, "training"))[1]!.x1
    ).not.toBeCloseTo(bars(pipelineFigure(perTask, undrawnCosts, "training"))[1]!.x1, 3);
  });

  test("multiply to the whole, and each step starts where the last one ended", () => {
    for (const share of ["serving", "training", "total"] as const) {
      const steps = bars(pipelineFigure(perTask, undrawnCosts, share));
      for (let i = 1; i < steps.length - 1; ++i) expect(steps[i]!.x1).toBe(steps[i - 1]!.x2);
      expect(steps.at(-2)!.x2).toBeCloseTo(steps.at(-1)!.x2, 9);
    }
  });

  test("leave out what both setups share, and keep what is 1 in the training", () => {
    const ids = (scenario: Scenario) =>
      bars(pipelineFigure(scenario, undrawnCosts, "total")).map(({id}) => id.replace("total-", ""));
    expect(ids(serve)).toEqual(["effectiveCompute", "gain", "whole"]);
    expect(ids(set(perTask, "cost.pipeline.gain", 1))).toContain("gain");
    const parts = (rows: readonly (readonly unknown[])[] | undefined) =>
      (rows ?? []).flatMap(([part, , quantity]) => (part === "pipeline, of a task in all" ? [quantity] : []));
    expect(parts(costTable(serve, drawnServe))).toEqual(["effective compute", "training gain"]);
  });

  test("share one scale", () => {
    const [serving, training] = (["serving", "training"] as const).map((share) =>
      pipelineFigure(perTask, drawnTask, share)!
    );
    expect(serving!.x.domain).toEqual(training!.x.domain);
  });

  test("take a task in all apart by every factor, to the ratio of the dollars that the answer says", () => {
    const total = pipelineFigure(perTask, undrawnCosts, "total")!;
    expect(bars(total).map(({id}) => id.replace("total-", ""))).toEqual([
      ...["output", "input", "price", "effectiveCompute", "gain", "whole"]
    ]);
    const [from, to] = ["llama-4-maverick", "muse-spark"].map((id) => costs(perTask)!.numbers.setups.get(id)!.dollars);
    expect(10 ** bars(total).at(-1)!.x2).toBeCloseTo(to! / from!, 9);
  });

  test("write the factor of a gain that is a bound as a bound", () => {
    const gain = bars(pipelineFigure(perTask, drawnTask, "training")).find(({id}) => id === "training-gain")!;
    expect(asString(gain.endLabel!)).toBe("0.1× or less");
  });

  test("say so where the training of one of them has no number", () => {
    const models = perTask.models.map((model) => (model.id === "muse-spark" ? {...model, compute: undefined} : model));
    const figure = pipelineFigure({...perTask, models}, undrawnCosts, "training")!;
    expect(figure.empty).toBe("Cannot be told: the training of one of them has no number");
  });
});

describe("the figure of a life", () => {
  test("has its handle at the lowest point of the whole", () => {
    const figure = lifetimeFigure(serve, drawnServe)!;
    const handle = markOf<HandleMark>(figure, lifetimeHandle)!;
    const total = markOf<{readonly pieces: readonly {readonly points: readonly {readonly y: number}[]}[]}>(
      figure,
      "total"
    )!;
    for (const {y} of total.pieces[0]!.points) expect(y).toBeGreaterThanOrEqual(handle.y - 1e-12);
  });

  test("is left out where no tokens served are set", () => {
    expect(lifetimeFigure(perTask, drawnTask)).toBeUndefined();
    expect(lifetimeWords(costReport(perTask, undrawnCosts)!)).toBeUndefined();
  });
});

describe("the answer", () => {
  test("names its assumptions, the dollars with their interval, and where the gain does not stand", () => {
    const {body, verdict} = costAnswer(perTask, drawnTask)!;
    expect(body).toMatch(
      /^At the price of a later version, its training compute as placed and spread over 1M tasks, a task of Muse Spark costs \$478 \(90 %: \$\d+ to \$[\d,]+\) at a score of 52\.15, and one of Llama 4 Maverick \$61\.20 at a score of 18\.36; the training gain of over 10× is $/
    );
    expect(verdict).toBe("no factor of the serving bill");
  });

  test("says what a task would cost were the training free", () => {
    expect(costAnswer(perTask, drawnTask)?.condition).toMatch(
      /were the training free, a task would still cost \$415 \(90 %/
    );
  });

  test("asks for two setups where none are named", () => {
    const {pipeline: _, ...cost} = perTask.cost!;
    expect(costAnswer({...perTask, cost}, undrawnCosts)?.condition).toMatch(/^Choose two setups below/);
  });

  test("is none without costs", () => expect(costAnswer(noCosts as Scenario, undrawnCosts)).toBeUndefined());
});

describe("words of costs", () => {
  test("write dollars to the cent, rough ones to three digits, small ones without exponents", () => {
    expect([56.45, 4969.68, 0.00112, 4.6e-7, 4.76e6].map(formatDollars)).toEqual([
      "$56.45",
      "$4,969.68",
      "$0.00112",
      "$0.00000046",
      "$4.76M"
    ]);
    expect([61.204, 478.29, 2287.81].map(formatRoughDollars)).toEqual(["$61.20", "$478", "$2,290"]);
  });

  test("say dollars of a million tasks where no task comes to a cent", () => {
    const {body} = costAnswer(serve, drawnServe)!;
    expect(body).toMatch(
      /, a million tasks of Claimed recipe cost \$283 \(90 %: \$[\d.]+ to \$1,\d\d0\) at a loss of 1\.978,/
    );
    expect(body).toContain("and those of Maverick $295");
    expect(outputDollars(Math.log10(0.000283))).toBe("$283 a million tasks");
    expect(outputDollars(Math.log10(61.204))).toBe("$61.20");
    expect(asString(costFormulas(serve, costReport(serve, undrawnCosts)!)[0]!.numbers)).toBe(
      "Claimed recipe, a million tasks: $283 = $282 + $477,000 / 365B × 1M; the gain of 10× stands in the second term alone"
    );
    expect(markOf<PointMark>(billFigure(serve, drawnServe), billMark("claimed"))!.label!.name).toBe("$282");
    expect(billFigure(serve, drawnServe)!.shortMetric).toBe("Serving a million tasks, without training");
    expect(costTitle(serve, drawnServe).title).toBe("As placed, a million tasks: Claimed recipe $283, Maverick $295");
    const figure = tasksFigure(serve, drawnServe)!;
    expect(asString(figure.y.title)).toBe("US dollars of a million tasks");
    expect(markOf<HandleMark>(figure, tasksHandle)!.label!.name).toBe("$283 a million tasks");
    expect(10 ** markOf<HandleMark>(figure, tasksHandle)!.y).toBeCloseTo(283, 0);
  });

  test("put the tornado of such a cost on an axis of a million tasks", () => {
    const swing = {address: "cost.tasks", inputLow: 1e11, inputHigh: 1e12, atLow: -3.5, atHigh: -3.6};
    const sensitivity = {output: "cost.maverick", central: -3.53, swings: [swing], shares: [], draws: 0};
    const figure = sensitivityFigure(serve, sensitivity);
    expect(asString(figure.x.title)).toBe("dollars a million tasks of Maverick");
    expect(bars(figure).map(({x1, x2}) => [x1, x2])).toEqual(
      [
        [2.47, 2.5],
        [2.47, 2.4]
      ].map((ends) => ends.map((end) => expect.closeTo(end, 9)))
    );
    expect(asString(bars(figure)[0]!.endLabel!)).toBe("$316 a million tasks");
  });

  test("keep to dollars of a task where one of the setups costs more than a cent", () => {
    expect(taskUnit([0.02, 0.0003]).behind).toBe("");
    expect(taskUnit([0.002, 0.0003, NaN, 0]).behind).toBe(" a million tasks");
    expect(taskUnit([NaN]).behind).toBe("");
  });

  test("say that two are served alike, where the waterfall of serving would be empty", () => {
    expect(whatCameFromWhere(serve, costReport(serve, undrawnCosts)!)!.serving).toBe(
      "Maverick and Claimed recipe are served alike: no factor of the serving bill changes."
    );
    expect(pipelineFigure(serve, drawnServe, "serving")).toBeUndefined();
    expect(pipelineFigure(serve, drawnServe, "training")).toBeDefined();
  });

  test("say never where a change never pays", () => {
    const dearer = set(serve, "cost.setups.short.output", 900);
    const change = costReport(dearer, undrawnCosts)!.changes.find(({id}) => id === "penalty")!;
    expect(paysText(change)).toBe("never pays");
  });

  test("call the price of a later version a scenario, and a placed compute placed", () => {
    const report = costReport(perTask, undrawnCosts)!;
    expect(factorBasis(perTask, report, "price", "measured")).toBe("measured; a later price, a scenario");
    expect(factorBasis(perTask, report, "effectiveCompute", "estimate")).toBe("estimate; placed");
    expect(factorBasis(perTask, report, "agents", "")).toBe("as set");
  });

  test("put today’s numbers into the formulas", () => {
    const numbers = costFormulas(perTask, costReport(perTask, undrawnCosts)!).map((formula) =>
      asString(formula.numbers)
    );
    expect(numbers[1]).toBe("Muse Spark: (133M × $1.25 + 58.4M × $4.25 a million) = $414.58");
    expect(costFormulas(serve, costReport(serve, undrawnCosts)!).map(({name}) => name)).toEqual([
      "A task",
      "Serving on hardware",
      "Training",
      "When a change has paid",
      "Over a life"
    ]);
  });
});

describe("the part of the view", () => {
  test("yields between steps, and its draws are those that were asked for", () => {
    const steps = costSteps(perTask, {seed: 7, draws: 600});
    expect(steps.next()).toEqual({done: false, value: 250 / 600});
    expect(steps.next()).toEqual({done: false, value: 500 / 600});
    const last = steps.next();
    expect(last.done && last.value.draws).toBe(600);
  });

  test("says the draws that were made in the footer, and none where none were", () => {
    const footer = (drawn: typeof drawnTask | undefined) =>
      costPart.picture(perTask, {cost: drawn}, {})!.footer.join(" ");
    expect(footer(drawnTask)).toContain("90 % intervals from 400 draws, seed 7.");
    expect(footer(undefined)).not.toContain("draws");
  });

  test("has a table whose rows are as long as its head, with both dollars of the bill", () => {
    const rows = costPart.table(perTask, {cost: drawnTask})!;
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([9]));
    expect(rows).toContainEqual(["bill", "GPT-5.4", "computed, to the cent", "US dollars", 2851.01, NaN, NaN, "", ""]);
    expect(rows.find((row) => row[0] === "bill" && row[1] === "Muse Spark" && row[2] === "measured")?.[7]).toBe(
      "not disclosed"
    );
  });

  test("is none without costs", () => {
    expect(costPart.picture(noCosts as Scenario, undefined, {})).toBeUndefined();
    expect(costPart.table(noCosts as Scenario, undefined)).toBeUndefined();
  });

  test.each([
    [1200, 760],
    [720, 560],
    [390, 1200]
  ])("has no label over another at %i × %i", (width, height) => {
    for (const [scenario, cost] of [
      [perTask, drawnTask],
      [serve, drawnServe]
    ] as const) {
      const picture = costPart.picture(scenario, {cost}, {})!;
      if (!("panels" in picture)) throw new Error("one figure");
      for (const {placed} of layoutPanels(picture, {width, height, chrome: "export"}).panels) {
        expect(overlaps(placed), placed.id).toEqual([]);
      }
      for (const figure of [tasksFigure(scenario, cost), lifetimeFigure(scenario, cost)]) {
        if (figure === undefined) continue;
        expect(
          overlaps(layoutFigure(figure, {width: Math.min(width, 904), height: 440, chrome: "page"})),
          figure.id
        ).toEqual([]);
      }
    }
  });
});
