import {readTitleUnit, type TitleUnit} from "./titleUnit.ts";

/** One way to part a title into a name, letters and digits alone in lower case, and a unit. */
export interface TitleReading {
  readonly spelling: string;
  readonly unit: TitleUnit | undefined;
  /** All words of the title outside brackets are in the spelling. */
  readonly isWhole: boolean;
}

const compact = (text: string): string => text.toLowerCase().replace(/[^\p{L}\d]+/gu, "");

/** Units that may end a title without brackets, as in params_m, tokens_billions, compute_pf_days. */
const ending =
  /^(.*?[\p{L}\d])[\s_./-]+(in[\s_]+)?(k|m|b|t|bn|mn|thousands?|millions?|billions?|trillions?|p(?:eta)?f(?:lop)?s?[\s_/-]*(?:s[\s_-]*)?days?|[kmgtpezy]flops?|\d+e\d+|percent|pct|%)$/iu;

/**
 * The ways to read a title, the likeliest first: with the unit in its brackets, as it stands, and with its last word
 * taken for a unit.
 */
export function readTitle(title: string): readonly TitleReading[] {
  const bracket = /[([]([^)\]]*)[)\]]/.exec(title);
  const outside = title.replace(/[([][^)\]]*[)\]]/g, " ");
  const readings: TitleReading[] = [
    {spelling: compact(outside), unit: bracket ? readTitleUnit(bracket[1] ?? "") : undefined, isWhole: true}
  ];
  // "%" after the name, and names that hold their unit: "Training FLOP", "PF-days".
  const parts = ending.exec(outside.trim());
  const unit = parts === null ? undefined : readTitleUnit(spelled(parts[3] ?? ""));
  if (parts !== null && unit !== undefined) readings.push({spelling: compact(parts[1] ?? ""), unit, isWhole: false});
  const whole = readTitleUnit(spelled(outside.trim()));
  if (whole !== undefined && whole.times > 1e12) readings.push({spelling: "c", unit: whole, isWhole: false});
  return readings;
}

/** The endings as the reader of units spells them: pf_days is PF-days, pct is percent. */
function spelled(unit: string): string {
  if (/^pct$/i.test(unit)) return "percent";
  return /^p(eta)?f(lop)?s?[\s_/-]*(s[\s_-]*)?days?$/i.test(unit) ? "PF-days" : unit;
}
