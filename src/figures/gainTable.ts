import type {Role, Text} from "../chart/figure.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {Interval} from "../simulation/draws.ts";
import type {Ladder} from "../simulation/ladder.ts";
import type {LadderUncertainty} from "../simulation/uncertainty.ts";
import {rolesOf} from "./roles.ts";
import {farDecades, verdictOf} from "./verdict.ts";
import {flop, multiplier, multiplierInterval, pointsText, possessive} from "./wording.ts";

/** The subject against one rival, as a row of the table says it. */
export interface GainRow {
  readonly rival: string;
  readonly name: string;
  readonly role: Role;
  /** The rival's compute, without unit. */
  readonly compute: Text;
  readonly placed: boolean;
  /** log10 of the gain and of its 90 % interval, for the strip. */
  readonly log10Gain: number;
  readonly interval?: Interval;
  readonly gain: string;
  readonly range: string;
  readonly points: string;
  readonly pointsRange: string;
  readonly says: string;
}

/** How far a crossing lies off the data, where it is too far to be drawn. */
function farWords(decades: number, name: string): string {
  return `off the data: ${decades.toFixed(1)} decades past ${possessive(name)} compute`;
}

/** The rows of the table under the figure: who against whom, both readings, intervals and what they allow to be said. */
export function gainRows(
  scenario: Scenario,
  ladder: Ladder,
  uncertainty: LadderUncertainty | undefined
): readonly GainRow[] {
  const roles = rolesOf(scenario);
  const unit = scenario.metrics[ladder.metric]?.unit ?? "points";
  return ladder.comparisons.flatMap(({rival, log10Gain, points, decadesAway}): GainRow[] => {
    const model = scenario.models.find(({id}) => id === rival);
    const run = ladder.solution.models.get(rival);
    if (model === undefined || run === undefined || Number.isNaN(log10Gain)) return [];
    // One of the two never reaches the level: a result, and no number.
    const isNever = !Number.isFinite(log10Gain);
    const drawn = uncertainty?.comparisons[rival];
    const verdict = verdictOf(drawn?.log10Gain).words;
    return [
      {
        rival,
        name: model.name,
        role: roles.get(model.recipe) ?? "context",
        compute: flop(run.log10C),
        placed: model.basis === "placed",
        log10Gain,
        ...(drawn === undefined ? {} : {interval: drawn.log10Gain}),
        gain: isNever ? (log10Gain > 0 ? "no factor would do" : "never there") : multiplier(log10Gain),
        range:
          isNever || drawn === undefined || drawn.log10Gain.high - drawn.log10Gain.low < 1e-3
            ? ""
            : multiplierInterval(drawn.log10Gain),
        points: pointsText(points, unit),
        pointsRange:
          drawn === undefined ? "" : `${pointsText(drawn.points.low, unit)} to ${pointsText(drawn.points.high, unit)}`,
        says: isNever
          ? `${log10Gain > 0 ? possessive(model.name) : "its own"} curve never reaches this level`
          : decadesAway > farDecades
            ? farWords(decadesAway, model.name)
            : verdict
      }
    ];
  });
}
