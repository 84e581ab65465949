import type {Page} from "playwright-core";
import {expect, test} from "vitest";
import {axe, middle, openPage, press} from "./page.ts";

/** Intervals come from a worker, which a busy machine keeps waiting. */
const patience = {timeout: 8000};

const answer = (page: Page) => page.locator(".ladder-answer .answer");
const handle = (page: Page) => page.locator('.figure.movable [data-type="handle"] , .figure.movable [role="slider"]');

async function openRl(colorScheme: "light" | "dark" = "light"): Promise<Page> {
  const page = await openPage({width: 1440, height: 1000, colorScheme});
  await page.waitForSelector('.figure [role="slider"]');
  await page.getByRole("button", {name: /^Scenarios/}).click();
  await page.getByRole("button", {name: /^Reinforcement learning/}).click();
  await expect
    .poll(() => answer(page).textContent(), patience)
    .toMatch(/\(90\s%: 40\.\d\s% to 57\.\d\s%\).* it holds as placed/);
  return page;
}

test("reinforcement learning is answered, moved by slider, keys and pointer, fitted to points, and saved", async () => {
  const page = await openRl();
  const first = handle(page).first();

  // Keys on the handle: one step of undo a key.
  await press(first, "End");
  await expect.poll(() => answer(page).textContent(), patience).toMatch(/10M it does not hold any more as placed/);
  await page.keyboard.press("Control+z");
  await expect.poll(() => answer(page).textContent(), patience).toMatch(/20,000 it holds/);

  // The pointer drags it along the curve, left.
  const from = await middle(first);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x - 230, from.y + 40, {steps: 4});
  await page.mouse.up();
  await expect.poll(() => answer(page).textContent(), patience).toMatch(/it does not hold yet as placed/);
  await page.keyboard.press("Control+z");
  await expect.poll(() => answer(page).textContent(), patience).toMatch(/20,000 it holds/);

  // A slider; and a number that does not go with the ceiling.
  await press(page.getByRole("slider", {name: "Ceiling, slider"}), "PageDown");
  await expect
    .poll(() => page.locator(".ladder-answer .condition").textContent(), patience)
    .not.toMatch(/ceiling of 61\.0/);
  await page.keyboard.press("Control+z");
  const ceiling = page.getByRole("textbox", {name: "Ceiling", exact: true});
  await ceiling.fill("0.1");
  await page.keyboard.press("Enter");
  await expect
    .poll(
      () => page.locator('[data-address="reinforcement.law.ceiling"] .slider-error').first().textContent(),
      patience
    )
    .toBe("Must have before no higher than ceiling, got 0.2 and 0.1");
  await page.keyboard.press("Escape");

  // Points: what cannot be read is said with its line; the fit is taken by one press, and undone by one.
  await page.getByRole("button", {name: "Paste points…"}).click();
  const scores = [0.211, 0.23, 0.295, 0.352, 0.413, 0.51, 0.552, 0.595, 0.606];
  const amounts = [300, 1000, 3000, 6000, 10000, 20000, 40000, 100000, 400000];
  const table = ["steps; score", ...amounts.map((at, i) => `${at}; ${String(scores[i]).replace(".", ",")}`), "0; 0,5"];
  await page.getByRole("textbox", {name: /a line each/}).fill(table.join("\n"));
  await expect
    .poll(() => page.locator(".points-dialog ul").textContent(), patience)
    .toBe("line 11 amount of training: must be greater than 0, got 0");
  await page.getByRole("button", {name: "Use 9 points"}).click();
  await page.getByRole("button", {name: "Use this fit"}).click();
  await expect.poll(() => answer(page).textContent(), patience).toMatch(/^As fitted, .* as fitted\.$/);
  await page.keyboard.press("Control+z");
  await expect.poll(() => answer(page).textContent(), patience).toMatch(/^As placed, /);

  // Both exports.
  for (const [name, file] of [
    ["Table as CSV", /\.csv$/],
    ["Figure as SVG", /\.svg$/]
  ] as const) {
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name, exact: true}).click()
    ]);
    expect(saved.suggestedFilename()).toMatch(file);
  }
});

test("in the dark on a phone reinforcement learning fits the screen and has no fault that axe finds", async () => {
  const page = await openRl("dark");
  await page.setViewportSize({width: 390, height: 844});
  await expect
    .poll(() => page.locator(".figure.movable svg").first().getAttribute("width"), patience)
    .toMatch(/^3\d\d$/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await axe(page)).toEqual([]);
});
