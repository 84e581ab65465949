import {execFileSync} from "node:child_process";
import {mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Resvg} from "@resvg/resvg-js";
import {openSync} from "fontkit";
import {describe, expect, test} from "vitest";
import {ladder as run} from "./inProcess.ts";
import {missingCharacters} from "../../src/cli/png.ts";
import {readChunks} from "../../src/export/pngChunks.ts";

const folder = mkdtempSync(join(tmpdir(), "render-"));
const at = (name: string) => join(folder, name);
const ladder = (...args: readonly string[]) => run(args);
/** Few draws: what is drawn of them is looked at elsewhere. */
const kimi = ["scenarios/kimi-linear.json", "--draws", "100"] as const;
const rendered = async (name: string, ...args: readonly string[]) => {
  const drawn = await ladder("render", ...kimi, "-o", at(name), ...args);
  expect(drawn).toMatchObject({status: 0, stderr: "", stdout: ""});
  return readFileSync(at(name));
};
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe("ladder render", () => {
  test("draws a PNG that carries the scenario, the same bytes on every run", async () => {
    const png = await rendered("a.png");
    expect(sizeOf(png)).toEqual([1200, 760]);
    // From the sources here, and from the bundle in a process of its own.
    execFileSync(process.execPath, ["dist/cli/ladder.js", "render", ...kimi, "-o", at("again.png")]);
    expect(readFileSync(at("again.png")).equals(png)).toBe(true);
    const read = readChunks(png);
    expect(read.ok && read.chunks.map(({type}) => type).slice(0, 2)).toEqual(["IHDR", "iTXt"]);
  });

  test("draws a PNG of a named size at a scale, and an SVG for print", async () => {
    expect(sizeOf(await rendered("b.png", "--size", "column", "--scale", "2"))).toEqual([1440, 1120]);
    const svg = (await rendered("b.svg", "--size", "double-column", "--theme", "print")).toString();
    expect(svg).toContain('viewBox="0 0 1080 680"');
    expect(svg).toContain('<rect width="1080" height="680" fill="#FFFFFF"');
  });

  test("writes CSV and JSON by the ending or by --format", async () => {
    expect((await rendered("a.csv", "--rows", "displayed")).toString()).toMatch(/^(panel|mark),/);
    expect(JSON.parse((await rendered("a.json", "--view", "ladder")).toString())).toMatchObject({view: "ladder"});
    expect((await ladder("render", ...kimi, "--format", "csv")).stdout).toMatch(/^(panel|mark),/);
  });

  test("draws one figure of a view alone, and lists them where there is none of that name", async () => {
    const cost = "scenarios/cost-per-task.json";
    const {stdout, status} = await ladder("render", cost, "--panel", "tasks", "--draws", "100");
    expect(status).toBe(0);
    expect(stdout).toContain("Muse Spark");
    expect(stdout).not.toContain("tokens written");
    const none = await ladder("render", cost, "--panel", "taks", "--draws", "100");
    expect(none).toMatchObject({status: 2, stdout: ""});
    expect(none.stderr).toContain(
      "--panel must be bills or pipeline-total or pipeline-serving or pipeline-training or tasks in this view, got taks"
    );
  });

  test("draws what papers measured of thinking alone, as a picture and as rows", async () => {
    const of = ["scenarios/thought-compression.json", "--panel", "thinking-series", "--draws", "100"];
    expect((await ladder("render", ...of)).stdout).toContain("R1-32B on AIME, past its peak");
    const {stdout, status} = await ladder("render", ...of, "--format", "csv");
    expect(status).toBe(0);
    expect(stdout.match(/^point,/gm)).toHaveLength(6);
  });

  test("has ink where its texts are", async () => {
    const svg = (await rendered("ink.svg")).toString().replace(/<metadata>.*<\/metadata>/s, "");
    const fontFiles = [400, 500, 600, 700].map((weight) => `src/assets/fonts/inter-${weight}.ttf`);
    const font = {loadSystemFonts: false, fontFiles, defaultFontFamily: "Inter"};
    const texts = [...svg.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)"[^>]*>(.*?)<\/text>/gs)];
    expect(texts.length).toBeGreaterThan(10);
    for (const [text, , , words = ""] of texts) {
      const alone = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 760" font-family="Inter">${text}</svg>`;
      const box = new Resvg(alone, {font}).getBBox();
      expect(box?.width ?? 0, words).toBeGreaterThan(3);
    }
  });

  test.each<readonly [readonly string[], string]>([
    [["-o", "a.gif"], "--output must end in .svg or .png or .csv or .json, or --format say which; got a.gif"],
    [["--format", "pdf"], "--format must be svg or png or csv or json, got pdf"],
    [["--scale", "2"], "--scale is of PNG alone, and what is written is SVG: -o FILE.png or --format png makes one"],
    [["--rows", "full", "-o", "a.png"], "--rows is of CSV alone, and what is written is PNG"],
    [["--format", "png", "--scale", "4"], "--scale must be 1 or 2 or 3, got 4"],
    [["--size", "slide", "--width", "500"], "--size slide says width and height already: leave out --width or --size"],
    [["--size", "poster"], "--size must be slide or column or double-column, got poster"],
    [["--format", "csv", "--rows", "some"], "--rows must be full or displayed, got some"],
    [["--theme", "blue"], "--theme must be light or dark or print, got blue"]
  ])("%j ends with 2 and a sentence", async (args, sentence) => {
    const {status, stderr, stdout} = await ladder("render", "scenarios/kimi-linear.json", ...args);
    expect({status, stdout}).toEqual({status: 2, stdout: ""});
    expect(stderr).toContain(sentence);
  });
});

describe("ladder extract", () => {
  test.each(["svg", "png"])("gives back a scenario that draws the same %s again", async (ending) => {
    const picture = await rendered(`figure.${ending}`, "--view", "ladder");
    expect((await ladder("extract", at(`figure.${ending}`), "-o", at("back.json"))).status).toBe(0);
    expect((await ladder("render", at("back.json"), "-o", at(`twice.${ending}`))).status).toBe(0);
    expect(readFileSync(at(`twice.${ending}`)).equals(picture)).toBe(true);
  });

  test("gives the very scenario back: no difference, and the same link", async () => {
    expect((await run(["render", "scenarios/muse-spark.json", "-o", at("muse.svg")])).status).toBe(0);
    expect((await run(["extract", at("muse.svg"), "-o", at("muse.json")])).status).toBe(0);
    expect(JSON.parse(readFileSync(at("muse.json"), "utf8"))).toHaveProperty("evidence.20.source");
    const same = await run(["diff", "scenarios/muse-spark.json", at("muse.json")]);
    expect(same.stdout).toBe("the two scenarios say the same\n");
    const [shipped, extracted] = [await run(["url", "scenarios/muse-spark.json"]), await run(["url", at("muse.json")])];
    expect(extracted.stdout).toBe(shipped.stdout);
    // A file that travels still does when it is written anew.
    expect((await run(["migrate", at("muse.json")])).stdout).toBe(readFileSync(at("muse.json"), "utf8"));
  });

  test("takes several pictures, each into a folder by its name; one that is wrong is said", async () => {
    const [muse, kimi] = ["test/golden/muse-spark.svg", "test/golden/kimi-linear.svg"];
    expect((await ladder("extract", muse, kimi)).stderr).toContain("extract of 2 files needs -o with a folder");
    const {status, stderr, stdout} = await ladder("extract", muse, "package.json", kimi, "-o", `${at("out")}/`);
    expect({status, stderr, stdout}).toEqual({
      status: 2,
      stderr: "package.json: it is neither an SVG nor a PNG\n",
      stdout: ""
    });
    expect(readdirSync(at("out")).toSorted()).toEqual(["kimi-linear.json", "muse-spark.json"]);
    expect((await ladder("validate", at("out/muse-spark.json"))).status).toBe(0);
  });

  test("reads standard input", () => {
    const input = readFileSync("test/golden/muse-spark.svg");
    const text = execFileSync(process.execPath, ["dist/cli/ladder.js", "extract"], {input, encoding: "utf8"});
    expect(JSON.parse(text)).toMatchObject({title: "Muse Spark and its rivals"});
  });

  test.each<readonly [string, () => string | Buffer | Promise<Buffer>, string]>([
    ["photo.png", () => "words", "it is neither an SVG nor a PNG"],
    ["a.json", () => readFileSync("scenarios/muse-spark.json"), "it is a scenario already, and no picture"],
    ["bare.svg", () => "<svg><desc/></svg>", "it carries no scenario"],
    ["cut.png", async () => (await rendered("c.png")).subarray(0, 900), "it is cut off"],
    [
      "bad.svg",
      () => readFileSync("test/golden/muse-spark.svg", "utf8").replace('"reference":"llama-4"', '"reference":"x"'),
      "bad.svg, its scenario:"
    ]
  ])("%s ends with 2 and a sentence", async (name, content, sentence) => {
    writeFileSync(at(name), await content());
    const {status, stderr, stdout} = await ladder("extract", at(name));
    expect({status, stdout}).toEqual({status: 2, stdout: ""});
    expect(stderr).toContain(sentence);
  });

  test("refuses a picture of 100 MB by its size, before it is read", async () => {
    writeFileSync(at("large.png"), "");
    truncateSync(at("large.png"), 100e6);
    const {status, stderr} = await ladder("extract", at("large.png"));
    expect({status, stderr}).toEqual({
      status: 2,
      stderr: `${at("large.png")}: it has 100 MB; a picture may have 50 MB at most\n`
    });
    expect((await ladder("extract", at("nowhere.png"))).stderr).toContain("cannot be read: no such file");
  });
});

test("the bundled fonts hold every character of the golden figures", () => {
  const fonts = [400, 500, 600, 700].map((weight) => openSync(`src/assets/fonts/inter-${weight}.ttf`));
  const held = fonts.map(({characterSet}) => new Set(characterSet));
  const texts = readdirSync("test/golden").map((file) => readFileSync(join("test/golden", file), "utf8"));
  const drawn = texts.flatMap((svg) => [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, words = ""]) => words));
  const signs = new Set(`${drawn.join("").replace(/<[^>]*>|&\w+;/g, "")}×−’“”…→≥≤αβγΔΩ·`);
  expect([...signs].filter((sign) => !held.every((codes) => codes.has(sign.codePointAt(0) ?? 0)))).toEqual([]);
});

test("what the fonts lack is found, in texts alone", () => {
  expect(missingCharacters(`<?xml?><svg a="文"><title>文</title><text>α 1 &lt; 文心 ×</text></svg>`)).toEqual([
    "文",
    "心"
  ]);
});
