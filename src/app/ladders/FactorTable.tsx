import {sourcesOf} from "../../figures/evidence.ts";
import type {EvidenceLookup} from "../../figures/footer.ts";
import {times} from "../../figures/costWords.ts";
import {factorBasis, factorNames, factorText, hasOtherSeconds, secondsNames} from "../../figures/pipelineWords.ts";
import {tellingFactors} from "../../figures/sharedFactors.ts";
import type {Scenario} from "../../scenario/schema.ts";
import type {CostReport, Told} from "../../simulation/costNumbers.ts";
import type {FactorName} from "../../simulation/pipeline.ts";
import type {SecondsFactorName} from "../../simulation/pipelineSeconds.ts";
import {Was} from "../compare/Was.tsx";

type Pipeline = NonNullable<CostReport["pipeline"]>;
type Name = FactorName | SecondsFactorName;

interface FactorTableProps {
  readonly scenario: Scenario;
  readonly report: CostReport;
  readonly pipeline: Pipeline;
  /** That of the pinned scenario. */
  readonly old: CostReport | undefined;
  readonly find: EvidenceLookup;
}

/** What is taken apart, a column each. */
const columns = {
  serving: "Of the serving bill",
  training: "Of the training",
  total: "Of a task in all",
  seconds: "Of the seconds"
} as const;
type Column = keyof typeof columns;

const exactly = (value: number): Told => ({value: Number.isFinite(value) ? value : null, interval: null});

/** What a factor does to a column; undefined where it is none of it. */
function factorOf({factors, secondsFactors}: Pipeline, name: Name, column: Column): Told | undefined {
  if (column === "seconds") return secondsFactors.find((factor) => factor.name === name);
  const factor = factors.find((item) => item.name === name);
  if (factor === undefined || (column !== "total" && factor.share !== column)) return undefined;
  if (column === "total") return factor.ofTotal;
  return {...exactly(column === "serving" ? factor.ofServing : factor.ofTraining), interval: factor.interval};
}

/** A gain that is a bound does so much “or less” to the training. */
const said = (pipeline: Pipeline, name: Name, column: Column, told: Told): string =>
  column === "training" ? factorText(pipeline, name as FactorName, told) : times(told);

const nameOf = (name: Name): string => (name === "pace" ? secondsNames.pace : factorNames[name]);

/** The factors between two setups: what each does to the bill, the training, a task in all and its seconds. */
export function FactorTable({scenario, report, pipeline, old, find}: FactorTableProps) {
  // Factors of another pair say nothing of this one.
  const isPair = old?.pipeline?.from === pipeline.from && old.pipeline.to === pipeline.to;
  const before = isPair ? (old.pipeline ?? undefined) : undefined;
  const shown = (Object.keys(columns) as Column[]).filter(
    (column) =>
      (column !== "training" || !pipeline.isTrainedOnce) && (column !== "seconds" || hasOtherSeconds(pipeline))
  );
  const telling = [pipeline, ...(before === undefined ? [] : [before])].flatMap((of) => {
    const {factors, secondsFactors} = tellingFactors(of);
    return [...factors, ...(shown.includes("seconds") ? secondsFactors : [])].map(({name}): Name => name);
  });
  const all: readonly Name[] = [...pipeline.factors.map(({name}) => name), "pace"];
  const names = all.filter((name) => telling.includes(name));
  const evidenceOf = (name: Name): readonly string[] =>
    [...pipeline.factors, ...pipeline.secondsFactors].find((factor) => factor.name === name)?.evidence ?? [];
  const central = (of: Pipeline, name: Name, column: Column, {value}: Told): string =>
    said(of, name, column, {value, interval: null});
  return (
    <table class="numbers costs">
      <caption class="visually-hidden">Factors of the serving bill, of the training and of the seconds</caption>
      <thead>
        <tr>
          <th scope="col">Factor</th>
          {shown.map((column) => (
            <th scope="col" key={column}>
              {columns[column]}
            </th>
          ))}
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{nameOf(name)}</th>
            {shown.map((column) => {
              const now = factorOf(pipeline, name, column);
              const was = before && factorOf(before, name, column);
              return (
                <td key={column} data-head={columns[column]}>
                  {now === undefined ? <span>no factor</span> : said(pipeline, name, column, now)}
                  {now !== undefined && before !== undefined && was !== undefined && (
                    <Was now={central(pipeline, name, column, now)} before={central(before, name, column, was)} />
                  )}
                </td>
              );
            })}
            <td data-head="Evidence">
              <span>{factorBasis(scenario, report, name, sourcesOf(evidenceOf(name), find).text)}</span>
            </td>
          </tr>
        ))}
        <tr class="whole">
          <th scope="row">All together</th>
          {shown.map((column) => {
            const [now, was] = [pipeline.ratios[column], before?.ratios[column]];
            return (
              <td key={column} data-head={columns[column]}>
                {times(now)}
                {was !== undefined && (
                  <Was now={times({...now, interval: null})} before={times({...was, interval: null})} />
                )}
              </td>
            );
          })}
          <td />
        </tr>
      </tbody>
    </table>
  );
}
