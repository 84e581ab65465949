import type {Figure} from "./figure.ts";
import type {Chrome} from "./placed.ts";
import {line, placeText, runsWidth, styled} from "./text.ts";
import type {PlacedText, StyledRun} from "./text.ts";
import {phoneSizes, phoneWidth} from "./textStyle.ts";
import type {Sizes} from "./textStyle.ts";
import {cutRuns, wrapEvenly, wrapSentences} from "./wrap.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
  /** By the rules of a phone, however wide: a panel beside one that is narrow. */
  readonly compact?: boolean;
  /** Texts leave the room to the panels, as far as they can. */
  readonly tight?: boolean;
}

const footerSize = 11;
const footerLine = 15;

/** A footer takes this share of the height at most, but four lines at least. */
const mostFooter = 0.16;

const titleTracking = -0.3;

/** In pictures lower than this, px, nothing takes a line more than it must. */
const leastHigh = 400;

/** Lines a title and the second line may take: more where they are short, so that nothing is cut that has room. */
function mostLines({height, tight}: Size, isShort: boolean, isNarrow: boolean) {
  if (height < leastHigh) return {title: 1, second: 2};
  return {title: 2, second: tight ? 2 : 2 + (isShort ? 0 : 1) + (isNarrow ? 1 : 0)};
}

/** Title, second line and metric from the top down, and where the plot may begin. */
export function headTexts(
  figure: Pick<Figure, "title" | "subtitle" | "metric" | "shortMetric">,
  size: Size,
  chrome: Chrome,
  left: number,
  sizes: Sizes
) {
  const {width, height} = size;
  const texts: PlacedText[] = [];
  const isShort = height < 520;
  const isNarrow = sizes === phoneSizes;
  const room = width - 2 * left;
  let y = chrome === "page" ? 3 : isShort ? 13 : 17;
  if (chrome === "export") {
    const most = mostLines(size, isShort, isNarrow);
    const large = Math.min(23, Math.max(17, width / 40));
    const title = wrapEvenly(line(figure.title, "ink", 600), large, room, most.title, titleTracking);
    for (const [i, runs] of title.entries()) {
      y += i === 0 ? large : Math.round(1.2 * large);
      texts.push(placeText(runs, large, left, y, {tracking: titleTracking}));
    }
    if (texts.length > 0) y += 3;
    const second = isShort || isNarrow ? 13 : 14;
    const lines = wrapSentences(styled(figure.subtitle, "ink2", 400), second, room, most.second);
    for (const [i, runs] of lines.entries()) {
      y += i === 0 ? (isShort ? 20 : 24) : isNarrow ? 18 : 20;
      texts.push(placeText(runs, second, left, y));
    }
    if (texts.length > 0) y += isShort ? 13 : 27;
  }
  const metric = line(figure.metric, "ink3", 400);
  const fitting = runsWidth(metric, sizes.tick) <= room ? metric : line(figure.shortMetric, "ink3", 400);
  if (fitting.length === 0) return {texts, top: y + 10};
  y += 12;
  texts.push(placeText(cutRuns(fitting, sizes.tick, room), sizes.tick, left, y));
  return {texts, top: y + (isNarrow ? 14 : chrome === "page" ? 16 : 18)};
}

/** The footer from the bottom up, and how far it reaches. */
export function footTexts(
  {footer}: Pick<Figure, "footer">,
  {width, height, tight}: Size,
  left: number
): {texts: readonly PlacedText[]; depth: number} {
  const room = width - 2 * left;
  const perText = width < phoneWidth && !tight ? 4 : 2;
  const most = tight ? 4 : Math.max(4, Math.floor((mostFooter * height) / footerLine));
  const lines: (readonly StyledRun[])[] = [];
  for (const text of footer) {
    const rest = Math.min(perText, most - lines.length);
    if (rest > 0) lines.push(...wrapSentences(line(text, "ink3", 400), footerSize, room, rest));
  }
  const texts = lines.map((runs, i) =>
    placeText(runs, footerSize, left, height - 14 - footerLine * (lines.length - 1 - i))
  );
  return {texts, depth: lines.length === 0 ? 0 : 32 + footerLine * (lines.length - 1)};
}
