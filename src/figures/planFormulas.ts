import type {Text} from "../chart/figure.ts";
import {criticalValue} from "../fitting/plan/planPower.ts";
import {log} from "../numerics/exp.ts";
import type {PlanNumbers} from "../simulation/plan.ts";
import {chanceText, gainText} from "./planTexts.ts";
import {join, plain, raised} from "./wording.ts";

/** A formula of the plan with today’s numbers in it. */
export interface PlanFormula {
  readonly name: string;
  readonly law: Text;
  readonly numbers: Text;
  readonly source?: string;
}

const three = (value: number): string => String(Number(value.toPrecision(3)));

/** The delta method’s deviation and power of the ladder on show, with today’s numbers. */
export function planFormulas({question, shown: {answer}}: PlanNumbers): readonly PlanFormula[] {
  const {model, noise, demand} = question;
  const {deviation} = answer;
  const effect = Math.abs(log(model.gain));
  const critical = criticalValue(demand.confidence);
  return [
    {
      name: "Deviation of the log gain at the target, by the delta method",
      law: join("σ = √(gᵀ (JᵀWJ)", raised("−1"), " g), W = seeds ÷ noise", raised("2")),
      numbers: plain(
        `J: what each log loss says of the law’s parameters; g: what they say of ln gain; noise ${three(noise)}: σ = ${three(deviation)}`
      ),
      source: "Fisher information of the fit; g is a unit vector, ln gain being a parameter"
    },
    {
      name: "Power: chance to tell the gain from none",
      law: plain("Φ(ln gain ÷ σ − z), z = Φ⁻¹((1 + confidence) ÷ 2)"),
      numbers: plain(
        `Φ(ln ${gainText(model.gain)} ÷ ${three(deviation)} − ${three(critical)}) = Φ(${three(effect / deviation - critical)}) ${answer.power > 0.999 ? `is ${chanceText(answer.power)}` : `= ${three(100 * answer.power)} %`}`
      )
    }
  ];
}
