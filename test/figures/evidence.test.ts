import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import ledgerFile from "../../src/scenario/ledger.json";
import {orderedIds, sourcesOf} from "../../src/figures/evidence.ts";
import {kindWords} from "../../src/figures/evidenceKinds.ts";
import {evidenceRows} from "../../src/figures/evidenceRows.ts";
import {evidenceTable, nextOrder, tableView} from "../../src/figures/evidenceTable.ts";
import type {TableFilter, TableOrder} from "../../src/figures/evidenceTable.ts";
import {usesOf} from "../../src/figures/evidenceUse.ts";
import {dateText, valueText, valueWords} from "../../src/figures/evidenceWords.ts";
import {asString} from "../../src/figures/wording.ts";
import {evidenceIndex} from "../../src/scenario/ledger.ts";
import type {Ledger} from "../../src/scenario/ledger.ts";
import {readScenario} from "../../src/scenario/read.ts";
import type {Scenario} from "../../src/scenario/schema.ts";

const ledger = ledgerFile as unknown as Ledger;
const read = await readScenario(readFileSync("scenarios/muse-spark.json", "utf8"));
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const muse: Scenario = read.scenario;
const find = evidenceIndex(muse, ledger);
const entry = (id: string) => {
  const found = find(id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe("a figure in words", () => {
  const said = (id: string) => {
    const {value, interval, unit} = valueWords(entry(id));
    return [asString(value), interval === undefined ? "" : asString(interval), unit];
  };

  test("has its value, its interval and its unit", () => {
    expect(said("llama-4-maverick-compute")).toEqual(["2.244×10^24", "2.2×10^24 to 3.34×10^24", "FLOP"]);
    expect(said("muse-spark-aa-index")).toEqual(["52.15", "", "index points"]);
    expect(said("llama-4-maverick-hardware-hours")).toEqual(["2.38M", "", "H100-hours"]);
    expect(said("llama-4-maverick-training-tokens")).toEqual(["22T", "", "tokens"]);
    expect(said("maverick-overtraining-penalty")).toEqual(["4.41×", "1.63× to 4.41×", "compute vs optimum"]);
  });

  test("is a bound where only one is known", () => {
    expect(said("muse-spark-multiplier-vs-maverick")).toEqual(["over 10×", "", "less training FLOP"]);
    expect(said("gundlach-ablations")).toEqual(["under 10×", "", "compute"]);
    expect(said("muse-recipe-at-maverick-level")).toEqual(["2.244×10^23", "up to 3.34×10^23", "FLOP"]);
  });

  test("that nobody disclosed says so, with the bound that is known", () => {
    expect(said("muse-spark-compute")).toEqual(["not disclosed", "", ""]);
    expect(said("gemini-3-pro-compute")).toEqual(["over 1.0×10^25", "", "FLOP"]);
    expect(said("muse-spark-multiplier-vs-base-models-meta")).toEqual(["no number", "", ""]);
  });

  test("that nobody disclosed says so once, in its row and in the table", () => {
    const undisclosed = ["muse-spark-compute", "muse-spark-token-reduction"];
    for (const row of evidenceRows(undisclosed, find)) {
      expect(`${asString(row.value)} ${row.says}`.match(/not disclosed/g), row.id).toHaveLength(1);
    }
    const rows = evidenceTable(undisclosed.map(entry), new Map(), find);
    expect(rows.map(({value, kindWords}) => [asString(value), kindWords])).toEqual([
      ["not disclosed", ""],
      ["not disclosed", ""]
    ]);
    const [bounded] = evidenceTable([entry("gemini-3-pro-compute")], new Map(), find);
    expect(bounded?.kindWords).toBe("not disclosed");
  });

  test("is a date or a yes where it is one", () => {
    expect(said("muse-spark-release")).toEqual(["8 Apr 2026", "", ""]);
    expect(dateText("2026-04")).toBe("Apr 2026");
  });

  test("never shows a bare null, NaN or an unnamed unit, in all the ledger", () => {
    const texts = ledger.figures.map(({id}) => asString(valueText(entry(id))));
    expect(texts.filter((text) => /null|NaN|undefined|yyyymmdd|dimensionless/.test(text) || text === "")).toEqual([]);
  });

  test("keeps every digit of four that the ledger gives", () => {
    const lost = ledger.figures.filter(({id, value, unit}) => {
      if (value === null || unit === "yyyymmdd" || unit.startsWith("0 no")) return false;
      const text = asString(valueWords(entry(id)).value)
        .replace(/,|×$|over |under /g, "")
        .replace("−", "-");
      const parts = /^(-?[\d.]+)(?:×10\^(\d+)|([KMBT]))?$/.exec(text);
      const power = {K: 1e3, M: 1e6, B: 1e9, T: 1e12}[parts?.[3] ?? ""] ?? Number(`1e${parts?.[2] ?? 0}`);
      return !(Math.abs((Number(parts?.[1]) * power) / value - 1) < 5.1e-4);
    });
    expect(lost.map(({id}) => id)).toEqual([]);
  });

  test("names its maker where the kind is a statement", () => {
    expect(kindWords(entry("muse-spark-multiplier-vs-maverick"))).toBe("stated by Meta");
    expect(kindWords(entry("muse-spark-multiplier-vs-rivals-article"))).toBe("press only");
  });
});

test("the list begins with the claims and says what disagrees, and why", () => {
  const rows = evidenceRows(orderedIds(muse, ["muse-spark"]), find);
  expect(rows[0]?.id).toBe("muse-spark-multiplier-vs-maverick");
  const maverick = rows.find(({id}) => id === "llama-4-maverick-compute");
  expect(maverick?.conflicts.map(asString)).toEqual([
    "3.342×10^24 FLOP, derived: 2.38M H100-hours at the 390 TFLOP/s Meta gave for Behemoth. Upper end of the interval."
  ]);
  expect(sourcesOf(["llama-4-maverick-compute"], find)).toEqual({text: "estimate", conflicts: 1});
});

test("each figure says by which inputs it is used", () => {
  const uses = usesOf(muse, find);
  expect(uses.get("llama-4-maverick-compute")).toEqual(["compute of Llama 4 Maverick"]);
  expect(uses.get("llama-4-maverick-training-tokens")).toEqual(["training tokens of Llama 4 Maverick"]);
  expect(uses.get("muse-spark-aa-index")).toEqual(["score of Muse Spark"]);
  expect(uses.get("slope-qwen3-reasoning")).toEqual(["Llama 4 recipe’s curve"]);
  expect(uses.get("eu-ai-act-threshold")).toEqual(["threshold EU AI Act"]);
  expect(uses.get("muse-spark-multiplier-vs-maverick")).toEqual(["claim “over 10x” by Meta"]);
});

describe("the table of the ledger", () => {
  const all = evidenceTable(
    ledger.figures.map(({id}) => entry(id)),
    usesOf(muse, find),
    find
  );
  const anything: TableFilter = {search: "", kinds: new Set(), conflictsOnly: false};
  const view = (filter: Partial<TableFilter>, order?: TableOrder) => tableView(all, {...anything, ...filter}, order);

  test("holds every figure once, the undisclosed ones apart", () => {
    const {disclosed, undisclosed, counts} = view({});
    expect(disclosed.length + undisclosed.length).toBe(ledger.figures.length);
    expect(undisclosed.length).toBe(counts.undisclosed);
    expect(disclosed.some(({kind}) => kind === "undisclosed")).toBe(false);
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(ledger.figures.length);
  });

  test("finds all words wherever they stand: subject, quantity, note, source", () => {
    const ids = (search: string) => view({search}).disclosed.map(({id}) => id);
    expect(ids("MAVERICK over-training")).toContain("maverick-overtraining-penalty");
    expect(ids("behemoth co-distillation epoch")).toEqual(["llama-4-maverick-compute"]);
    expect(ids("founding article hle")).toContain("gpt-5-4-pro-hle-no-tools-article");
    expect(ids("maverick no-such-word")).toEqual([]);
  });

  test("counts kinds of what the search finds, whichever kinds are chosen", () => {
    const {counts, disclosed} = view({search: "maverick", kinds: new Set(["press"])});
    expect(disclosed.every(({kind}) => kind === "press")).toBe(true);
    expect(counts.press).toBe(disclosed.length);
    expect(counts.maker).toBeGreaterThan(0);
  });

  test("shows conflicts alone where that is asked", () => {
    const {disclosed, undisclosed, conflicts} = view({conflictsOnly: true});
    expect(conflicts).toBe(ledger.figures.filter(({conflictsWith}) => conflictsWith !== undefined).length);
    expect(disclosed.length + undisclosed.length).toBe(conflicts);
  });

  test("sorts by number either way, what has none last", () => {
    const values = (direction: "ascending" | "descending") =>
      view({search: "training compute"}, {column: "value", direction}).disclosed.map(({keys}) => keys.value as number);
    const up = values("ascending");
    expect(up).toEqual(up.toSorted((a, b) => a - b));
    expect(values("descending")).toEqual(up.toReversed());
    const claims = view({search: "multiplier"}, {column: "value", direction: "descending"});
    expect(claims.undisclosed.at(-1)?.keys.value).toBeNaN();
  });

  test("sorts grades from high to none, and dates by time", () => {
    const grades = view({}, {column: "confidence", direction: "ascending"}).disclosed.map(({grade}) => grade);
    expect([...new Set(grades)]).toEqual(["high", "medium", "low", "unverified"]);
    const dates = view({}, {column: "date", direction: "descending"}).disclosed.map(({keys}) => String(keys.date));
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  test("goes back to its own order at the third click", () => {
    const first = nextOrder(undefined, "date");
    const second = nextOrder(first, "date");
    expect([first?.direction, second?.direction]).toEqual(["ascending", "descending"]);
    expect(nextOrder(second, "date")).toBeUndefined();
    expect(nextOrder(second, "value")).toEqual({column: "value", direction: "ascending"});
  });
});
