import {boundsFault} from "./boundsFault.ts";
import {otherPeak} from "./checkCost.ts";
import {findChip} from "./chips.ts";
import type {Misfit} from "./misfit.ts";
import {formatFlop} from "./numberText.ts";
import {planInputs} from "./planInputs.ts";
import type {Quantity} from "./quantity.ts";
import type {Plan, Scenario} from "./schema.ts";

type Path = Misfit["path"];

const at = (...rest: Path): Path => ["plan", ...rest];
const flop = (compute: number): string => `${formatFlop(compute).text} FLOP`;

/** The quantities of a plan that are one number: it is made for one case. */
const single = [
  "gain",
  "growth",
  "target",
  "level",
  "confidence",
  "power",
  "budget",
  "gpuHours",
  "dollars",
  "smallest",
  "largest",
  "rungs",
  "seeds"
] as const satisfies readonly (keyof Plan)[];

/** The quantities that have bounds of their own. */
const bounded = {
  gain: planInputs.planGain,
  growth: planInputs.planGrowth,
  confidence: planInputs.planConfidence,
  power: planInputs.planPower,
  rungs: planInputs.planRungs,
  seeds: planInputs.planSeeds
} as const;

const isInterval = ({low, high}: Quantity): boolean => low !== undefined && high !== undefined;

function checkNumbers(plan: Plan): readonly Misfit[] {
  const {noise, growth, gainForm} = plan;
  const misfits: Misfit[] = [];
  const say = (key: keyof Plan, message: string, hint?: string) => {
    misfits.push({path: at(key), message, ...(hint === undefined ? {} : {hint})});
  };
  for (const key of single) {
    const quantity = plan[key];
    if (quantity !== undefined && isInterval(quantity))
      say(key, "must be one number, not an interval: a plan is for one case");
  }
  if (noise !== undefined && isInterval(noise)) say("noise", "must be one number, not an interval");
  for (const [key, row] of Object.entries(bounded)) {
    const quantity = plan[key as keyof typeof bounded];
    const fault = quantity && boundsFault(row, quantity);
    if (fault !== undefined) say(key as keyof typeof bounded, fault);
  }
  if (growth !== undefined && growth.value !== 1 && gainForm === "constant") {
    say(
      "growth",
      "needs a law that allows it",
      '"gainForm": "scale-dependent" gives the new recipe an exponent of its own'
    );
  }
  return misfits;
}

/** Sizes and budget that leave no room for a ladder. */
function checkRoom({target, level, smallest, largest, budget, ...rest}: Plan): readonly Misfit[] {
  const {gpuHours, dollars, published} = rest;
  const misfits: Misfit[] = [];
  if (target === undefined && level === undefined) {
    misfits.push({path: at("target"), message: "is missing: give target, a compute, or level, a loss"});
  } else if (target !== undefined && level !== undefined) {
    misfits.push({path: at("level"), message: "is a second target beside target; give one"});
  }
  const isUpsideDown = smallest !== undefined && largest !== undefined && !(smallest.value < largest.value);
  if (isUpsideDown) {
    const message = `must be above the smallest rung, ${flop(smallest.value)}, got ${flop(largest.value)}`;
    misfits.push({path: at("largest"), message});
  }
  const most = largest ?? smallest;
  if (most !== undefined && target !== undefined && !(target.value > most.value)) {
    const message = `must lie above the ladder, which reaches ${flop(most.value)}, got ${flop(target.value)}`;
    misfits.push({path: at("target"), message});
  }
  const given = Object.entries({budget, gpuHours, dollars}).flatMap(([key, value]) =>
    value === undefined ? [] : [key]
  );
  if (given.length > 1) {
    misfits.push({path: at(given[1] ?? ""), message: `is a second budget beside ${given[0] ?? ""}; give one`});
  } else if (given.length === 0 && published === undefined) {
    misfits.push({
      path: at(),
      message: "needs a budget: budget (FLOP), gpuHours or dollars; or published, a ladder to take apart"
    });
  }
  const least = smallest === undefined ? 0 : 4 * smallest.value;
  if (budget !== undefined && published === undefined && budget.value < least && !isUpsideDown) {
    const message = `must pay for two rungs of each recipe: ${flop(least)} at least, got ${flop(budget.value)}`;
    misfits.push({path: at("budget"), message});
  }
  return misfits;
}

function checkPublished({published}: Plan, {runs}: Scenario): readonly Misfit[] {
  if (published === undefined) return [];
  if (published === "fitted") {
    return runs === undefined ? [{path: at("published"), message: "needs the scenario’s runs, and it has none"}] : [];
  }
  const misfits = published.flatMap(({compute, parameters, tokens}, i): readonly Misfit[] => {
    if ((parameters === undefined) !== (tokens === undefined)) {
      const [has, lacks] = parameters === undefined ? ["tokens", "parameters"] : ["parameters", "tokens"];
      return [{path: at("published", i, has), message: `needs ${lacks} beside it`}];
    }
    return compute === undefined && parameters === undefined
      ? [{path: at("published", i), message: "needs compute, or parameters and tokens"}]
      : [];
  });
  for (const recipe of ["reference", "new"] as const) {
    const own = published.filter((run) => (run.recipe ?? "both") === "both" || run.recipe === recipe);
    if (own.length < 2) {
      const message = `must hold two rungs of the ${recipe} recipe at least, got ${own.length}: one shows no law`;
      misfits.push({path: at("published"), message});
    }
  }
  return misfits;
}

/** What does not fit together in a ladder plan. */
export function checkPlan(scenario: Scenario): readonly Misfit[] {
  const {plan, runs, claims} = scenario;
  if (plan === undefined) return [];
  const {noise, law, claim, hardware} = plan;
  const chip = hardware && findChip(hardware.chip);
  return [
    ...checkNumbers(plan),
    ...checkRoom(plan),
    ...checkPublished(plan, scenario),
    ...(noise === undefined && runs === undefined
      ? [{path: at("noise"), message: "is missing, and the scenario has no runs to measure it by"}]
      : []),
    ...(law === "fitted" && runs === undefined
      ? [{path: at("law"), message: "is that of fitted runs, and the scenario has none"}]
      : []),
    ...(claim === undefined || claims.some(({id}) => id === claim)
      ? []
      : [{path: at("claim"), message: `names no claim: "${claim}"`}]),
    ...(hardware === undefined || chip !== undefined
      ? []
      : [
          {
            path: at("hardware", "chip"),
            message: `names no chip whose peak is on record: "${hardware.chip}"`,
            hint: "such as H100, H200, B200 or A100"
          }
        ]),
    ...(hardware === undefined ? [] : otherPeak(at("hardware", "mfu"), hardware)),
    ...(hardware !== undefined && chip !== undefined && !Object.hasOwn(chip.peaks, hardware.format)
      ? [{path: at("hardware", "format"), message: `no ${hardware.format} peak of ${chip.name} is on record`}]
      : [])
  ];
}
