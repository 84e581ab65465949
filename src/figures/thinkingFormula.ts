import type {Text} from "../chart/figure.ts";
import {lengthReward} from "../laws/lengthPenalty.ts";
import {thinkingAccuracy} from "../laws/thinking.ts";
import {formatFlop} from "../scenario/numberText.ts";
import type {Scenario, Thinking} from "../scenario/schema.ts";
import {penaltyInFocus} from "../simulation/penaltyFor.ts";
import type {ThinkingNumbers} from "../simulation/thinking.ts";
import {centralDifficulties, penaltyOf} from "../simulation/thinkingLaws.ts";
import type {Penalty} from "../simulation/thinkingLaws.ts";
import {central} from "../simulation/valuation.ts";
import {countText, indexPoints, percentText, rivalRun, modelName, timesText} from "./thinkingWords.ts";
import {join, number, plain, raised} from "./wording.ts";

/** A formula in symbols, with today’s numbers, and its paper. */
export interface ThinkingFormula {
  readonly name: string;
  readonly law: Text;
  readonly numbers: Text;
  readonly source: string;
}

const e = (power: string): Text => join("e", raised(power));
/** A number that may be small: 0.2, 4.0×10^−6. */
const small = (value: number): Text =>
  Math.abs(value) >= 1e-3 || value === 0 ? plain(number(value)) : formatFlop(value).runs;
const signed = (value: number): string => value.toFixed(3).replace(/^-/, "−");

/** The symbols of each form of penalty, and the paper they are from. */
const forms: Readonly<Record<Penalty["kind"], {readonly law: Text; readonly source: string}>> = {
  linear: {law: plain("reward = [correct] − λ T"), source: "a price per token"},
  kimi: {
    law: plain(
      "reward = [correct] + w · (l if correct, else min(0, l)),  l = ½ − (T − shortest) / (longest − shortest)"
    ),
    source: "Kimi k1.5, arXiv:2501.12599, section 2.3.3"
  },
  arora: {
    law: plain("reward = [correct] · (1 − α σ((T − mean) / sd))"),
    source: "Arora and Zanette, arXiv:2502.04463"
  },
  "l1-exact": {law: plain("reward = [correct] − α |target − T|"), source: "L1-Exact, arXiv:2503.04697"},
  "l1-max": {
    law: plain("reward = [correct] · clip(α (target − T) + δ, 0, 1)"),
    source: "L1-Max, arXiv:2503.04697"
  }
};

/** The numbers of a penalty as its formula names them. */
function parameters(penalty: Penalty): Text {
  switch (penalty.kind) {
    case "linear":
      return join("λ = ", small(penalty.perToken.value));
    case "kimi":
      return plain(
        `w = ${number(penalty.weight.value)}, shortest ${countText(penalty.shortest.value)}, longest ${countText(penalty.longest.value)}`
      );
    case "arora":
      return join(
        "α = ",
        small(penalty.alpha.value),
        `, mean ${countText(penalty.mean.value)}, sd ${countText(penalty.sd.value)}`
      );
    case "l1-exact":
      return join("α = ", small(penalty.alpha.value), `, target ${countText(penalty.target.value)}`);
    case "l1-max":
      return join(
        "α = ",
        small(penalty.alpha.value),
        `, target ${countText(penalty.target.value)}, δ = ${number(penalty.delta.value)}`
      );
  }
}

function rewardFormula(section: Thinking, {penalties}: ThinkingNumbers): ThinkingFormula {
  const penalty = penaltyInFocus(section);
  const row = penalties.find(({id}) => id === (penalty?.id ?? "none"));
  const T = row?.tokens ?? 0;
  if (penalty === undefined) {
    return {
      name: "The reward, no penalty",
      law: plain("reward = [correct]"),
      numbers: plain(
        `the mean reward is the share solved, ${percentText(row?.accuracy ?? NaN)}, at ${countText(T)} tokens`
      ),
      source: "each difficulty at its peak"
    };
  }
  const law = penaltyOf(penalty, central);
  const of = (correct: boolean) => signed(lengthReward(law, correct, T));
  return {
    name: `The reward, ${penalty.name}`,
    ...forms[penalty.kind],
    numbers: join(
      parameters(penalty),
      `; at T = ${countText(T)} a right answer earns ${of(true)}, a wrong one ${of(false)}`
    )
  };
}

function accuracyFormula(section: Thinking, {penalties}: ThinkingNumbers): ThinkingFormula {
  const laws = centralDifficulties(section);
  const k = laws.reduce((best, {weight}, i) => (weight > (laws[best]?.weight ?? 0) ? i : best), 0);
  const [law, difficulty] = [laws[k]?.law, section.difficulties[k]];
  const row = penalties.find(({id}) => id === (penaltyInFocus(section)?.id ?? "none"));
  const T = row?.byDifficulty[k]?.tokens ?? 0;
  const decline = law?.tokensToLose === Infinity ? undefined : law?.tokensToLose;
  return {
    name: `Accuracy, ${difficulty?.name.toLowerCase() ?? ""} at the length picked`,
    law:
      decline === undefined
        ? join("floor + (ceiling − floor) (1 − ", e("−T/find"), ")")
        : join("floor + (ceiling − floor) (", e("−T/lose"), " − ", e("−T/find"), ") lose / (lose − find)"),
    numbers: plain(
      law === undefined
        ? ""
        : `floor ${percentText(law.floor)}, ceiling ${percentText(law.ceiling)}, find ${countText(law.tokensToFind)}${decline === undefined ? "" : `, lose ${countText(decline)}`}, T = ${countText(T)}: ${percentText(thinkingAccuracy(law, T))}`
    ),
    source: "Bateman 1910; an illustration of a plateau and a decline, no fit"
  };
}

/** The formulas of the view with today’s numbers: reward, accuracy, length over training, runs at equal score. */
export function thinkingFormulas(
  scenario: Scenario,
  section: Thinking,
  numbers: ThinkingNumbers
): readonly ThinkingFormula[] {
  const {path} = numbers;
  const row = rivalRun(scenario, numbers);
  const subject = section.index?.runs.find(({id}) => id === section.index?.subject);
  const slope = section.index?.slope;
  return [
    rewardFormula(section, numbers),
    accuracyFormula(section, numbers),
    ...(path === undefined
      ? []
      : [
          {
            name: "Length over training, in each phase",
            law: join("length = from · (to / from)", raised("u·u·(3 − 2u)")),
            numbers: plain(
              `u is the share of the phase that is done; at ${Math.round(100 * path.progress)} % of training, ${path.phase}: ${countText(path.tokens)} tokens`
            ),
            source: "draws Meta’s sentence of three phases; no length is published"
          }
        ]),
    ...(row === undefined || subject === undefined || slope === undefined
      ? []
      : [
          {
            name: `${modelName(scenario, row.id)} read at equal score`,
            law: join("tokens of rival / tokens of subject × 10", raised("−(points more) / slope")),
            numbers: join(
              `${countText(row.tokens)} / ${countText(subject.tokens.value)} × 10`,
              raised(`−(${indexPoints(row.points).replace(/^\+| points$/g, "")}) / ${number(slope.value)}`),
              ` = ${timesText(row.ratioAtEqualScore)}`
            ),
            source: "the slope is assumed"
          }
        ])
  ];
}
