import {readFileSync} from "node:fs";
import {deflateRawSync} from "node:zlib";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {fingerprint} from "../../src/scenario/fingerprint.ts";
import {chatLength, decodeLink, encodeLink} from "../../src/scenario/link.ts";
import {readScenario} from "../../src/scenario/read.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {writeScenario} from "../../src/scenario/write.ts";
import {randomDocument, scenarioOf} from "./randomScenario.ts";
import {shippedFiles} from "./shippedFiles.ts";

async function shipped(file: string): Promise<Scenario> {
  const read = await readScenario(readFileSync(`scenarios/${file}`, "utf8"));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

const muse = await shipped("muse-spark.json");

/** A link whose checksum fits, with this text inside. */
const forged = (text: string) => {
  const start = `v1.${deflateRawSync(text).toString("base64url")}`;
  return `${start}.${fingerprint(start)}`;
};

async function said(link: string): Promise<string> {
  const decoded = await decodeLink(link);
  return decoded.ok ? "is sound" : decoded.message;
}

describe("a link", () => {
  test.each(shippedFiles)("gives %s back to the byte, in a length that chats carry", async (file) => {
    const scenario = await shipped(file);
    const link = await encodeLink(scenario);
    expect(link.length).toBeLessThan(chatLength);
    expect(await decodeLink(link)).toEqual({ok: true, text: writeScenario(scenario)});
  });

  test("gives random scenarios back to the byte, as a file does", async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(randomDocument, async (document) => {
        const scenario = await scenarioOf(document);
        if (scenario === undefined) return;
        ++count;
        const text = writeScenario(scenario);
        const [file, link] = await Promise.all([readScenario(text), decodeLink(await encodeLink(scenario))]);
        expect(file.ok && writeScenario(file.scenario)).toBe(text);
        expect(link).toEqual({ok: true, text});
      }),
      {numRuns: 150, seed: 6}
    );
    expect(count).toBeGreaterThan(100);
  });

  test("holds only what differs from a shipped scenario", async () => {
    const link = await encodeLink({...muse, title: "Another title"});
    expect(link.length).toBeLessThan(100);
    expect(link).toMatch(/^v1\.[\w-]+\.[a-z0-9]{7}$/);
  });

  test("holds the whole document where no shipped scenario is near", async () => {
    const scenario = await scenarioOf({
      version: 1,
      title: "Alone",
      metrics: {i: {name: "I"}},
      reference: "r",
      recipes: [{id: "r", name: "R", curve: {i: {law: "log-linear", through: "m", slope: 6}}}],
      models: [{id: "m", name: "M", recipe: "r", compute: 1e24, score: {i: 5}}]
    });
    const link = await encodeLink(scenario!);
    expect(await decodeLink(link)).toEqual({ok: true, text: writeScenario(scenario!)});
  });

  test("opens from a whole address, and with the sentence’s full stop behind it", async () => {
    const link = await encodeLink(muse);
    for (const address of [
      `https://example.org/ladder/?embed#${link}`,
      `#${link}`,
      ` ${link}`,
      `${link}).`,
      `${link}\n`
    ])
      expect(await said(address), address).toBe("is sound");
  });

  test("of the first day still opens", async () => {
    const decoded = await decodeLink(firstDay);
    expect(decoded.ok && JSON.parse(decoded.text)).toMatchObject({title: "A link of the first day", version: 1});
    expect(decoded.ok && (await readScenario(decoded.text)).ok).toBe(true);
  });
});

/** The shipped Muse Spark scenario with another title, as a link. */
const firstDay = "v1.i1bKLS1O1S0uSCzK1jMwSsswKDVV0qlWKsksyUlVsopWclTIyczLVshPUyjJSFVIyywqLlFISaxUiq2NBQA.093cenk";

describe("a link that holds no scenario", () => {
  const start = "v1.AAAA";
  const cases: readonly (readonly [string, string, string])[] = [
    ["nothing", "", 'is no link of a scenario: the part behind # must start with "v1."'],
    [
      "another fragment",
      "https://example.org/#what-is-wrong",
      'is no link of a scenario: the part behind # must start with "v1."'
    ],
    [
      "a newer version",
      "v2.AAAA",
      "is of version 2, newer than this program reads (1): open it with a newer Scaling Ladder"
    ],
    ["version 0", "v0.AAAA.0000000", "must be of version 1, got 0"],
    ["no body", "v1", "is cut off: its end is missing. Copy the whole link, or ask for the file"],
    ["no checksum", start, "is cut off: its end is missing. Copy the whole link, or ask for the file"],
    [
      "5 million characters",
      `#v1.${"A".repeat(5e6)}`,
      "has 5 million characters; a link of a scenario has 4 million at most"
    ],
    ["bytes that are not deflated", `${start}.${fingerprint(start)}`, "holds no scenario"],
    ["a length that base64 does not have", `v1.A.${fingerprint("v1.A")}`, "holds no scenario"],
    ["bytes that are no text", forged(Buffer.from([0xff, 0xfe, 0xfd]) as unknown as string), "holds no scenario"],
    ["a text that is no JSON", forged("{"), "holds no scenario"],
    ["three things", forged('["a", {}, 1]'), "holds no scenario"],
    ["a patch that does not fit", forged('["muse-spark.02fh0u5", {"models": {"a": [1]}}]'), "holds no scenario"],
    ["brackets a million deep", forged("[".repeat(1e6) + "]".repeat(1e6)), "holds no scenario"],
    [
      "a scenario that is not known yet",
      forged('["muse-spark.zzzzzzz", {}]'),
      "builds on “muse-spark.zzzzzzz”, which this program does not know: open it with a newer Scaling Ladder"
    ],
    [
      "a scenario with markup for a name",
      forged('["<b>", {}]'),
      "builds on a scenario, which this program does not know: open it with a newer Scaling Ladder"
    ],
    [
      "a key of every object for a scenario",
      forged('["constructor", {}]'),
      "builds on “constructor”, which this program does not know: open it with a newer Scaling Ladder"
    ]
  ];
  test.each(cases)("says so of %s", async (_, link, message) => {
    expect(await said(link)).toBe(message);
  });

  test("is noticed wherever it was cut off", async () => {
    const link = await encodeLink({...muse, title: "Cut off"});
    for (let length = 3; length < link.length; ++length)
      expect(await said(link.slice(0, length)), String(length)).toContain("is cut off");
  });

  test("is noticed whichever letter was changed", async () => {
    const link = await encodeLink({...muse, title: "Tampered with"});
    for (let i = 3; i < link.length; ++i) {
      if (link[i] === ".") continue;
      const changed = `${link.slice(0, i)}${link[i] === "a" ? "b" : "a"}${link.slice(i + 1)}`;
      expect(await said(changed), changed).toContain("was changed on its way");
    }
  });

  test("is given up as soon as it inflates beyond a scenario’s size", async () => {
    const link = forged(" ".repeat(300_000_000));
    const before = process.memoryUsage();
    expect(await said(link)).toBe("holds more than 5 MB, more than a scenario may have");
    const after = process.memoryUsage();
    expect(after.external + after.heapUsed - before.external - before.heapUsed).toBeLessThan(100e6);
  });

  test("never throws, whatever the text", async () => {
    const text = fc.oneof(
      fc.string({unit: "binary"}),
      fc.string().map((inside) => forged(inside)),
      fc.jsonValue().map((value) => forged(JSON.stringify(value)))
    );
    await fc.assert(
      fc.asyncProperty(text, async (link) => {
        const decoded = await decodeLink(link);
        if (decoded.ok) await readScenario(decoded.text);
      }),
      {numRuns: 300, seed: 7}
    );
  });
});
