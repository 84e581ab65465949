import type {Figure, Panels} from "../chart/figure.ts";
import {withCommas} from "../scenario/numberText.ts";
import type {Scenario} from "../scenario/schema.ts";
import {dateText} from "./evidenceWords.ts";
import {limitsLine} from "./footer.ts";
import type {Uncertainty} from "./view.ts";
import {asString} from "./wording.ts";

type Picture = Pick<Figure | Panels, "title" | "subtitle" | "footer">;

const sentence = (text: string): string => (text === "" || /[.!?]$/.test(text) ? text : `${text}.`);

/**
 * What stands under a figure in an article: its title, its second line, and its footer.
 *
 * @param limits the address that says what is wrong with the model; left out where there is none that others can open
 */
export function captionText({title, subtitle, footer}: Picture, limits?: string): string {
  const words = [sentence(title), sentence(asString(subtitle)), ...footer].filter(Boolean).join(" ");
  return limits === undefined ? words : words.replace(limitsLine, () => `What is wrong with this model: ${limits}`);
}

/** A source in a line: who, what, when, under which licence, where. */
function sourceLine({title, publisher, date, licence, url}: Scenario["evidence"][number]["source"]): string {
  const named = [publisher, title, date === undefined ? undefined : dateText(date), licence].filter(Boolean).join(", ");
  return url === undefined ? `${named}.` : `${named}. ${url}`;
}

export interface CitedTool {
  readonly name: string;
  readonly version: string;
}

/** How many draws its intervals are of, in words: where a view makes fewer than the scenario asks for, those it made. */
function drawsWords({uncertainty: asked}: Scenario, drawn: Uncertainty): string {
  const {agents, thinking, reinforcement, cost, fit, plan} = drawn;
  if (plan !== undefined) return `${withCommas(plan.draws)} simulated ladders of each kind`;
  const made = (agents ?? thinking ?? reinforcement ?? cost ?? fit)?.draws ?? asked.draws;
  const fewer =
    thinking !== undefined && thinking.penaltyDraws < made
      ? ` (of what penalties pick, ${withCommas(thinking.penaltyDraws)})`
      : "";
  return `${withCommas(made)} draws${fewer}`;
}

/**
 * What is needed to cite a figure: its scenario, its answer, the tool, and every source its numbers have.
 *
 * It is dated by its newest source and not by a clock, so that the same scenario is cited in the same words.
 *
 * @param scenario with its evidence written into it
 * @param drawn the intervals of the view
 */
export function citationText(
  scenario: Scenario,
  view: string,
  {title, subtitle}: Picture,
  tool: CitedTool,
  drawn: Uncertainty
): string {
  const {evidence, uncertainty} = scenario;
  const sources = [...new Set(evidence.map(({source}) => sourceLine(source)))];
  const newest = evidence.map(({date}) => date).reduce((latest, date) => (date > latest ? date : latest), "");
  return [
    `“${scenario.title}”, ${view} view. ${tool.name} ${tool.version}, ${drawsWords(scenario, drawn)}, seed ${uncertainty.seed}.`,
    `${sentence(title)} ${sentence(asString(subtitle))}`.trim(),
    ...(newest === "" ? [] : [`Newest source: ${dateText(newest)}.`]),
    ...(sources.length === 0 ? [] : ["Sources:", ...sources.map((line) => `- ${line}`)])
  ].join("\n");
}
