import type {Text} from "../../chart/figure.ts";
import {figureOf, simulate} from "../../figures/view.ts";
import type {Model} from "../model.ts";

/** What a page says of itself in a few lines, without its figure. */
export interface ShareWords {
  readonly title: string;
  /** The answer, one sentence, and what stands under it. */
  readonly answer: string;
  readonly condition: string;
  /** Whose numbers these are; empty where no source is named. */
  readonly sources: string;
}

/** A line as plain text: exponents behind a ^. */
const words = (text: Text = []): string => text.map(({text: run, sup}) => (sup === true ? `^${run}` : run)).join("");

/** The words of the view on show. */
export function shareWords(model: Model): ShareWords {
  const scenario = model.store.scenario.value;
  const view = model.view.value;
  const figure = figureOf(scenario, view, simulate(scenario, view), model.uncertainty.value.value, {
    find: model.find.value
  });
  const answer = model.answer.value;
  const isLadder = view !== "fit" && view !== "gain" && view !== "thresholds" && view !== "sensitivity";
  const [sources = ""] = figure !== undefined && figure.footer.length > 1 ? figure.footer : [];
  if (isLadder && answer !== undefined) {
    const {lead, body, verdict, condition} = answer;
    return {
      title: scenario.title,
      answer: `${lead} ${body}${verdict.words}.`,
      condition: words(condition),
      sources
    };
  }
  return {title: scenario.title, answer: figure?.title ?? scenario.title, condition: words(figure?.subtitle), sources};
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A text in which Markdown sees no mark of its own. */
const asMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&").replace(/\s+/g, " ");

/** Title as a link, answer, condition and sources, as Markdown. */
export function markdownOf({title, answer, condition, sources}: ShareWords, link: string): string {
  const page = link.replace(/#.*$/, "");
  const credit = [
    asMarkdown(sources),
    `Drawn with Scaling Ladder; [what is wrong with this model](<${page}#what-is-wrong>).`
  ];
  return `${[`**[${asMarkdown(title)}](<${link}>)**`, `${asMarkdown(answer)} ${asMarkdown(condition)}`.trim(), credit.filter(Boolean).join(" ")].join("\n\n")}\n`;
}

/** The frame that shows the bare figure on another page, as HTML. */
export function embedOf({title, answer}: ShareWords, link: string): string {
  const address = link.replace(/(\?[^#]*)?#/, "?embed#");
  return `<iframe src="${escaped(address)}" title="${escaped(`${title}: ${answer}`)}" width="100%" height="720" style="border: 0" loading="lazy"></iframe>\n`;
}
