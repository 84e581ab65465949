import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {applyPatch, diff} from "../../src/scenario/patch.ts";
import type {Json, Patch} from "../../src/scenario/patch.ts";

/** A document of few keys and values, so that two of them have much in common. */
const {json} = fc.letrec<{json: Json}>((tie) => ({
  json: fc.oneof(
    {maxDepth: 4, withCrossShrink: true},
    fc.constantFrom<Json>(0, 1, -2.5, "a", "", true, null),
    fc.array(tie("json"), {maxLength: 5}),
    fc.dictionary(fc.constantFrom("id", "a", "b", "", "1", "__proto__", "constructor"), tie("json"), {maxKeys: 5})
  )
}));

/** What a patch makes of a document, through the text that a link holds. */
const made = (base: Json, target: Json): Json | undefined => {
  const patch = diff(base, target);
  return patch === undefined ? base : applyPatch(base, JSON.parse(JSON.stringify(patch)) as Json);
};

describe("a patch", () => {
  test("makes the other document of the one, to the order of keys", () => {
    fc.assert(
      fc.property(json, json, (base, target) => {
        expect(JSON.stringify(made(base, target))).toBe(JSON.stringify(target));
      }),
      {numRuns: 3000, seed: 1}
    );
  });

  test("is none between a document and itself, and never longer than the document in brackets", () => {
    fc.assert(
      fc.property(json, json, (base, target) => {
        expect(diff(base, base)).toBeUndefined();
        const patch = diff(base, target);
        if (patch !== undefined)
          expect(JSON.stringify(patch).length).toBeLessThanOrEqual(JSON.stringify([target]).length);
      }),
      {numRuns: 1000, seed: 2}
    );
  });

  const models = ["a", "b", "c", "d"].map((id) => ({
    id,
    name: `Model ${id}`,
    note: "A long note that stays as it is."
  }));
  const cases: readonly (readonly [string, Json, Patch])[] = [
    [
      "a value changed deep inside",
      models.map((m, i) => (i === 2 ? {...m, name: "C"} : m)),
      [
        0,
        [
          [0, 2],
          [2, {name: ["C"]}],
          [3, 1]
        ]
      ]
    ],
    [
      "a key taken away",
      models.map(({note, ...m}, i) => (i === 0 ? m : {...m, note})),
      [
        0,
        [
          [0, {note: 0}],
          [1, 3]
        ]
      ]
    ],
    ["an item added in front", [{id: "e"}, ...models], [0, [[{id: "e"}], [0, 4]]]],
    ["an item taken away", models.slice(1), [0, [[1, 3]]]],
    [
      "items in another order",
      [...models.slice(2), ...models.slice(0, 2)],
      [
        0,
        [
          [2, 2],
          [0, 2]
        ]
      ]
    ]
  ];
  test.each(cases)("says %s and nothing else", (_, target, patch) => {
    expect(diff(models, target)).toEqual(patch);
    expect(made(models, target)).toEqual(target);
  });

  test("says the order of keys where it is another", () => {
    const base = {metrics: {first: "Index of the first kind", second: "Index of the second kind"}, title: "Metrics"};
    const target = {...base, metrics: {second: base.metrics.second, first: base.metrics.first}};
    expect(diff(base, target)).toEqual({metrics: [{}, ["second", "first"]]});
    expect(JSON.stringify(made(base, target))).toBe(JSON.stringify(target));
  });
});

describe("a patch that fits nothing", () => {
  const base: Json = {list: [1, 2], object: {a: 1}};
  const cases: readonly (readonly [string, Json])[] = [
    ["is a number", 3],
    ["is an empty list", []],
    ["changes a list that is none", {object: [0, [[0, 1]]]}],
    ["changes an object that is none", {list: {a: [1]}}],
    ["takes an item that is not there", {list: [0, [[5, {}]]]}],
    ["takes a stretch that is not there", {list: [0, [[1, 2]]]}],
    ["takes a stretch of 1e9 items", {list: [0, [[0, 1e9]]]}],
    ["takes half an item", {list: [0, [[0.5, 1]]]}],
    [
      "takes an item twice",
      {
        list: [
          0,
          [
            [0, 2],
            [1, 1]
          ]
        ]
      }
    ],
    ["has a step that is none", {list: [0, [{}]]}],
    ["has a step of three", {list: [0, [[0, 1, 2]]]}],
    ["orders keys that are not there", [{}, ["list", "title"]]],
    ["orders keys twice", [{}, ["list", "list"]]],
    ["leaves keys out of the order", [{}, ["list"]]],
    ["takes away a key of nothing", {none: {a: 0}}]
  ];
  test.each(cases)("makes nothing where it %s", (_, patch) => {
    expect(applyPatch(base, patch)).toBeUndefined();
  });
});
