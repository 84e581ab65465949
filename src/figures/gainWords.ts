import type {Text} from "../chart/figure.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {Gains, GainUncertainty, Landmark} from "../simulation/gains.ts";
import {log10Of} from "../simulation/gains.ts";
import type {Verdict} from "./verdict.ts";
import {leadingTo, verdictOf} from "./verdict.ts";
import {flop, join, multiplier, multiplierInterval, plain, possessive} from "./wording.ts";

/** What an id of a pair stands for, by name. */
export const sideName = ({models, recipes}: Scenario, id: string): string =>
  [...models, ...recipes].find((item) => item.id === id)?.name ?? id;

const decimals = ({metrics}: Scenario, metric: string): number => metrics[metric]?.decimals ?? 2;

const levelWords: Record<Landmark["kind"], string> = {
  "top-rung": "the ladder’s top rung: the best score of a known run on it",
  frontier: "the frontier: the best score here",
  level: "chosen level"
};

/** Why a level has no gain, in words. */
function noGain({gain: {kind}}: Landmark, own: string, other: string): string {
  const words: Record<typeof kind, string> = {
    gain: "",
    "reference-never": `${possessive(other)} curve never gets there: no factor would do`,
    "recipe-never": `${possessive(own)} curve never gets there`,
    neither: "neither curve gets there",
    "any-compute": "any compute is past it"
  };
  return words[kind];
}

/** One level and what the gain is there. */
export interface LandmarkRow {
  readonly level: string;
  readonly says: string;
  readonly gain: string;
  readonly range: string;
  readonly verdict: string;
}

/** The gain at each landmark, as the table under the figures says it. */
export function landmarkRows(
  scenario: Scenario,
  gains: Gains,
  uncertainty: GainUncertainty | undefined
): readonly LandmarkRow[] {
  const [own, other] = [sideName(scenario, gains.of), sideName(scenario, gains.against)];
  return gains.landmarks.map((landmark, i) => {
    const drawn = uncertainty?.landmarks[i];
    const log10Gain = log10Of(landmark.gain);
    const model = scenario.models.find(({id}) => id === landmark.model)?.name;
    return {
      level: landmark.level.toFixed(decimals(scenario, gains.metric)),
      says: `${levelWords[landmark.kind]}${model === undefined ? "" : `, ${model}`}`,
      gain: landmark.gain.kind === "gain" ? multiplier(log10Gain) : noGain(landmark, own, other),
      range:
        landmark.gain.kind === "gain" && drawn !== undefined && drawn.high - drawn.low > 1e-3
          ? multiplierInterval(drawn)
          : "",
      verdict: landmark.gain.kind === "gain" ? verdictOf(drawn).words : ""
    };
  });
}

/** The sentence above the gain figures. */
export interface GainAnswer {
  readonly body: string;
  readonly verdict: Verdict | undefined;
  readonly condition: Text;
}

/** Whether the points at equal compute are the same all along, as on straight curves. */
function isEven({points}: Gains): boolean {
  const found = points.map(({y}) => y).filter(Number.isFinite);
  const [least, most] = [Math.min(...found), Math.max(...found)];
  return most - least <= 0.01 * Math.max(Math.abs(least), Math.abs(most));
}

/** A gain that changes by less than this over the levels on show is the same at all of them, log10. */
const same = 0.005;

/** The answer of the gain view: which level, how much, how sure, and whether it depends on the level. */
export function gainAnswer(scenario: Scenario, gains: Gains, uncertainty: GainUncertainty | undefined): GainAnswer {
  const [own, other] = [sideName(scenario, gains.of), sideName(scenario, gains.against)];
  const at = gains.landmarks.findIndex(({kind}) => kind === "level");
  const i = at >= 0 ? at : gains.landmarks.findIndex(({kind}) => kind === "frontier");
  const landmark = gains.landmarks[i];
  const finite = gains.byLevel.filter(({log10Gain}) => Number.isFinite(log10Gain));
  const [first, last] = [finite[0], finite.at(-1)];
  const steady = first !== undefined && last !== undefined && Math.abs(first.log10Gain - last.log10Gain) < same;
  const never = gains.byLevel.some(({log10Gain}) => log10Gain === Infinity);
  const atLevel = (level: number) => level.toFixed(decimals(scenario, gains.metric));
  const changes =
    first === undefined || last === undefined
      ? ""
      : steady
        ? isEven(gains)
          ? "It is the same at every level, since both have one curve shape: both readings say the same thing twice."
          : "The factor is the same at every level, since both have one curve shape; what it is worth at equal compute is not."
        : `It is not one number: ${multiplier(first.log10Gain)} at ${atLevel(first.level)} and ${multiplier(last.log10Gain)} at ${atLevel(last.level)}.`;
  const beyond = never
    ? ` At some levels here ${possessive(other)} curve never gets there, and no factor would do.`
    : "";
  const baseline =
    scenario.baseline.run === "compute-optimal"
      ? " Held against the compute-optimal run of equal loss, where the rival’s parameters and tokens are known."
      : "";
  if (landmark === undefined) return {body: `${own} against ${other}`, verdict: undefined, condition: plain(changes)};
  const level = landmark.level.toFixed(decimals(scenario, gains.metric));
  if (landmark.gain.kind !== "gain") {
    return {
      body: `At ${level}, ${noGain(landmark, own, other)}`,
      verdict: undefined,
      condition: plain(`${changes}${beyond}${baseline}`)
    };
  }
  const drawn = uncertainty?.landmarks[i];
  const range = drawn === undefined || drawn.high - drawn.low < 1e-3 ? "" : ` (90 %: ${multiplierInterval(drawn)})`;
  const log10Gain = log10Of(landmark.gain);
  const verdict = verdictOf(drawn);
  const takes =
    log10Gain < 0
      ? `more compute than ${possessive(other)}, a gain of ${multiplier(log10Gain)}${range}`
      : `${multiplier(log10Gain)} less compute than ${possessive(other)}${range}`;
  return {
    body: `At ${level}, ${possessive(own)} curve takes ${takes}: ${leadingTo(verdict)}`,
    verdict,
    condition: join(
      `${changes}${beyond}${baseline} At that level ${other} would spend `,
      flop(landmark.compute),
      " FLOP."
    )
  };
}
