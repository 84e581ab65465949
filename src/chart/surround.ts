import type {Figure} from "./figure.ts";
import type {Chrome} from "./placed.ts";
import {line, placeText, runsWidth, styled} from "./text.ts";
import type {PlacedText} from "./text.ts";
import {phoneSizes} from "./textStyle.ts";
import type {Sizes} from "./textStyle.ts";
import {cutRuns, wrapRuns} from "./wrap.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
  /** By the rules of a phone, however wide: a panel beside one that is narrow. */
  readonly compact?: boolean;
}

/** Longest title, characters. */
const titleLength = 64;
const footerSize = 11;
const footerLine = 15;

function titleRuns(figure: Pick<Figure, "title">, size: number, width: number) {
  const characters = Array.from(figure.title);
  const title =
    characters.length > titleLength
      ? `${characters
          .slice(0, titleLength - 1)
          .join("")
          .trimEnd()}…`
      : figure.title;
  return cutRuns(line(title, "ink", 600), size, width, -0.3);
}

/** Title, second line and metric from the top down, and where the plot may begin. */
export function headTexts(
  figure: Pick<Figure, "title" | "subtitle" | "metric" | "shortMetric">,
  {width, height}: Size,
  chrome: Chrome,
  left: number,
  sizes: Sizes
) {
  const texts: PlacedText[] = [];
  const isShort = height < 520;
  const room = width - 2 * left;
  let y = chrome === "page" ? 3 : isShort ? 13 : 17;
  if (chrome === "export") {
    const size = Math.min(23, Math.max(17, width / 40));
    const title = titleRuns(figure, size, room);
    if (title.length > 0) {
      y += size;
      texts.push(placeText(title, size, left, y, {tracking: -0.3}));
      y += 3;
    }
    const lines = wrapRuns(styled(figure.subtitle, "ink2", 400), isShort ? 13 : 14, room, 2);
    for (const [i, runs] of lines.entries()) {
      y += i === 0 ? (isShort ? 20 : 24) : 20;
      texts.push(placeText(runs, isShort ? 13 : 14, left, y));
    }
    if (texts.length > 0) y += isShort ? 13 : 27;
  }
  const metric = line(figure.metric, "ink3", 400);
  const fitting = runsWidth(metric, sizes.tick) <= room ? metric : line(figure.shortMetric, "ink3", 400);
  if (fitting.length === 0) return {texts, top: y + 10};
  y += 12;
  texts.push(placeText(cutRuns(fitting, sizes.tick, room), sizes.tick, left, y));
  return {texts, top: y + (sizes === phoneSizes ? 14 : chrome === "page" ? 16 : 18)};
}

/** The footer from the bottom up, and how far it reaches. */
export function footTexts(
  {footer}: Pick<Figure, "footer">,
  {width, height}: Size,
  left: number
): {texts: readonly PlacedText[]; depth: number} {
  const lines = footer
    .flatMap((text) => wrapRuns(line(text, "ink3", 400), footerSize, width - 2 * left, 2))
    .slice(0, 4);
  const texts = lines.map((runs, i) =>
    placeText(runs, footerSize, left, height - 14 - footerLine * (lines.length - 1 - i))
  );
  return {texts, depth: lines.length === 0 ? 0 : 32 + footerLine * (lines.length - 1)};
}
