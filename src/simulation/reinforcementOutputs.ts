import {log10} from "../numerics/exp.ts";
import type {SigmoidLaw} from "../laws/logistic.ts";
import type {Reinforcement, Scenario} from "../scenario/schema.ts";
import type {Output} from "./outputs.ts";
import {lineEndsOf, partingOf, reinforcementCurves} from "./reinforcement.ts";
import {passLaw, passesOf, quickSamples, usualSamples} from "./reinforcementPasses.ts";
import type {Passes} from "./reinforcementPasses.ts";
import type {Valuation} from "./valuation.ts";

const draws = {most: 2000} as const;

/** Reads what has its section, which may be gone from a scenario that is compared with. */
const ofSection =
  (read: (section: Reinforcement, value: Valuation) => number): Output["readerOf"] =>
  ({reinforcement: section}) =>
  (value) =>
    section === undefined ? NaN : read(section, value);

const ofLaw = (read: (section: Reinforcement, law: SigmoidLaw, value: Valuation) => number) =>
  ofSection((section, value) => read(section, reinforcementCurves(section, value).law, value));

const rowOf = (section: Reinforcement, value: Valuation) =>
  reinforcementCurves(section, value).row(value("reinforcement.compute", section.compute));

/** pass@1 and pass@k at the compute of now; NaN where the section does not say what training does to them. */
const ofPasses = (read: (passes: Passes) => number) =>
  ofSection((section, value) => {
    const {law, progress} = reinforcementCurves(section, value);
    const success = passLaw(section, law, value);
    if (success?.trained === undefined) return NaN;
    return read(passesOf(success.trained(progress(value("reinforcement.compute", section.compute))), success.k));
  });

/** What so much training brings, where the log-linear line parts and passes the ceiling, and pass@k. */
export function reinforcementOutputs({reinforcement: section}: Scenario): readonly Output[] {
  if (section === undefined) return [];
  const {unit, heldOut, samples: k = usualSamples} = section;
  const line = (id: string, name: string, readerOf: Output["readerOf"]): Output => ({
    id: `rl.${id}`,
    name: `${name}, ${unit}`,
    kind: "amount",
    draws,
    readerOf
  });
  const pass = (id: string, name: string, kind: Output["kind"], read: (passes: Passes) => number): Output => ({
    id: `rl.${id}`,
    name,
    kind,
    draws,
    ...(k > quickSamples ? {isHeavy: true} : {}),
    readerOf: ofPasses(read)
  });
  const passes = [
    pass("pass1", "pass@1", "share", ({pass1}) => pass1),
    pass("passK", `pass@${k}`, "share", ({passK}) => passK),
    pass("advantage", `what ${k} samples add`, "difference", ({advantage}) => advantage)
  ];
  return [
    {
      id: "rl.score",
      name: "score by reinforcement learning",
      kind: "share",
      draws,
      readerOf: ofSection((of, value) => rowOf(of, value).score)
    },
    ...(heldOut === undefined
      ? []
      : [
          {
            id: "rl.heldOut",
            name: "score on held-out problems",
            kind: "share",
            draws,
            readerOf: ofSection((of, value) => rowOf(of, value).heldOut ?? NaN)
          } as const
        ]),
    line(
      "holdsFrom",
      "log-linear line holds from",
      ofLaw((of, law, value) => log10(partingOf(of, law, value)?.low ?? NaN))
    ),
    line(
      "holdsTo",
      "log-linear line holds to",
      ofLaw((of, law, value) => log10(partingOf(of, law, value)?.high ?? NaN))
    ),
    line(
      "lineEnds",
      "log-linear line passes the ceiling at",
      ofLaw((_, law) => log10(lineEndsOf(law) ?? NaN))
    ),
    ...(section.success === undefined || section.sharpening === undefined ? [] : passes)
  ];
}
