import {planAnswer, smallestGain} from "../fitting/plan/planPower.ts";
import {log10} from "../numerics/exp.ts";
import {readInput, writeInput} from "../scenario/address.ts";
import {sectionAddresses} from "../scenario/sectionAddress.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {Output} from "./outputs.ts";
import {planLadder} from "./planLadder.ts";
import type {PlanLadder} from "./planLadder.ts";
import type {Valuation} from "./valuation.ts";

/** The inputs that a plan stands on: its own, and the hardware of the costs where it names none. */
const planAddresses = (scenario: Scenario): readonly string[] => [
  ...sectionAddresses(scenario).filter((address) => address.startsWith("plan.")),
  ...(scenario.plan?.hardware === undefined ? ["cost.training.mfu", "cost.training.price"] : [])
];

/** The scenario with some of its inputs as they are valued. */
function valued(scenario: Scenario, addresses: readonly string[], value: Valuation): Scenario {
  return addresses.reduce((written, address) => {
    const quantity = readInput(scenario, address);
    if (quantity === undefined) return written;
    const worth = value(address, quantity);
    return worth === quantity.value ? written : writeInput(written, address, {value: worth, written: worth});
  }, scenario);
}

const ofPlan =
  (read: (found: PlanLadder) => number): Output["readerOf"] =>
  (scenario) => {
    if (scenario.plan === undefined) return undefined;
    const addresses = planAddresses(scenario);
    return (value) => {
      const found = planLadder(valued(scenario, addresses, value));
      return found?.ok === true ? read(found) : NaN;
    };
  };

/** What a ladder plan answers with, by the delta method. */
export const planOutputs = ({plan}: Scenario): readonly Output[] =>
  plan === undefined
    ? []
    : [
        {
          id: "plan.power",
          name: "chance of the planned ladder to tell the gain from none",
          kind: "share",
          isHeavy: true,
          draws: {most: 0},
          readerOf: ofPlan(
            ({question: {model, demand}, deviation}) => planAnswer(model.gain, deviation, demand.confidence).power
          )
        },
        {
          id: "plan.smallest",
          name: "smallest gain that the planned ladder tells from none",
          kind: "gain",
          endless: "none",
          isHeavy: true,
          draws: {most: 0},
          readerOf: ofPlan(({question: {model, noise, demand}, rungs}) =>
            log10(smallestGain(model, rungs, noise, demand))
          )
        }
      ];
