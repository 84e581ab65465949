import type {Text} from "../chart/figure.ts";
import {log10} from "../numerics/exp.ts";
import type {Exchange} from "../scenario/exchange.ts";
import {inputAt} from "../scenario/inputList.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {ClaimPlace, Ladder} from "../simulation/ladder.ts";
import {ladder} from "../simulation/ladder.ts";
import {asString, claimWords, flop, join, multiplier, plain} from "./wording.ts";

/** One thing the ladder says, with the figure in use and with the other one. */
export interface Change {
  readonly what: string;
  readonly before: Text;
  readonly after: Text;
}

/** What an exchange would do, in words. */
export interface ExchangeEffect {
  /** The gain in the sentence above the figure; undefined where there is no such sentence. */
  readonly answer?: Change & {readonly changes: boolean};
  /** What else would read otherwise. */
  readonly elsewhere: readonly Change[];
}

/** Things the ladder says by name, in reading order. */
type Sayings = ReadonlyMap<string, Text>;

const gains = ({comparisons}: Ladder, names: ReadonlyMap<string, string>): Sayings =>
  new Map(
    comparisons.map(({rival, log10Gain}) => [
      `gain against ${names.get(rival) ?? rival}`,
      plain(Number.isFinite(log10Gain) ? multiplier(log10Gain) : "no number")
    ])
  );

function claimSays({from, to, open, met}: ClaimPlace): Text {
  const where = open ? join("at or below ", flop(to)) : join(flop(from), " to ", flop(to));
  const verdict = met === undefined ? "" : met ? ", holds as placed" : ", does not hold as placed";
  return join(where, ` FLOP${verdict}`);
}

/** Where each claim asks its subject to be, and how many models stand at or over each threshold. */
function places({claims, solution}: Ladder, {thresholds}: Scenario): Sayings {
  const runs = [...solution.models.values()];
  return new Map([
    ...claims.map((place) => [`“${claimWords(place.claim)}” asks for`, claimSays(place)] as const),
    ...thresholds.map(({name, compute}) => {
      const over = runs.filter(({log10C}) => log10C >= log10(compute.value)).length;
      return [`models at or over ${name}`, plain(String(over))] as const;
    })
  ]);
}

const nothing: Sayings = new Map();
const silent = plain("no number");

const isOther = ({before, after}: Change): boolean => asString(before) !== asString(after);

/** Everything the second says, beside what the first says of it. */
const besides = (before: Sayings, after: Sayings): readonly Change[] =>
  [...after].map(([what, text]) => ({what, before: before.get(what) ?? silent, after: text}));

/** What the ladder's central answer would say if the other figure were used, as far as its digits show it. */
export function effectOf(scenario: Scenario, exchange: Pick<Exchange, "scenario">): ExchangeEffect {
  const names = new Map(scenario.models.map(({id, name}) => [id, name]));
  const [now, then] = [ladder(scenario), ladder(exchange.scenario)];
  const all = besides(now ? gains(now, names) : nothing, then ? gains(then, names) : nothing);
  const rival = `gain against ${names.get(now?.rival ?? "") ?? ""}`;
  const answer = all.find(({what}) => what === rival);
  return {
    ...(answer === undefined ? {} : {answer: {...answer, changes: isOther(answer)}}),
    elsewhere: [
      ...all.filter(({what}) => what !== rival),
      ...besides(now ? places(now, scenario) : nothing, then ? places(then, exchange.scenario) : nothing)
    ].filter(isOther)
  };
}

/** What a step of undo calls the exchange: "other figure for compute of Llama 4 Maverick". */
export function exchangeStep(scenario: Scenario, {address}: Pick<Exchange, "address">): string {
  return `other figure for ${inputAt(scenario, address)?.step ?? address}`;
}
