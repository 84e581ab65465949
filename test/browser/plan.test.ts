import {expect, test} from "vitest";
import {axe, downloaded, openPage, press} from "./page.ts";

/** Simulation is done by a worker, which a busy machine keeps waiting. */
const patience = {timeout: 15_000};

test("a ladder is planned, moved by its handle, simulated, refused at the field and saved; on a dark phone it fits", async () => {
  const page = await openPage({width: 1440, height: 1000, colorScheme: "dark"});
  await page.waitForSelector('.figure [role="slider"]');
  await page.getByRole("button", {name: /^Scenarios/}).click();
  await page.getByRole("button", {name: /^Three times or once/}).click();
  const answer = page.locator(".ladder-answer .answer");
  const told = page.locator("#plan-told-title");
  await expect.poll(() => told.textContent(), patience).toMatch(/2,000 simulated ladders/);
  expect(await answer.textContent()).toMatch(/in 84 % of simulated cases .* 3× can be told from no gain\.$/);
  expect(await page.locator(".plan-told tbody tr").nth(3).textContent()).toMatch(/5 %5\.\d %$/);

  // The budget by its handle: a key is a step of undo.
  const handle = page.locator('.figure.movable [role="slider"]').first();
  await press(handle, "PageDown");
  await expect.poll(() => answer.textContent(), patience).toMatch(/3× cannot be told from no gain\.$/);
  await page.keyboard.press("Control+z");
  await expect.poll(() => answer.textContent(), patience).toMatch(/3× can be told/);

  // The budget in dollars, with the same answer; the noise that is typed.
  await page.getByLabel("Budget in").selectOption("dollars");
  await expect.poll(() => page.locator('[data-address="plan.dollars"]').count(), patience).toBe(1);
  await page.keyboard.press("Control+z");

  // Faults stand at the field.
  const target = page.getByRole("textbox", {name: "Target compute", exact: true});
  await target.fill("1e20");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => page.locator('[data-address="plan.target"] .slider-error').first().textContent(), patience)
    .toMatch(/^Must lie above the ladder, which reaches 1\.0×10\^21 FLOP, got 1\.0×10\^20 FLOP/);
  await page.keyboard.press("Escape");
  const budget = page.getByRole("textbox", {name: "Budget", exact: true});
  await budget.fill("5e18");
  await page.keyboard.press("Enter");
  await expect.poll(() => answer.textContent(), patience).toBe("No ladder answers this.");
  await expect
    .poll(() => page.locator('[data-address="plan.budget"] .slider-error').nth(1).textContent(), patience)
    .toMatch(/^Must pay for two rungs of each recipe at least/);
  await page.getByRole("button", {name: /^Undo/}).click();
  await expect.poll(() => answer.textContent(), patience).toMatch(/^As placed/);

  const largest = page.getByRole("textbox", {name: "Largest rung", exact: true});
  await largest.fill("1e26");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => page.locator('[data-address="plan.largest"] .slider-error').first().textContent(), patience)
    .toMatch(/^Target compute must lie above the ladder, which reaches 1\.0×10\^26 FLOP/);
  await page.keyboard.press("Escape");

  // The run list, and what it comes to.
  expect(await page.locator(".plan-runs tfoot").textContent()).toMatch(/^Together2\.9×102039204\$601$/);
  const {text} = await downloaded(page, () => page.getByRole("button", {name: "Run list as CSV"}).click());
  const lines = text.trim().split("\n");
  expect(lines[0]).toBe("N,D,C,recipe,seed,GPU-hours,dollars");
  expect(lines).toHaveLength(40);

  await page.setViewportSize({width: 390, height: 844});
  await expect
    .poll(() => page.locator(".figure.movable svg").first().getAttribute("width"), patience)
    .toMatch(/^3\d\d$/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await axe(page)).toEqual([]);
}, 60_000);

test("on a phone the tab of the view on show is seen, and its gain has its unit once", async () => {
  const page = await openPage({width: 390, height: 844});
  const tab = page.locator(".rail button", {hasText: "Plan"});
  await tab.evaluate((button: HTMLElement) => button.click());
  // With nothing to set there is no bar at the foot of the screen; what the view answers is said, with ladders to open.
  await expect.poll(() => page.getByText(/^A plan says how many small runs/).count(), patience).toBe(1);
  expect(await page.locator(".dock").count()).toBe(0);
  expect(await page.getByRole("button", {name: /^Open “/}).count()).toBe(3);
  await page.getByRole("button", {name: "Add it here"}).click();
  await expect.poll(() => page.locator(".dock-name small").textContent(), patience).toBe("3×, placed");
  expect(await page.locator(".dock").getAttribute("aria-label")).toBe("The first input of this view");
  await expect.poll(async () => (await tab.boundingBox())?.x).toBeGreaterThan(0);
  const box = await tab.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
}, 60_000);
