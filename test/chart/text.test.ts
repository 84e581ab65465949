import {expect, test} from "vitest";
import {asPlainText, cleanText, line, placeText, runsWidth, styled} from "../../src/chart/text.ts";
import {cutRuns, wrapRuns} from "../../src/chart/wrap.ts";

test("cleanText leaves only what XML may hold", () => {
  expect(cleanText("a\u0000b\u001bc\ufffed\ud800e\udc00")).toBe("abcde");
  expect(cleanText("two\nlines\tof")).toBe("two lines of");
  expect(cleanText("👍 <&>")).toBe("👍 <&>");
});

test("cleanText sets right-to-left names off, so that a score behind them stays behind", () => {
  expect(cleanText("فالكون")).toBe("\u2068فالكون\u2069");
});

test("cutRuns ends what it cut in an ellipsis and stays within the width", () => {
  const runs = line("A very long name of a model that somebody gave", "ink", 450);
  const cut = cutRuns(runs, 12, 100);
  expect(asPlainText(cut)).toMatch(/^A very.*…$/);
  expect(runsWidth(cut, 12)).toBeLessThanOrEqual(100);
  expect(cutRuns(runs, 12, 1000)).toBe(runs);
});

test("cutRuns closes the isolate it cuts open", () => {
  const [cut] = cutRuns(line("فالكون فالكون فالكون", "ink", 450), 12, 60);
  expect(cut?.text).toMatch(/^\u2068.*…\u2069$/);
});

test("wrapRuns breaks at spaces, keeps exponents with their word and cuts the last line", () => {
  const runs = styled(
    [{text: "reaches 52.15 at 10"}, {text: "30", sup: true}, {text: " FLOP, off this axis"}],
    "ink3",
    400
  );
  const lines = wrapRuns(runs, 11.5, 150, 3).map(asPlainText);
  expect(lines).toEqual(["reaches 52.15 at 10^30", "FLOP, off this axis"]);
  const two = wrapRuns(line("one two three four five six seven eight", "ink", 400), 12, 70, 2);
  expect(two).toHaveLength(2);
  expect(asPlainText(two[1] ?? [])).toMatch(/…$/);
  for (const words of two) expect(runsWidth(words, 12)).toBeLessThanOrEqual(70);
});

test("a placed text covers its width on the side its anchor says", () => {
  const runs = line("GPT-5.4", "rival1", 650);
  const width = runsWidth(runs, 12.5);
  expect(placeText(runs, 12.5, 100, 50).box).toMatchObject({x1: 100, x2: 100 + width});
  expect(placeText(runs, 12.5, 100, 50, {anchor: "end"}).box).toMatchObject({x1: 100 - width, x2: 100});
  expect(placeText(runs, 12.5, 100, 50, {anchor: "middle"}).box.x1).toBeCloseTo(100 - width / 2, 9);
});
