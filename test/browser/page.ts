import {mkdirSync, mkdtempSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Result} from "axe-core";
import {chromium, type Browser, type Locator, type Page} from "playwright-core";
import {inject, onTestFinished} from "vitest";
import {root} from "../build.ts";

export interface PageOptions {
  /** Of the viewport, CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  /** What follows the address of the page: a query, a fragment. */
  readonly path?: string;
  /** Whether the device has a touch screen. */
  readonly touch?: boolean;
  readonly javaScript?: boolean;
  readonly reducedMotion?: "reduce" | "no-preference";
  readonly forcedColors?: "active" | "none";
  /** What to do with the page before it is opened, such as emptying its storage. */
  readonly prepare?: (page: Page) => Promise<void>;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const stage = inject("stage");
if (!stage.ok) throw new Error(stage.message);

/** Where the built page is served; ends in a slash. */
export const {pageUrl} = stage;
const {browserEndpoint} = stage;

/** What went wrong on each page so far: console errors, exceptions, policy violations, foreign requests. */
const problems = new WeakMap<Page, string[]>();

/**
 * The built page, open in a browser of its own profile; call it within a test.
 *
 * The test fails if, by its end, the page has thrown, written an error to the
 * console, run against its content security policy, or asked any other server
 * for anything.
 */
export async function openPage(options: PageOptions = {}): Promise<Page> {
  const {width = 1280, height = 800, colorScheme = "light", path = "", touch = false, javaScript = true} = options;
  const {reducedMotion = "no-preference", forcedColors = "none", prepare} = options;
  const browser = await sharedBrowser();
  const context = await browser.newContext({
    viewport: {width, height},
    colorScheme,
    reducedMotion,
    forcedColors,
    hasTouch: touch,
    javaScriptEnabled: javaScript,
    locale: "en-US",
    timezoneId: "UTC"
  });
  // Sooner than the test itself, so that what was waited for is said.
  context.setDefaultTimeout(10_000);
  const pages: Page[] = [];
  context.on("page", (opened) => {
    watch(opened);
    pages.push(opened);
  });
  onTestFinished(async () => {
    await context.close();
    const found = pages.flatMap(takeProblems);
    if (found.length > 0) throw new Error(`the page had problems:\n${found.join("\n")}`);
  });
  const page = await context.newPage();
  await prepare?.(page);
  await page.goto(new URL(path, pageUrl).href);
  if (javaScript) await painted(page);
  return page;
}

/** Loads the page again. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await painted(page);
}

/** Waits for a first picture: browsers let go of keys and clicks that come before there is one. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
}

/** What went wrong on the page so far, which then no longer fails the test. */
export function takeProblems(page: Page): string[] {
  return problems.get(page)?.splice(0) ?? [];
}

/** Drags from one point of the page to another with the mouse, in small steps. */
export async function dragByPointer(page: Page, from: Point, to: Point, steps = 10): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, {steps});
  await page.mouse.up();
}

/** Drags with one finger, as a touch screen reports it; the page must have been opened with touch. */
export async function dragByTouch(page: Page, from: Point, to: Point, steps = 10): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Input.dispatchTouchEvent", {type: "touchStart", touchPoints: [{...from}]});
  for (let step = 1; step <= steps; ++step) {
    const t = step / steps;
    const at = {x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y)};
    await session.send("Input.dispatchTouchEvent", {type: "touchMove", touchPoints: [at]});
  }
  await session.send("Input.dispatchTouchEvent", {type: "touchEnd", touchPoints: []});
  await session.detach();
}

/** Focuses an element and presses keys one after another; “Shift+ArrowRight*5” presses five times. */
export async function press(element: Locator, ...keys: readonly string[]): Promise<void> {
  await element.focus();
  for (const key of keys) {
    const [name = key, times = "1"] = key.split("*");
    for (let i = 0; i < Number(times); ++i) await element.page().keyboard.press(name);
  }
}

/** The file that the page hands over when something is done. */
export async function downloaded(
  page: Page,
  act: () => Promise<unknown>
): Promise<{readonly name: string; readonly bytes: Buffer; readonly text: string}> {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  const path = join(mkdtempSync(join(tmpdir(), "ladder-page-")), "file");
  await download.saveAs(path);
  const bytes = await readFile(path);
  return {name: download.suggestedFilename(), bytes, text: bytes.toString("utf8")};
}

/** The middle of an element, in the pixels of the viewport. */
export async function middle(element: Locator): Promise<Point> {
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (box === null) throw new Error(`not on screen: ${element.toString()}`);
  return {x: box.x + box.width / 2, y: box.y + box.height / 2};
}

/** What axe finds wrong with the page as it stands, one line for each element. */
export async function axe(page: Page): Promise<string[]> {
  // Evaluated by the browser itself, which no content security policy forbids.
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  const violations: Result[] = await page.evaluate(async () => (await window.axe.run()).violations);
  return violations.flatMap(({id, help, nodes}) =>
    nodes.map(({target, failureSummary = ""}) => `${id}: ${help}: ${target.join(" ")}: ${oneLine(failureSummary)}`)
  );
}

/** Leaves a picture of what the viewport shows in dist/screenshots, for a person to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = join(root, "dist/screenshots");
  mkdirSync(folder, {recursive: true});
  await page.screenshot({path: join(folder, `${name}.png`)});
}

declare global {
  interface Window {
    readonly axe: typeof import("axe-core");
  }
}

let browser: Promise<Browser> | undefined;

function sharedBrowser(): Promise<Browser> {
  browser ??= chromium.connect(browserEndpoint);
  return browser;
}

function watch(page: Page): void {
  const found: string[] = [];
  problems.set(page, found);
  page.on("pageerror", (error) => found.push(`exception: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    const {url, lineNumber} = message.location();
    found.push(`console: ${message.text()} (${url}:${lineNumber})`);
  });
  page.on("crash", () => found.push("the page crashed"));
  page.on("request", (request) => {
    const {protocol, origin} = new URL(request.url());
    if (["data:", "blob:", "about:"].includes(protocol) || origin === new URL(pageUrl).origin) return;
    found.push(`request to another server: ${request.url()}`);
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
