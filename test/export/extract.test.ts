import {deflateSync} from "node:zlib";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {carriedText, readCarried} from "../../src/export/carried.ts";
import {extract, mostPictureBytes, tooLarge} from "../../src/export/extract.ts";
import {readChunks} from "../../src/export/pngChunks.ts";
import {withText} from "../../src/export/pngText.ts";
import {metadataIn, withMetadata} from "../../src/export/svgMetadata.ts";
import {embedEvidence, loadLedger} from "../../src/scenario/ledger.ts";
import {readScenario} from "../../src/scenario/read.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {shippedScenario} from "../simulation/shipped.ts";
import {onePixel, smallSvg, textChunk} from "./samplePicture.ts";

const ledger = await loadLedger();
const muse = await shippedScenario("muse-spark.json");
const shipped = await Promise.all(
  ["kimi-linear", "recipe-parts", "cost-per-task", "contemplating", "thresholds", "rl-scaling"].map((file) =>
    shippedScenario(`${file}.json`)
  )
);
const drawn = {view: "ladder", width: 1200, height: 760, theme: "light"} as const;
const text = carriedText(muse, drawn, ledger);

const utf8 = (words: string) => new TextEncoder().encode(words);
const inSvg = (words: string) => utf8(withMetadata(smallSvg, words));
const inPng = (words: string) => withText(onePixel(), words);

async function reopened(picture: Uint8Array): Promise<Scenario> {
  const carried = await extract(picture);
  if (!carried.ok) throw new Error(carried.message);
  const read = await readScenario(carried.scenario);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

const messageOf = async (picture: Uint8Array): Promise<string> => {
  const carried = await extract(picture);
  return carried.ok ? "was read" : carried.message;
};

describe("a picture", () => {
  const words = fc.string({unit: "grapheme", minLength: 1, maxLength: 40}).filter((name) => name.trim() !== "");
  const nasty = fc.constantFrom(
    "]]></metadata><script>",
    "a & b &amp; <c>",
    "\u2028\u0085\uffff",
    "\ud800",
    "\0",
    "\r\n"
  );
  const scenarios = fc
    .record({
      base: fc.constantFrom(muse, ...shipped),
      title: words,
      description: fc.oneof(nasty, fc.string({unit: "binary", maxLength: 60})),
      seed: fc.integer({min: 0, max: 4294967295}),
      draws: fc.integer({min: 100, max: 100_000}),
      low: fc.double({min: 1e20, max: 1e28, noNaN: true})
    })
    .map(({base, title, description, seed, draws, low}) => ({
      ...base,
      title,
      description,
      uncertainty: {...base.uncertainty, seed, draws},
      thresholds: [
        ...base.thresholds,
        {id: "line", name: "Line", compute: {value: low, written: low}, note: description}
      ]
    }));

  test("gives any scenario back exactly, from SVG and from PNG", async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, async (made) => {
        const scenario = made as Scenario;
        const {figure} = scenario.view;
        const carried = carriedText(scenario, {...drawn, view: figure}, ledger);
        expect(await reopened(inSvg(carried))).toEqual(scenario);
        expect(await reopened(inPng(carried))).toEqual(scenario);
        expect(await reopened(inSvg(carriedText(embedEvidence(scenario, ledger), drawn, ledger)))).toEqual({
          ...scenario,
          view: {...scenario.view, figure: "ladder"}
        });
      }),
      {numRuns: 60, seed: 4}
    );
  }, 60_000);

  test("says tool, version, view, seed and sources beside the scenario", () => {
    expect(JSON.parse(text)).toMatchObject({
      tool: "Scaling Ladder",
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      view: "ladder",
      seed: 7,
      draws: 10_000,
      theme: "light"
    });
    const {sources} = JSON.parse(text) as {sources: readonly {readonly publisher?: string}[]};
    expect(sources.map(({publisher}) => publisher)).toContain("Artificial Analysis");
    expect(new Set(sources.map((source) => JSON.stringify(source))).size).toBe(sources.length);
  });

  test("opens in the view it shows, where that is not the scenario's", async () => {
    expect((await reopened(inSvg(carriedText(muse, {...drawn, view: "gain"}, ledger)))).view.figure).toBe("gain");
    const claims = {...muse, view: {...muse.view, figure: "claims"}} as const;
    expect((await reopened(inSvg(carriedText(claims, drawn, ledger)))).view.figure).toBe("claims");
  });

  test("that another program has saved again still gives it: a hoisted prefix, a comment, a compressed text", async () => {
    const svg = withMetadata(smallSvg, text)
      .replace(' xmlns:ladder="urn:scaling-ladder:figure"', "")
      .replace("<svg ", '<svg xmlns:ns0="urn:scaling-ladder:figure" data-a="1 > 0" ')
      .replaceAll("ladder:carried", "ns0:carried")
      .replace("<g/>", "<!-- <script> --><metadata><rdf xmlns='x'/></metadata><g/>");
    expect(await reopened(utf8(svg))).toEqual(await reopened(inSvg(text)));
    expect(await reopened(onePixel(textChunk(deflateSync(utf8(text)), true)))).toEqual(await reopened(inPng(text)));
    const other = textChunk(utf8("x"), false, "Software");
    expect(await reopened(withText(onePixel(other), text))).toEqual(await reopened(inPng(text)));
  });

  test("carries one text: a second takes the place of the first", () => {
    const again = readChunks(withText(withText(onePixel(), "first"), "second"));
    expect(again.ok && again.chunks.map(({type}) => type)).toEqual(["IHDR", "iTXt", "IDAT", "IEND"]);
  });
});

const svg = withMetadata(smallSvg, text);
const block = /<metadata>.*<\/metadata>/s.exec(svg)?.[0] ?? "";

test.each<readonly [string, string, string]>([
  ["two metadata blocks", svg.replace("<g/>", block), "it carries two scenarios, and does not say which one it shows"],
  ["a script", svg.replace("<g/>", "<script>1</script>"), "it holds a script, which no exported figure does"],
  ["a script under another prefix", svg.replace("<g/>", "<svg:SCRIPT/>"), "it holds a script"],
  [
    "a document type",
    svg.replace("<svg", '<!DOCTYPE svg [<!ENTITY a "b">]><svg'),
    "it has a document type or entities"
  ],
  ["an unknown entity", svg.replace("Muse Spark", "&lol;"), "what it carries is damaged: it uses an unknown entity"],
  ["nothing carried", smallSvg, "it carries no scenario: it is no figure of Scaling Ladder"],
  ["our name in another namespace", svg.replace("urn:scaling-ladder:figure", "urn:other"), "it carries no scenario"],
  ["an element inside what is carried", svg.replace("Muse Spark", "<b/>"), "what it carries is damaged"],
  ["a cut", svg.slice(0, svg.length - 7), "it is cut off: its end is missing"],
  ["a cut inside a tag", svg.slice(0, svg.indexOf("<g/>") + 2), "it is cut off: its end is missing"],
  ["a tag that is none", svg.replace("<g/>", "<g a/>"), "it is damaged: a tag is not well-formed"],
  ["a cut inside a comment", `${svg}<!-- `, "it is cut off: a comment has no end"],
  ["tags that do not match", svg.replace("<g/>", "<g></a></g>"), "it is damaged: the tag a does not match"],
  ["a second root", `${svg}<svg/>`, "it is no SVG"],
  ["HTML", "<html><body/></html>", "it is no SVG"],
  ["nothing at all", "", "it is neither an SVG nor a PNG"],
  ["words", "hello", "it is neither an SVG nor a PNG"]
])("an SVG with %s is refused with a sentence", async (_, words, message) => {
  expect(await messageOf(utf8(words))).toContain(message);
});

const png = inPng(text);
const changed = (at: number) => png.map((byte, i) => (i === at ? byte ^ 1 : byte));

test.each<readonly [string, Uint8Array, string]>([
  ["no chunk of ours", onePixel(), "it carries no scenario: it is no picture of Scaling Ladder"],
  ["two of them", onePixel(textChunk(utf8(text), false), textChunk(utf8(text), false)), "it carries two scenarios"],
  ["a wrong check", changed(200), "it is damaged: the check of its part iTXt does not fit"],
  ["a cut inside a chunk", png.subarray(0, 500), "it is cut off: a part is longer than what is left"],
  ["a cut between chunks", png.subarray(0, 33), "it is cut off: its end is missing"],
  ["a chunk without a name", changed(12).map((byte, i) => (i === 12 ? 0 : byte)), "it is damaged: a part has no name"],
  ["no head", Uint8Array.of(...png.subarray(0, 8), ...png.subarray(33)), "it is damaged: its head is missing"],
  ["a text that inflates damaged", onePixel(textChunk(utf8("no zlib"), true)), "what it carries is damaged"],
  [
    "an unknown method",
    onePixel({type: "iTXt", data: utf8("scaling-ladder\0\0\u0001\0\0x")}),
    "what it carries is damaged"
  ],
  ["a text cut off", onePixel({type: "iTXt", data: utf8("scaling-ladder\0\0\0en")}), "what it carries is damaged"],
  ["bytes that are no text", onePixel(textChunk(Uint8Array.of(255, 254), false)), "it is not UTF-8"]
])("a PNG with %s is refused with a sentence", async (_, bytes, message) => {
  expect(await messageOf(bytes)).toContain(message);
});

test("a text that inflates enormously is given up at the limit, not held", async () => {
  const bomb = deflateSync(Buffer.alloc(200_000_000));
  expect(bomb.length).toBeLessThan(300_000);
  const before = process.memoryUsage().arrayBuffers;
  expect(await messageOf(onePixel(textChunk(bomb, true)))).toBe("what it carries is larger than 8 MB");
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
});

test("a picture of 100 MB is refused by its size", () => {
  expect(tooLarge(100e6)).toBe("it has 100 MB; a picture may have 50 MB at most");
  expect(tooLarge(mostPictureBytes)).toBeUndefined();
});

test("bytes that are neither are refused", async () => {
  expect(await messageOf(Uint8Array.of(255, 0, 1))).toBe("it is neither an SVG nor a PNG");
  expect(await messageOf(utf8('{"a": 1}'))).toBe("it is neither an SVG nor a PNG");
});

const change = (to: object) => JSON.stringify({...(JSON.parse(text) as object), ...to});

test.each<readonly [string, string, string]>([
  ["no JSON", "{", "what it carries is damaged: it is not JSON"],
  ["a list", "[]", "what it carries is no scenario"],
  ["nothing", "null", "what it carries is no scenario"],
  ["no scenario", change({scenario: null}), "what it carries is no scenario"],
  ["another form", change({format: "svg"}), "what it carries is no scenario"],
  ["a newer form", change({format: 2, version: "3.1.0"}), "it was drawn by a newer Scaling Ladder (3.1.0)"],
  ["a key twice", text.replace('"seed":7', '"seed":7,"seed":8'), 'what it carries is damaged: key "seed" stands twice'],
  ["too much", `"${"x".repeat(8_000_001)}"`, "it carries 8 million characters; 8 million at most are read"]
])("a picture that carries %s is refused with a sentence", (_, words, message) => {
  const carried = readCarried(words);
  expect(carried.ok ? "was read" : carried.message).toContain(message);
});

test("a scenario of a newer version inside a picture is refused as its file would be", async () => {
  const carried = readCarried(change({scenario: {version: 9, title: "x"}}));
  const read = await readScenario(carried.ok ? carried.scenario : "");
  expect(read.ok ? "" : read.problems[0]?.message).toContain("9 is newer than this program reads");
});

test("no bytes make the reader throw", async () => {
  const pieces = fc.constantFrom(
    "<svg>",
    "</svg>",
    "<",
    ">",
    "<!--",
    "&#x",
    "<a b='",
    '"',
    "<metadata>",
    "<![CDATA[",
    "<?"
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(pieces, fc.string()), {maxLength: 12}), async (parts) => {
      expect(typeof metadataIn(parts.join("")).ok).toBe("boolean");
      await extract(utf8(parts.join("")));
    }),
    {numRuns: 300, seed: 2}
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(png.length - 1), fc.nat(255), async (at, byte) => {
      await extract(png.map((old, i) => (i === at ? byte : old)));
      await extract(png.subarray(0, at));
    }),
    {numRuns: 60, seed: 3}
  );
});

test("a text is put into no picture but a sound one", () => {
  expect(() => withText(Uint8Array.of(1, 2), "x")).toThrow("invalid PNG: it is no PNG");
  expect(() => withMetadata("<svg/>", "x")).toThrow("invalid SVG: it has no desc");
});
