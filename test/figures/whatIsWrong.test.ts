import {expect, test} from "vitest";
import ledgerFile from "../../src/scenario/ledger.json";
import {citedText} from "../../src/figures/citedFigure.ts";
import {evidenceTable, tableView} from "../../src/figures/evidenceTable.ts";
import {citedBy, flaws, piecesOf} from "../../src/figures/whatIsWrong.ts";
import {asString} from "../../src/figures/wording.ts";
import {emptyScenario} from "../../src/scenario/emptyScenario.ts";
import {evidenceIndex} from "../../src/scenario/ledger.ts";
import type {Ledger} from "../../src/scenario/ledger.ts";

const ledger = ledgerFile as unknown as Ledger;
const find = evidenceIndex(emptyScenario(), ledger);

const filled = (prose: string): string =>
  piecesOf(prose)
    .map((piece) => {
      if ("words" in piece) return piece.words;
      const entry = find(piece.id);
      return entry === undefined ? `{${piece.id}}` : asString(citedText(entry, piece.field));
    })
    .join("");
const point = (id: string) => flaws.find((flaw) => flaw.id === id)!;

/** Names and terms that have a number in them, which are no figures. */
const names =
  /GPT-5(\.4)?|Llama 4|Claude Opus 4\.6|Gemini 3\.1 Pro|Kimi K2|K2 Thinking|\bv4\.0|90 % intervals|log compute/g;
const numberWords =
  /\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|seventeen|twenty|hundred|thousand|million|half|twice|double)\b/i;

test("every figure a point cites is in the ledger", () => {
  expect(flaws.flatMap(citedBy).filter((id) => find(id) === undefined)).toEqual([]);
  expect(flaws.flatMap(citedBy).length).toBeGreaterThan(30);
});

test("no figure is typed into the prose: each comes through an id", () => {
  const typed = flaws.flatMap(({id, heading, text}) =>
    [heading, text].flatMap((prose) =>
      piecesOf(prose)
        .flatMap((piece) => ("words" in piece ? [piece.words.replace(names, "")] : []))
        // Two ends, two such choices and two fits are counted in the sentence itself.
        .map((words) => words.replace(/two such choices|ratio of two|Two fits/g, ""))
        .filter((words) => numberWords.test(words))
        .map((words) => `${id}: ${words}`)
    )
  );
  expect(typed).toEqual([]);
});

test("the prose reads with the ledger’s figures in it", () => {
  expect(filled(point("compute-hardly-orders").text)).toContain(
    "r = 0.24, and 0.04 with estimated indices among them; the line through all of them rises 3.1 points per tenfold"
  );
  expect(filled(point("soft-baseline").text)).toContain("the same loss with 1.6× to 4.4× less");
  expect(filled(point("reasoning").text)).toContain("GPT-5.4 goes from 35.39 to 56.8,");
  expect(filled(point("undisclosed-compute").text)).toContain("Muse Spark: not disclosed.");
  expect(filled(point("pretraining-claim").heading)).toBe("“over 10×” is about pretraining");
  expect(filled(point("press-claim").heading)).toBe("“3× to 10×” has no primary source");
  expect(filled(point("gain-not-one-number").text)).toContain(
    "LSTM to Transformer at 1e15 FLOP is 6.3×, LSTM to Transformer at 2e23 FLOP 730×"
  );
});

test("no field is asked of a figure that does not have it", () => {
  expect(flaws.filter(({text}) => /\{|no number\b(?! and no rival)|NaN|null/.test(filled(text)))).toEqual([]);
});

test("no claim is called true, false, confirmed or debunked, and nothing unknown or N/A", () => {
  const words = flaws.flatMap(({heading, text}) => [filled(heading), filled(text)]);
  expect(words.filter((text) => /\b(true|false|confirmed|debunked|unknown|n\/a|we|simply)\b|!/i.test(text))).toEqual(
    []
  );
});

test("each point is short, has an id of its own and leads somewhere", () => {
  expect(new Set(flaws.map(({id}) => id)).size).toBe(flaws.length);
  expect(flaws.filter(({heading}) => heading.length > 90)).toEqual([]);
  expect(flaws.filter(({text}) => text.split(/[.?] [A-Z“{]/).length > 6)).toEqual([]);
  expect(flaws.filter(({see}) => see.words === "")).toEqual([]);
});

test("each search of the evidence finds rows", () => {
  const rows = evidenceTable(
    ledger.figures.flatMap(({id}) => find(id) ?? []),
    new Map(),
    find
  );
  const empty = flaws.filter(({see: {search}}) => {
    if (search === undefined) return false;
    const {disclosed} = tableView(rows, {search, kinds: new Set(), conflictsOnly: false}, undefined);
    return disclosed.length === 0 || disclosed.length > 60;
  });
  expect(empty).toEqual([]);
});
