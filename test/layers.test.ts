import {expect, test} from "vitest";
import {breaches, readSources} from "./layers.ts";

test("every file of src keeps to the order of the house", () => {
  expect(breaches(readSources())).toEqual([]);
});

// A checker that finds nothing proves nothing: below it meets made-up sources.

test("an import against the arrows is found, with file, line, import and rule", () => {
  expect(breaches({"src/laws/loss.ts": `\nimport {axis} from "../chart/axis.ts";`})).toEqual([
    `src/laws/loss.ts:2 imports "../chart/axis.ts": laws may import numerics`
  ]);
});

test.each([
  ["type-only", `import type {A} from "../app/a.ts";`],
  ["inline type", `import {type A} from "../app/a.ts";`],
  ["for its effect", `import "../app/a.ts";`],
  ["re-export", `export {a} from "../app/a.ts";`],
  ["re-export of all", `export * from "../app/a.ts";`],
  ["re-export of a type", `export type {A} from "../app/a.ts";`],
  ["dynamic", `const a = await import("../app/a.ts");`],
  ["type of a module", `type A = import("../app/a.ts").A;`],
  ["type of a whole module", `type A = typeof import("../app/a.ts");`],
  ["worker", `const url = new URL("../app/a.ts", import.meta.url);`],
  ["with a query", `import a from "../app/a.ts?worker&inline";`]
])("an import counts however it is written: %s", (_, source) => {
  const found = breaches({"src/numerics/a.ts": source});
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/imports ".*": numerics may import nothing of ours$/);
});

test.each([
  ["numerics", "laws/a.ts"],
  ["laws", "fitting/a.ts"],
  ["laws", "scenario/a.ts"],
  ["fitting", "simulation/a.ts"],
  ["scenario", "fitting/a.ts"],
  ["scenario", "simulation/a.ts"],
  ["simulation", "figures/a.ts"],
  ["simulation", "chart/figure.ts"],
  ["figures", "chart/axis.ts"],
  ["figures", "export/a.ts"],
  ["chart", "figures/a.ts"],
  ["chart", "numerics/a.ts"],
  ["chart", "laws/a.ts"],
  ["export", "numerics/a.ts"],
  ["export", "laws/a.ts"],
  ["export", "app/a.ts"],
  ["app", "cli/a.ts"],
  ["cli", "app/a.ts"],
  ["laws", "assets/inter.woff2"],
  ["simulation", "scenario.ts"]
])("%s may not import %s", (room, target) => {
  expect(breaches({[`src/${room}/b.ts`]: `import {a} from "../${target}";`})).toHaveLength(1);
});

test.each([
  ["laws", "../numerics/a.ts"],
  ["laws", "./a.ts"],
  ["laws", "./deep/a.ts"],
  ["fitting", "../laws/a.ts"],
  ["scenario", "../laws/a.ts"],
  ["scenario", "./ledger.json"],
  ["simulation", "../fitting/a.ts"],
  ["simulation", "../scenario/a.ts"],
  ["figures", "../fitting/a.ts"],
  ["figures", "../simulation/a.ts"],
  ["figures", "../chart/figure.ts"],
  ["chart", "../assets/inter.json"],
  ["export", "../chart/a.ts"],
  ["export", "../figures/a.ts"],
  ["app", "../chart/a.ts"],
  ["app", "../assets/inter.woff2?url"],
  ["app", "../../scenarios/muse-spark.json"],
  ["cli", "../fitting/a.ts"],
  ["cli", "../../package.json"]
])("%s may import %s", (room, target) => {
  expect(breaches({[`src/${room}/b.ts`]: `import {a} from "${target}";`})).toEqual([]);
});

test.each([
  ["chart", "d3-selection"],
  ["chart", "d3-zoom"],
  ["chart", "@preact/signals"],
  ["chart", "preact/hooks"],
  ["figures", "preact"],
  ["simulation", "@preact/signals"],
  ["numerics", "d3-random"],
  ["export", "node:fs"],
  ["export", "fs"],
  ["scenario", "node:zlib"],
  ["app", "node:path"],
  ["app", "fs/promises"]
])("%s may not import the package %s", (room, name) => {
  expect(breaches({[`src/${room}/a.ts`]: `import {a} from "${name}";`})).toHaveLength(1);
});

test.each([
  ["chart", "preact"],
  ["chart", "d3-shape"],
  ["export", "preact-render-to-string"],
  ["app", "@preact/signals"],
  ["app", "d3-zoom"],
  ["scenario", "zod"],
  ["cli", "node:fs"]
])("%s may import the package %s", (room, name) => {
  expect(breaches({[`src/${room}/a.ts`]: `import {a} from "${name}";`})).toEqual([]);
});

test("only rooms that may import preact are written in JSX", () => {
  const source = `export const A = () => <g class="a" />;`;
  expect(breaches({"src/figures/A.tsx": source, "src/chart/A.tsx": source, "src/app/A.tsx": source})).toEqual([
    "src/figures/A.tsx:1 is written in JSX: only chart, export, app, cli may import it"
  ]);
});

test("a module whose name is computed is found", () => {
  expect(breaches({"src/cli/a.ts": "export const load = (path: string) => import(path);"})).toHaveLength(1);
});

test("an import without extension is found", () => {
  expect(breaches({"src/laws/a.ts": `import {b} from "./b";`})).toEqual([
    `src/laws/a.ts:1 imports "./b": a file is imported with its extension`
  ]);
});

test.each([
  "document.title;",
  "const {innerWidth} = window;",
  "export const f = () => localStorage;",
  "export const f = (at = navigator.language) => at;",
  "globalThis.document;",
  "export let element: SVGSVGElement;",
  "export const o = {document};",
  "if (typeof window === 'undefined') {}",
  "requestAnimationFrame(() => {});",
  "export class Chart extends HTMLElement {}",
  "console.log(1);",
  "setTimeout(() => {}, 1);"
])("a browser’s name outside app is found: %s", (source) => {
  const found = breaches({"src/chart/a.ts": source, "src/app/a.ts": source});
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^src\/chart\/a\.ts:1 uses .*: only app knows a browser$/);
});

test.each([
  "export const title = (document: {title: string}) => document.title;",
  "export interface Figure {readonly document: string; readonly name: string}",
  `import {location} from "./location.ts"; export const at = location.x;`,
  "export function next(history: string[]) { const event = history[0]; return {event, window: 1}; }",
  "export const f = ({document: scenario}: {document: string}) => scenario;",
  "const parent = 1; export {parent};",
  "export type Pair = [name: string, status: number];",
  "type Range = {low: number}; export const width = (range: Range) => range.low;",
  "export const bytes = (text: string) => new TextEncoder().encode(text);",
  "top: for (;;) break top;",
  "export enum Node { A }",
  "export const isText = (name: unknown): name is string => typeof name === 'string';"
])("a browser’s name that the file itself declares is none: %s", (source) => {
  expect(breaches({"src/chart/a.ts": source})).toEqual([]);
});

test("an attribute or element of JSX is no browser’s name", () => {
  const source = `export const A = ({x}: {x: number}) => <svg name="a" focus={x}><text x={x}>window</text></svg>;`;
  expect(breaches({"src/chart/A.tsx": source})).toEqual([]);
});

test("what only node has is found outside cli, and what only a browser has inside", () => {
  const source = "export const a = process.env; document.title; fetch('a');";
  expect(breaches({"src/cli/a.ts": source, "src/app/a.ts": source})).toEqual([
    "src/cli/a.ts:1 uses document: only app knows a browser",
    "src/app/a.ts:1 uses process: only cli knows node"
  ]);
});

test.each([
  "Math.exp(1);",
  "Math.log10(10);",
  "Math.pow(2, 3);",
  "Math.hypot(3, 4);",
  "Math.cbrt(8);",
  "Math.sin(0);",
  "const {exp} = Math;",
  "const m = Math;",
  "Math['exp'](1);",
  "[1].map(Math.log);",
  "export const f = (x: number) => x ** 2;",
  "export const f = (x: number) => 2 ** x;",
  "10 ** 24;",
  "export function f(x: number) { x **= 2; return x; }"
])("what differs in the last bit between engines is found: %s", (source) => {
  const rooms = ["numerics", "laws", "fitting", "scenario", "simulation"];
  const found = breaches(Object.fromEntries([...rooms, "chart"].map((room) => [`src/${room}/a.ts`, source])));
  expect(found.map((line) => line.split("/")[1])).toEqual(rooms);
});

test("exact arithmetic is no breach", () => {
  const source = "export const f = (x: number) => Math.sqrt(x) * Math.PI + Math.max(Math.abs(x), 2 ** 32, 2 ** -52);";
  expect(breaches({"src/laws/a.ts": source})).toEqual([]);
});

test.each([
  "Math.random();",
  "new Date();",
  "Date.now();",
  "export let at: Date;",
  "performance.now();",
  "crypto.getRandomValues(new Uint8Array(1));",
  "(1).toLocaleString();",
  "'a'.localeCompare('b');",
  "new Intl.NumberFormat();"
])("a clock, chance or language reached for is found except at the edge: %s", (source) => {
  const paths = ["figures", "chart", "export", "app", "cli"].map((room) => `src/${room}/a.ts`);
  const found = breaches(Object.fromEntries(paths.map((path) => [path, source])));
  expect(found.map((line) => line.split(":")[0])).toEqual(paths.slice(0, 3));
});

test.each([
  "src/laws/utils.ts",
  "src/laws/index.ts",
  "src/chart/types.ts",
  "src/app/helpers.tsx",
  "src/app/utils/a.ts"
])("a file without a name of its own is found: %s", (path) => {
  expect(breaches({[path]: "export const a = 1;"})).toHaveLength(1);
});

test("a file without a room is found", () => {
  expect(breaches({"src/loss.ts": "", "src/extras/loss.ts": ""})).toHaveLength(2);
});

test("a declaration of what the build makes may say that it is a default", () => {
  expect(
    breaches({"src/app/opening.d.ts": `declare module "made" { const made: string; export default made; }`})
  ).toEqual([]);
});

test.each([
  "export default 1;",
  "export default function f() {}",
  "export default class A {}",
  "const a = 1; export {a as default};",
  `export {default} from "./b.ts";`
])("a default export is found: %s", (source) => {
  expect(breaches({"src/laws/a.ts": source})).toEqual(["src/laws/a.ts:1 exports a default: exports have names"]);
});
