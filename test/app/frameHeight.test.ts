import {expect, test} from "vitest";
import type {Panels} from "../../src/chart/figure.ts";
import {layoutPanels} from "../../src/chart/panels.ts";
import {frameHeight, inFrame} from "../../src/app/links/frameHeight.ts";
import {curvePanels, panelsSample} from "../chart/rowSamples.ts";
import {ladderSample} from "../chart/ladderSample.ts";

const [panel] = curvePanels.panels;
if (panel === undefined) throw new Error("no panel");
const threePanels: Panels = {...curvePanels, panels: [{...panel, weight: 1.7}, panel, panel]};

/** How many panels are drawn, and in how many rows. */
function drawnIn(picture: Panels, width: number, room: number): readonly [panels: number, rows: number] {
  const {height, inRows} = inFrame(picture, width, room);
  const {panels} = layoutPanels(picture, {width, height, chrome: "page", inRows});
  return [panels.length, new Set(panels.map(({y}) => y)).size];
}

test("one figure fills what the frame leaves, and is never too low to be read", () => {
  expect(inFrame(ladderSample, 900, 500)).toEqual({height: 500, inRows: false});
  expect(inFrame(ladderSample, 900, 100).height).toBe(240);
  expect(inFrame(ladderSample, 900, Infinity).height).toBe(558);
});

test("every panel is drawn: side by side in a wide frame, in rows in a high one, one under another in a narrow one", () => {
  expect(drawnIn(threePanels, 968, 480)).toEqual([3, 1]);
  expect(drawnIn(threePanels, 968, 860)).toEqual([3, 2]);
  expect(drawnIn(threePanels, 360, 100)).toEqual([3, 3]);
  expect(drawnIn(panelsSample, 360, 100)[0]).toBe(panelsSample.panels.length);
});

test("a frame for more figures is higher", () => {
  expect([1, 2, 3, 4].map(frameHeight)).toEqual([720, 720, 980, 1240]);
});
