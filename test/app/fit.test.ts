import {describe, expect, test} from "vitest";
import {beginImport, recipeOfName, requestOf, resultOf, withAnswerOf} from "../../src/app/fit/importState.ts";
import {standing} from "../../src/app/fit/drawnFit.ts";
import {decadesAround, usualHoldOut} from "../../src/app/fit/fitSliders.ts";
import {drawsCsv, parametersCsv, pointsCsv} from "../../src/app/fit/fitExports.ts";
import {tableClient} from "../../src/app/fit/tableClient.ts";
import type {TablePort} from "../../src/app/fit/tableClient.ts";
import type {TableAnswered, TableAsked} from "../../src/app/fit/tableWorker.ts";
import {coverageWords} from "../../src/figures/coverageWords.ts";
import {fitFormula} from "../../src/figures/fitFormula.ts";
import {asString} from "../../src/figures/wording.ts";
import {readRuns} from "../../src/fitting/readRuns.ts";
import {sampleLadder} from "../../src/fitting/sampleLadder.ts";
import {runsOfTable} from "../../src/fitting/tableRuns.ts";
import {emptyScenario} from "../../src/scenario/emptyScenario.ts";
import {ladderFit} from "../../src/simulation/fits.ts";
import type {FitUncertainty} from "../../src/simulation/fitUncertainty.ts";
import {fitUncertaintySteps} from "../../src/simulation/fitUncertainty.ts";

const section = runsOfTable({runs: sampleLadder().runs, mapping: {}, comments: []}, {name: "sample"});
if (!section.ok) throw new Error(section.message);
const scenario = {...emptyScenario(), runs: {...section.runs, draws: 60}};
const fit = ladderFit(scenario)!;

const answerOf = (text: string, id = 1): TableAnswered => {
  const read = readRuns(text);
  return {id, read, preview: undefined, count: read.ok ? read.runs.runs.length : 0, words: ""};
};

describe("a table on its way in", () => {
  test("replaces where there are no runs, and adds where there are", () => {
    const text = "params,tokens,loss\n7e7,1e9,3\n8e7,1e9,2.9";
    expect(beginImport("a.csv", undefined)).toMatchObject({how: "replace", recipe: "a", recipeBefore: ""});
    const state = withAnswerOf(beginImport("a.csv", undefined), answerOf(text));
    expect(resultOf(state, "a.csv", undefined)).toMatchObject({ok: true, runs: {name: "a.csv", form: "power-law"}});
    const adding = withAnswerOf(beginImport("a.csv", section.runs), answerOf(text));
    const added = resultOf(adding, "a.csv", section.runs);
    expect(added?.ok && [added.runs.rows.length, added.runs.rows.at(-1)?.[1]]).toEqual([42, "a"]);
    expect(resultOf(beginImport("a", undefined), "a", undefined)).toBeUndefined();
  });

  test("asks with what was said and with the filter that is whole", () => {
    const state = {...beginImport("a", undefined), said: {N: "N=x"}, filter: {title: "set", value: ""}};
    expect(requestOf(state)).toEqual({mapping: "N=x", where: undefined});
    expect(requestOf({...state, filter: {title: "set", value: "b"}}).where).toBe("set=b");
    expect(recipeOfName("My runs.TSV")).toBe("My runs");
  });

  test("only the newest answer of the worker counts, and a failure is told", () => {
    const sent: TableAsked[] = [];
    const port: TablePort = {
      postMessage: (asked) => sent.push(asked),
      terminate: () => undefined,
      onmessage: null,
      onerror: null
    };
    const got: number[] = [];
    let failures = 0;
    const client = tableClient(
      port,
      ({id}) => got.push(id),
      () => ++failures
    );
    client.ask({table: "a"});
    client.ask({mapping: "N=x"});
    port.onmessage?.({data: answerOf("", 1)});
    port.onmessage?.({data: answerOf("", 2)});
    port.onerror?.();
    expect([sent.map(({id}) => id), got, failures]).toEqual([[1, 2], [2], 1]);
  });
});

describe("sliders of a fit", () => {
  test("run over whole decades", () => {
    expect(decadesAround([3e18, 2e20])).toEqual([1e18, 1e21]);
    expect(decadesAround([1e18, 1e20], 4)).toEqual([1e18, 1e24]);
  });

  test("a hold-out begins between two computes, about a quarter above it", () => {
    const computes = fit.taken.map(({C}) => C);
    const above = usualHoldOut(computes);
    expect(computes.filter((C) => C > above).length).toBe(5);
    expect(usualHoldOut([1e18, 1e18])).toBeGreaterThan(1e18);
  });
});

describe("files of a fit", () => {
  const steps = fitUncertaintySteps(scenario);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const drawn = step.value!;

  test("points: every run with what the law says and why it takes no part", () => {
    const lines = pointsCsv(fit).trimEnd().split("\n");
    expect(lines).toHaveLength(41);
    expect(lines[0]).toBe("row,name,recipe,N,D,C,loss,score,predicted,loss over predicted,takes part");
    expect(lines[1]).toMatch(/^1,old-1e18-1,old,.*,yes$/);
    expect(lines[40]).toMatch(/,other recipe$/);
  });

  test("parameters with intervals, and draws a row each", () => {
    expect(parametersCsv(fit, drawn)).toMatch(/^parameter,value,5 %,median,95 %\nE,1\.8/);
    expect(parametersCsv(fit, undefined)).toMatch(/\nE,1\.8[\d]*,,,\n/);
    const lines = drawsCsv(drawn).trimEnd().split("\n");
    expect([lines[0], lines.length]).toEqual(["E,A,B,alpha,beta", 61]);
  });
});

describe("draws of a moment ago", () => {
  const {runs} = scenario;
  const drawn = {holdOut: {ok: false, message: "none"}} as unknown as FitUncertainty;

  test("stand while a target, a mix or a seed changes", () => {
    expect(standing(drawn, runs, {...runs, seed: 7, policy: {tokensPerParameter: {value: 20, written: 20}}})).toBe(
      drawn
    );
  });

  test("stand without their forecasts while runs are switched", () => {
    const switched = {...runs, without: {rows: [3], largest: 0}};
    expect(standing(drawn, runs, switched)).toEqual({holdOut: undefined});
    expect(standing(drawn, runs, switched)).toBe(standing(drawn, runs, {...runs, recipe: "new"}));
  });

  test("of another form or other rows have nothing to say", () => {
    expect(standing(drawn, runs, {...runs, form: "power-law"})).toBeUndefined();
    expect(standing(drawn, runs, {...runs, rows: [...runs.rows]})).toBeUndefined();
    expect(standing(drawn, undefined, runs)).toBeUndefined();
  });
});

describe("a fit in words", () => {
  test("the formula has today’s numbers in it", () => {
    const formula = fitFormula(fit, 1e22)!;
    expect(asString(formula.law)).toMatch(/^L = 1\.8\d+ \+ \d+\.?\d* \/ N\^0\.3\d+ \+ \d+\.?\d* \/ D\^0\.3\d+$/);
    expect(asString(formula.at)).toMatch(/^At 10\^22 FLOP it comes to 2\.\d+$/);
    const power = ladderFit({runs: {...scenario.runs, form: "power-law-no-floor"}})!;
    expect(asString(fitFormula(power, 1e22)!.law)).toMatch(/^L = [\d.]+ \/ C\^0\.\d+$/);
  });

  const coverage = {
    ladders: 200,
    failed: 0,
    draws: 200,
    seed: 42,
    runs: 20,
    parameters: {E: 0.8, alpha: 0.9},
    forecasts: [0, 1, 2].map((decades) => ({decades, share: 0.8 + decades / 50}))
  };

  test("coverage is told as it is", () => {
    const {sentence, rows, remark} = coverageWords(coverage);
    expect(sentence).toBe(
      "On 200 simulated ladders of 20 runs like these, the 90 % intervals of a forecast held the truth in 80 % to 84 %: they are too narrow, and what is not known is more than they say."
    );
    expect(rows[0]).toEqual({what: "loss at the largest run", share: "80 %", isNarrow: true});
    expect(rows.at(-1)).toEqual({what: "α", share: "90 %", isNarrow: false});
    expect(remark).toContain("seed 42");
  });

  test.each([
    [0.9, "they are as good as they say"],
    [0.97, "they are wider than they say"]
  ])("a share of %d is said to be what it is", (share, words) => {
    const forecasts = coverage.forecasts.map(({decades}) => ({decades, share}));
    expect(coverageWords({...coverage, forecasts}).sentence).toContain(words);
  });

  test("no fit at all is said, and failures are counted", () => {
    const forecasts = coverage.forecasts.map(({decades}) => ({decades, share: NaN}));
    expect(coverageWords({...coverage, failed: 200, forecasts}).sentence).toBe(
      "None of 200 simulated ladders could be fitted."
    );
    expect(coverageWords({...coverage, failed: 3}).remark).toContain("3 could not be fitted");
  });
});
