import {expect, test} from "vitest";
import {layoutFigure} from "../../src/chart/layout.ts";
import {thumbnail} from "../../src/figures/thumbnail.ts";
import {pictureOf, simulate} from "../../src/figures/view.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const muse = await shippedScenario("muse-spark.json");

test("a small picture has the lines and points of its figure and no names", () => {
  const picture = pictureOf(muse, "ladder", simulate(muse, "ladder"), undefined);
  if (picture === undefined || "panels" in picture) throw new Error("no figure");
  const small = thumbnail(picture, "small");
  const count = (type: string) => small.marks.filter((mark) => mark.type === type).length;
  expect(count("point")).toBe(picture.marks.filter((mark) => mark.type === "point").length);
  expect(count("curve")).toBeGreaterThan(1);
  expect(count("note") + count("claim") + count("bracket")).toBe(0);
  const placed = layoutFigure(small, {width: 340, height: 212, chrome: "page"});
  expect(JSON.stringify(placed.labels)).not.toContain("Maverick");
  expect(placed.key).toBeUndefined();
});

test("of several figures the first is the small picture", () => {
  const picture = pictureOf(muse, "gain", simulate(muse, "gain"), undefined);
  if (picture === undefined || !("panels" in picture)) throw new Error("no panels");
  expect(thumbnail(picture, "small").marks.length).toBeGreaterThan(0);
  expect(thumbnail({...picture, panels: []}, "small").marks).toEqual([]);
});
