import {expect, test} from "vitest";
import type {Page} from "playwright-core";
import {axe, dragByPointer, middle, openPage, press} from "./page.ts";

const answer = (page: Page) => page.locator(".answer").first();

test("agents: slider, handle, choice, refusal, fit, points and a phone in the dark", async () => {
  const page = await openPage({width: 1440, height: 900, colorScheme: "dark"});
  await page.waitForSelector('.figure [role="slider"]');
  await page.getByRole("button", {name: "Scenarios"}).click();
  await page.getByText("Contemplating: 1 to 64 agents").first().click();
  await expect.poll(() => answer(page).textContent()).toMatch(/^As placed, 16 agents solve 58\.0 % of HLE with tools/);
  const count = page.locator('[data-address="agents.count"]');
  await press(count.locator("input[type=range]"), "ArrowLeft");
  await expect.poll(() => answer(page).textContent()).toMatch(/^As placed, 15 agents/);
  const handle = page.locator('.figure.movable [role="slider"]');
  await press(handle, "ArrowRight*2");
  await expect.poll(() => answer(page).textContent()).toMatch(/^As placed, 17 agents/);
  const at = await middle(handle);
  await dragByPointer(page, at, {x: at.x - 120, y: at.y}, 5);
  await expect.poll(() => answer(page).textContent()).toMatch(/^As placed, ([2-9]|1[0-2]) agents/);
  await page.keyboard.press("Control+z");
  await expect.poll(() => answer(page).textContent()).toMatch(/^As placed, 17 agents/);
  await count.locator("input[type=text]").fill("2.5");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => count.locator(".slider-error").first().textContent())
    .toBe("Must be a whole number of agents from 1 to 64, got 2.5");
  await count.locator("input[type=text]").fill("16");
  await page.keyboard.press("Enter");
  await page.getByLabel("Vote").check();
  await expect.poll(() => answer(page).textContent()).toMatch(/16 agents solve 50\.0 %/);
  await page.getByLabel("Best of n by a verifier").check();
  await expect.poll(() => answer(page).textContent()).toMatch(/16 agents solve 58\.0 %/);
  await page.getByRole("button", {name: "Fit to the points"}).click();
  await expect.poll(() => page.locator(".agents-fitted tbody tr").count()).toBeGreaterThan(1);
  await expect
    .poll(() => page.locator(".agents-fitted").textContent(), {timeout: 60_000})
    .toMatch(/90 % of refits.*score of 16 agents/);
  const percents = page.locator(".agents-fitted td .unbroken");
  expect(await percents.evaluateAll((spans) => spans.map((span) => getComputedStyle(span).display))).not.toContain(
    "block"
  );
  expect(await page.locator(".agents-note").allTextContents()).toContainEqual(
    expect.stringContaining("not of the law")
  );
  await page.getByRole("button", {name: "Use these numbers"}).click();
  await expect.poll(() => page.locator(".agents-fitted").count()).toBe(0);
  await page.getByRole("button", {name: "Change the points…"}).click();
  await page.locator(".points-dialog textarea").fill("1, 50\n2, high");
  await expect.poll(() => page.locator(".points-dialog").textContent()).toContain("line 2 The score must be a share");
  await page.locator(".points-dialog textarea").fill("agents, score");
  await expect.poll(() => page.locator(".points-dialog").textContent()).toContain("the numbers go under it");
  await page.getByRole("button", {name: "Cancel"}).click();
  await page.setViewportSize({width: 390, height: 844});
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const scroll = page.locator(".agents-scroll");
  expect(await scroll.evaluate(({scrollWidth, clientWidth}) => scrollWidth - clientWidth)).toBe(0);
  expect(await scroll.locator('tr.chosen td[data-head="Over it, points"]').isVisible()).toBe(true);
  const breaks = (nodes: readonly Element[]) => nodes.filter((node) => node.getClientRects().length > 1).length;
  expect(await page.locator(".unbroken").count()).toBeGreaterThan(4);
  expect(await page.locator(".unbroken").evaluateAll(breaks)).toBe(0);
  expect(await axe(page)).toEqual([]);
});
