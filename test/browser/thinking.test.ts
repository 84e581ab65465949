import type {Page} from "playwright-core";
import {expect, test} from "vitest";
import {axe, dragByPointer, middle, openPage, press, type PageOptions} from "./page.ts";

async function openThinking(options: PageOptions = {}): Promise<Page> {
  const page = await openPage({width: 1440, height: 900, ...options});
  await page.waitForSelector('.figure [role="slider"]');
  await page.getByRole("button", {name: /^Scenarios/}).click();
  await page.getByRole("button", {name: /Thought compression/}).click();
  await page.waitForSelector(".thinking-table");
  return page;
}

const answer = (page: Page) => page.locator(".answer").first().textContent();
const undo = (page: Page) => page.keyboard.press("Control+z");

test("the thinking view answers, and its handles move penalty and progress by keys and pointer", async () => {
  const page = await openThinking();
  await expect
    .poll(() => answer(page), {timeout: 15_000})
    .toMatch(/half of GPT-5\.4’s tokens as run; at equal score it cannot be told/);
  const pick = page.locator('.figure [role="slider"][data-id="pick"]');
  await press(pick, "ArrowRight*4");
  await expect.poll(() => answer(page)).not.toMatch(/picks 13\.7k/);
  await pick.evaluate((element: SVGElement) => element.blur());
  for (let i = 0; i < 4; ++i) await undo(page);
  await expect.poll(() => answer(page)).toMatch(/picks 13\.7k/);
  const at = await middle(pick);
  await dragByPointer(page, at, {x: at.x - 120, y: at.y});
  await expect.poll(() => answer(page)).toMatch(/picks [1-9]\.\d+k/);
  await undo(page);
  await expect.poll(() => answer(page)).toMatch(/picks 13\.7k/);
  await page.locator(".thinking-choice select").selectOption("l1-exact");
  await expect.poll(() => answer(page)).toMatch(/“L1 exact” picks 8k/);
  const download = page.waitForEvent("download");
  await page.getByRole("button", {name: "Table as CSV"}).click();
  expect((await download).suggestedFilename()).toMatch(/thinking.*\.csv$/);
  const svg = page.waitForEvent("download");
  await page.getByRole("button", {name: "Measured in papers as SVG"}).click();
  expect((await svg).suggestedFilename()).toMatch(/thinking-series.*\.svg$/);
});

test("the path plays as one step of undo, and goes from turn to turn where motion is reduced", async () => {
  const page = await openThinking();
  const progress = page.locator('.figure [role="slider"][data-id="progress"]');
  const said = () => progress.getAttribute("aria-valuetext");
  const before = await said();
  const at = async () => Number((await said())?.match(/^[\d.]+/)?.[0]);
  await page.getByRole("button", {name: "Play the three phases"}).click();
  await page.waitForTimeout(500);
  await page.getByRole("button", {name: "Pause"}).click();
  const paused = await at();
  expect(paused).toBeGreaterThan(0);
  expect(paused).toBeLessThan(0.5);
  await page.getByRole("button", {name: "Play the three phases"}).click();
  await page.waitForTimeout(500);
  await page.getByRole("button", {name: "Pause"}).click();
  expect(await at()).toBeGreaterThan(paused);
  await undo(page);
  await undo(page);
  await expect.poll(said).toBe(before);
  await page.emulateMedia({reducedMotion: "reduce"});
  await page.getByRole("button", {name: "Go to the next turn of the path"}).click();
  await expect.poll(said).toMatch(/^0\.65/);
});

test("the thinking view fits 390 pixels in the dark, and axe finds nothing", async () => {
  const page = await openThinking({colorScheme: "dark"});
  await page.setViewportSize({width: 390, height: 844});
  await page.waitForTimeout(400);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await axe(page)).toEqual([]);
});
