import {runsSource} from "../../figures/fitFooter.ts";
import {claimsAnswer} from "../../figures/claimsAnswer.ts";
import {pictureOf, simulate} from "../../figures/view.ts";
import {viewAnswer} from "../../figures/viewAnswer.ts";
import {asString, plain} from "../../figures/wording.ts";
import type {Model} from "../model.ts";
import {frameHeight} from "./frameHeight.ts";

/** What a page says of itself in a few lines, without its figure. */
export interface ShareWords {
  readonly title: string;
  /** The answer, one sentence, and what stands under it; empty where there is nothing to say. */
  readonly answer: string;
  readonly condition: string;
  /** Whose numbers these are; empty where no source is named. */
  readonly sources: string;
  /** How many figures its picture has. */
  readonly figures: number;
}

/** The words of the view on show. */
export function shareWords(model: Model): ShareWords {
  const scenario = model.store.scenario.value;
  const view = model.view.value;
  const drawn = model.uncertainty.value.value;
  const simulation = simulate(scenario, view);
  const picture = pictureOf(scenario, view, simulation, drawn, {find: model.find.value});
  const {
    body = [],
    verdict = "",
    condition = []
  } = view === "claims"
    ? {body: plain(claimsAnswer(scenario, drawn.claims).replace(/\.$/, ""))}
    : (viewAnswer(scenario, view, simulation, drawn) ?? {});
  const answer = asString(body) + verdict;
  const [footer = ""] = picture !== undefined && picture.footer.length > 1 ? picture.footer : [];
  // The long note of runs stands in the picture and in the scenario.
  const sources = view === "fit" && scenario.runs !== undefined ? runsSource(scenario.runs) : footer;
  return {
    title: scenario.title,
    answer: answer === "" ? "" : `${answer}.`,
    condition: asString(condition),
    sources,
    figures: picture !== undefined && "panels" in picture ? picture.panels.length : 1
  };
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A text in which Markdown sees no mark of its own. */
const asMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&").replace(/\s+/g, " ");

/**
 * Title as a link, answer, condition and sources, as Markdown.
 *
 * @param picture the name of the file beside the text that is the figure; left out where there is none
 */
export function markdownOf({title, answer, condition, sources}: ShareWords, link: string, picture?: string): string {
  const page = link.replace(/#.*$/, "");
  const credit = [
    asMarkdown(sources),
    `Drawn with Scaling Ladder; [what is wrong with this model](<${page}#what-is-wrong>).`
  ];
  const head = `**[${asMarkdown(title)}](<${link}>)**`;
  const words = `${asMarkdown(answer)} ${asMarkdown(condition)}`.trim();
  const figure = picture === undefined ? "" : `[![${asMarkdown(answer || title)}](<${picture}>)](<${link}>)`;
  return `${[head, figure, words, credit.filter(Boolean).join(" ")].filter(Boolean).join("\n\n")}\n`;
}

/** The frame that shows the bare figure on another page, as HTML. */
export function embedOf({title, answer, figures}: ShareWords, link: string): string {
  const address = link.replace(/(\?[^#]*)?#/, "?embed#");
  return `<iframe src="${escaped(address)}" title="${escaped([title, answer].filter(Boolean).join(": "))}" width="100%" height="${frameHeight(figures)}" style="border: 0" loading="lazy"></iframe>\n`;
}
