import type {Scenario} from "../scenario/schema.ts";
import {drawPart} from "./costDraws.ts";
import type {DrawnPart} from "./costDraws.ts";
import type {Interval} from "./draws.ts";
import {knownInterval} from "./drawRecord.ts";
import {pipeline, pipelineReader} from "./pipeline.ts";
import type {Factor, FactorName, TaskCost} from "./pipeline.ts";
import type {SecondsFactorName} from "./pipelineSeconds.ts";

/** The 90 % intervals of a waterfall, a number that some draw does not have left out. */
export interface PipelineUncertainty {
  /** By the name of a factor: in its own share, and of the total. */
  readonly factors: Readonly<Partial<Record<FactorName, {readonly own?: Interval; readonly ofTotal?: Interval}>>>;
  /** How many times as much a task costs after, and how many times as long it takes. */
  readonly ratios: Readonly<Partial<Record<keyof TaskCost | "seconds", Interval>>>;
  readonly trainingPart: {readonly before?: Interval; readonly after?: Interval};
  /** By the name of a factor of the seconds. */
  readonly seconds: Readonly<Partial<Record<SecondsFactorName, Interval>>>;
}

const given = <K extends string>(key: K, values: Float64Array | undefined): Partial<Record<K, Interval>> => {
  const found = knownInterval(values);
  return found === undefined ? {} : ({[key]: found} as Partial<Record<K, Interval>>);
};

/** A waterfall, to be drawn; undefined where no two setups are named. */
export function pipelinePart(scenario: Scenario): DrawnPart<PipelineUncertainty> | undefined {
  const read = pipelineReader(scenario);
  if (read === undefined) return undefined;
  const {factors: found = [], secondsFactors = []} = pipeline(scenario) ?? {};
  return {
    read: (value, numbers) => {
      const {factors, before, after, seconds, secondsFactors: ofSeconds, trainingPart} = read(value, numbers);
      const own = ({share, ofServing, ofTraining}: Factor) => (share === "serving" ? ofServing : ofTraining);
      return Object.fromEntries([
        ...factors.flatMap((factor) => [
          [`pipeline ${factor.name} own`, own(factor)] as const,
          [`pipeline ${factor.name} total`, factor.ofTotal] as const
        ]),
        ...(["serving", "training", "total"] as const).map(
          (key) => [`pipeline ratio ${key}`, after[key] / before[key]] as const
        ),
        ...ofSeconds.map(({name, value: factor}) => [`pipeline seconds ${name}`, factor] as const),
        ["pipeline ratio seconds", seconds.after / seconds.before],
        ["pipeline part before", trainingPart.before] as const,
        ["pipeline part after", trainingPart.after] as const
      ]);
    },
    gather: (drawn) => ({
      factors: Object.fromEntries(
        found.map(({name}) => [
          name,
          {
            ...given("own", drawn.get(`pipeline ${name} own`)),
            ...given("ofTotal", drawn.get(`pipeline ${name} total`))
          }
        ])
      ),
      ratios: {
        ...given("serving", drawn.get("pipeline ratio serving")),
        ...given("training", drawn.get("pipeline ratio training")),
        ...given("total", drawn.get("pipeline ratio total")),
        ...given("seconds", drawn.get("pipeline ratio seconds"))
      },
      trainingPart: {
        ...given("before", drawn.get("pipeline part before")),
        ...given("after", drawn.get("pipeline part after"))
      },
      seconds: Object.fromEntries(
        secondsFactors.flatMap(({name}) => Object.entries(given(name, drawn.get(`pipeline seconds ${name}`))))
      )
    })
  };
}

/** How sure a waterfall is, from seeded draws; undefined where no two setups are named. */
export function pipelineUncertainty(
  scenario: Scenario,
  uncertainty = scenario.uncertainty
): PipelineUncertainty | undefined {
  return drawPart(scenario, pipelinePart(scenario), uncertainty);
}
