import type {Scenario} from "../../src/scenario/schema.ts";

const quantity = (value: number) => ({value, written: value});

/** The scenario with a pass@1 before training and a lift of its own, in place of those of the score. */
export function withOwnPasses(scenario: Scenario, mean = 0.2, lift = 6.25): Scenario {
  const {reinforcement} = scenario;
  if (reinforcement?.success === undefined || reinforcement.sharpening === undefined) throw new Error("no passes");
  const success = {...reinforcement.success, mean: quantity(mean)};
  const sharpening = {...reinforcement.sharpening, lift: quantity(lift)};
  return {...scenario, reinforcement: {...reinforcement, success, sharpening}};
}
