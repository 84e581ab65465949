import type {Text} from "../chart/figure.ts";
import type {Reinforcement} from "../scenario/schema.ts";
import {reinforcementCurves} from "../simulation/reinforcement.ts";
import type {ReinforcementNumbers} from "../simulation/reinforcement.ts";
import {passLaw} from "../simulation/reinforcementPasses.ts";
import {central} from "../simulation/valuation.ts";
import {amountText, percent, pointsOf} from "./reinforcementNumbers.ts";
import {join, number, plain, raised} from "./wording.ts";

/** A formula: its symbols, and today’s numbers in it. */
export interface NamedFormula {
  readonly name: string;
  readonly law: Text;
  readonly numbers: Text;
  readonly source: string;
}

const scaleRl = "Khatri et al. 2025, arXiv:2510.13786";

/** Every law of the view with today’s numbers in it. */
export function reinforcementFormulas(section: Reinforcement, numbers: ReinforcementNumbers): readonly NamedFormula[] {
  const {at, slope, lineEnds, progress, passes} = numbers;
  const {law, unit} = section;
  const [before, ceiling] = [percent(law.before.value), percent(law.ceiling.value)];
  const [B, middle] = [number(law.steepness.value), amountText(law.middle.value, 3)];
  const success = passLaw(section, reinforcementCurves(section, central).law, central);
  const now = success?.trained?.(progress);
  const short = (value: number) => String(Number(value.toPrecision(3)));
  return [
    {
      name: `Score after ${amountText(at.compute, 3)} ${unit}`,
      law: join("R0 + (A − R0) / (1 + (Cmid / C)", raised("B"), ")"),
      numbers: join(
        `${before} + (${ceiling} − ${before}) / (1 + (${middle} / ${amountText(at.compute, 3)})`,
        raised(B),
        `) = ${percent(at.score)}`
      ),
      source: `${scaleRl}, equation 1`
    },
    ...(lineEnds === undefined
      ? []
      : [
          {
            name: "The line in the middle, points per tenfold, and where it passes the ceiling",
            law: join("(A − R0) B ln 10 / 4,  Cmid e", raised("2/B")),
            numbers: join(
              `(${ceiling} − ${before}) × ${B} × 2.303 / 4 = ${pointsOf(slope)},  ${middle} × e`,
              raised(`2/${B}`),
              ` = ${amountText(lineEnds)} ${unit}`
            ),
            source: `from the equation above`
          }
        ]),
    ...(success === undefined || now === undefined || passes?.now === undefined
      ? []
      : [
          {
            name: `pass@${passes.k}: success in one attempt spread over problems as Beta(a, b)`,
            law: plain("1 − B(a, b + k) / B(a, b)"),
            numbers: plain(
              `1 − B(${short(now.a)}, ${short(now.b)} + ${passes.k}) / B(${short(now.a)}, ${short(now.b)}) = ${percent(passes.now.passK)}`
            ),
            source: "coverage by Brown et al. 2024, arXiv:2407.21787, of a Beta spread"
          },
          {
            name: "What training does to the spread, p being the sigmoid’s progress",
            law: join("a0 / sharpness", raised("p"), ",  a / b so that pass@1 makes the part p of its way"),
            numbers: join(
              `${short(success.base.a)} / ${number(section.sharpening?.sharpness.value ?? 1)}`,
              raised(short(progress)),
              ` = ${short(now.a)},  pass@1 = ${percent(passes.before.pass1)} + ${short(progress)} × (${percent(passes.after?.pass1 ?? NaN)} − ${percent(passes.before.pass1)}) = ${percent(passes.now.pass1)}`
            ),
            source: "assumed; compare Yue et al. 2025, arXiv:2504.13837"
          }
        ])
  ];
}
