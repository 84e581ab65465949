import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {axe, openPage, type PageOptions} from "./page.ts";

async function openView(name: string, options: PageOptions = {}): Promise<Page> {
  const page = await openPage({width: 1440, height: 900, ...options});
  await page.waitForSelector('.figure [role="slider"]');
  await page.locator("nav.rail").getByText(name, {exact: true}).click();
  return page;
}

const answer = (page: Page) => page.locator(".answer").first();

describe("the gain view", () => {
  test("reads the gain at its landmarks, horizontally and vertically", async () => {
    const page = await openView("Gain");
    await expect.poll(() => answer(page).textContent()).toMatch(/At 57\.18, .*1\.7× less compute than GPT-5\.4’s/);
    await expect.poll(() => page.locator(".figure.still svg").count()).toBe(3);
    expect(await page.locator(".levels li").count()).toBe(2);
  });

  test("follows a slider without waiting, and a level that is chosen", async () => {
    const page = await openView("Gain");
    await page.locator(".gain-choices label", {hasText: "Level"}).locator("input").fill("30");
    await page.keyboard.press("Enter");
    await expect.poll(() => answer(page).textContent()).toMatch(/^At 30\.00/);
    await page.locator(".gain-kinds input[type=text]").first().fill("1.2x");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".condition").first().textContent()).toMatch(/It is not one number/);
  });

  test("says at its field that a level is no score, and keeps the one before", async () => {
    const page = await openView("Gain");
    const level = page.getByRole("textbox", {name: "Level"});
    await level.fill("high");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.locator(".gain-choices .slider-error").textContent())
      .toBe("A level is a score, such as 30, or nothing for the frontier; got high");
    expect(await level.getAttribute("aria-invalid")).toBe("true");
    expect(await answer(page).textContent()).toMatch(/^At 57\.18/);
  });

  test("is turned to without an edit, and without a step to undo", async () => {
    const page = await openView("Gain");
    await expect.poll(() => page.locator(".figure.still svg").count()).toBe(3);
    expect(await page.locator("header .edited").count()).toBe(0);
  });

  test("holds Maverick against its compute-optimal run of equal loss", async () => {
    const page = await openView("Gain");
    await page.getByLabel("Against").selectOption({label: "Llama 4 Maverick"});
    await page.getByLabel("as the compute-optimal run of equal loss").check();
    await expect.poll(() => page.locator(".gain-note").textContent()).toMatch(/costs 4\.4× its optimum/);
    await page.getByLabel("Law that says what is optimal").selectOption("hoffmann2022");
    await expect.poll(() => page.locator(".gain-note").textContent()).toMatch(/costs 1\.6× its optimum/);
  });
});

describe("the claims view", () => {
  test("takes each claim apart and says how often it holds", async () => {
    const page = await openView("Claims");
    await expect.poll(() => page.locator(".claim-card").count()).toBe(2);
    await expect.poll(() => page.locator(".claim-cases").nth(1).textContent()).toMatch(/holds in \d+ % of the draws/);
    expect(await page.locator(".claim-card").first().textContent()).toContain("not about serving it");
  });

  test("switches a reading, which can be undone", async () => {
    const page = await openView("Claims");
    const card = page.locator(".claim-card").nth(1);
    await card.getByRole("radio", {name: /^serving cost/}).check();
    await expect.poll(() => card.locator(".claim-cases").textContent()).toMatch(/has no number/);
    await page.keyboard.press("Control+z");
    await expect.poll(() => card.locator(".claim-cases").textContent()).toMatch(/does not hold as placed/);
  });
});

describe("the sensitivity view", () => {
  test("draws a tornado and shares from the worker, for the output that is asked for", async () => {
    const page = await openView("Sensitivity");
    await expect.poll(() => answer(page).textContent(), {timeout: 15_000}).toMatch(/^5\d % of what is not known/);
    expect(await page.locator(".shares tbody tr").count()).toBe(3);
    await page.getByLabel("Output").selectOption("gain.llama-4-maverick");
    await expect.poll(() => answer(page).textContent(), {timeout: 15_000}).toMatch(/points per tenfold/);
  });
});

test("a claim names its kind of source once", async () => {
  const page = await openView("Claims");
  await expect
    .poll(() => page.locator(".claim-source").first().textContent())
    .toBe("Stated by Meta. Source: Meta Superintelligence Labs");
});

test("an output that no interval moves has a sentence in place of an empty tornado", async () => {
  const page = await openPage({width: 1440, height: 900});
  await page.waitForSelector('.figure [role="slider"]');
  await page.getByRole("button", {name: /^Scenarios/}).click();
  await page.getByRole("button", {name: "What a 10x could be made of"}).click();
  // It opens a moment later, and at a view of its own.
  await expect.poll(() => page.locator("header .title").textContent()).toContain("What a 10x could be made of");
  await page.locator("nav.rail").getByText("Sensitivity", {exact: true}).click();
  await expect
    .poll(() => page.locator(".condition").first().textContent(), {timeout: 15_000})
    .toMatch(/No input of it has an interval/);
  expect(await page.locator(".shares").count()).toBe(0);
});

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  test.each([1440, 1024, 390])("gain, claims and sensitivity fit %i pixels, and axe finds nothing", async (width) => {
    const page = await openView("Gain", {width, colorScheme});
    for (const view of ["Gain", "Claims", "Sensitivity"]) {
      await page.locator("nav.rail").getByText(view, {exact: true}).click();
      await page.waitForSelector(view === "Claims" ? ".claim-card" : ".figure.still svg");
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), view).toBeLessThanOrEqual(0);
      expect(await axe(page), view).toEqual([]);
    }
  });
});
