import type {Page} from "playwright-core";
import {expect, test} from "vitest";
import {axe, dragByPointer, middle, openPage, press, type PageOptions} from "./page.ts";

async function openCost(options: PageOptions = {}): Promise<Page> {
  const page = await openPage({width: 1440, height: 900, ...options});
  await page.waitForSelector('.figure [role="slider"]');
  await page.setInputFiles("input[type=file]", "scenarios/cost-per-task.json");
  await page.waitForSelector(".cost-draws");
  return page;
}

const answer = (page: Page) => page.locator(".answer").first();
const handle = (page: Page) => page.getByRole("slider", {name: "Tasks served, in the figure"});

test("the cost view follows its handle by keys and pointer, takes choices back, and gives its table", async () => {
  const page = await openCost();
  await expect.poll(() => answer(page).textContent()).toMatch(/1M tasks, a task of Muse Spark costs \$478/);
  expect(await page.locator(".costs").first().textContent()).toContain("agrees to the cent");
  await press(handle(page), "ArrowLeft*5");
  await expect.poll(() => answer(page).textContent()).toMatch(/over \d+k tasks/);
  await page.keyboard.press("Control+z");
  await expect.poll(() => answer(page).textContent()).toMatch(/over \d+k tasks|over 1M tasks/);
  const at = await middle(handle(page));
  await dragByPointer(page, at, {x: at.x - 120, y: at.y});
  await expect.poll(() => answer(page).textContent()).toMatch(/over \d+(\.\d+)?k tasks/);
  await page.getByLabel("Chip of training").selectOption("A100");
  await page.getByLabel("peak in").selectOption("FP8");
  await expect
    .poll(() => page.locator(".cost-choice [role=alert]").textContent())
    .toBe("No FP8 peak of A100 is on record; on record is BF16");
  await page.locator("[aria-labelledby=pipeline-title] select").nth(1).selectOption({label: "GPT-5.4"});
  await expect.poll(() => answer(page).textContent()).toMatch(/a task of GPT-5\.4 costs/);
  await page.keyboard.press("Control+z");
  await expect.poll(() => answer(page).textContent()).toMatch(/a task of Muse Spark costs/);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", {name: "Table as CSV"}).click()
  ]);
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
});

test("the tables say what was in a scenario that is pinned", async () => {
  const page = await openCost();
  await page.getByRole("button", {name: /^Compare/}).click();
  await page.getByRole("button", {name: "Pin as baseline"}).click();
  const added = page.getByLabel("Add an input to Muse Spark");
  const border = () => added.evaluate((select) => getComputedStyle(select).borderColor);
  expect(await border()).toBe("rgba(0, 0, 0, 0)");
  expect((await added.boundingBox())!.height).toBeGreaterThanOrEqual(24);
  await page.getByLabel("Bill of Llama 4 Maverick").focus();
  await page.keyboard.press("Tab");
  expect(await added.evaluate((select) => select.matches(":focus-visible"))).toBe(true);
  expect(await border()).not.toBe("rgba(0, 0, 0, 0)");
  await added.selectOption("agents");
  await page.getByRole("textbox", {name: /^Muse Spark, agents/}).fill("2");
  await page.keyboard.press("Enter");
  const row = page.locator(".costs").first().getByRole("row").filter({hasText: "Muse Spark"});
  await expect.poll(() => row.locator(".was").allTextContents()).toEqual(["was $414.58"]);
  expect(await row.textContent()).toContain("2 agents");
  await page.getByLabel("Add an input to Muse Spark").selectOption("pace");
  await expect.poll(() => row.textContent()).toContain("973,000 s");
});

test("the cost view fits 390 pixels in the dark, and axe finds nothing", async () => {
  const page = await openCost({width: 390, height: 844, colorScheme: "dark"});
  await expect.poll(() => page.locator(".cost-draws").textContent(), {timeout: 20_000}).toMatch(/from 10,000 draws/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect((await page.getByLabel("Add an input to Muse Spark").boundingBox())!.height).toBeGreaterThanOrEqual(44);
  expect(await axe(page)).toEqual([]);
});

test("a setup says which view its work is taken from, turns to it, and moves with its slider", async () => {
  const page = await openCost();
  await page.setInputFiles("input[type=file]", "scenarios/contemplating.json");
  await page.waitForSelector(".agents-table");
  await page.getByRole("button", {name: "Cost", exact: true}).click();
  await expect.poll(() => answer(page).textContent()).toMatch(/a task of Muse Spark \(Contemplating\) costs \$1\.46/);
  const row = page.locator(".costs").first().getByRole("row").filter({hasText: "Muse Spark (Contemplating)"});
  expect(await row.textContent()).toContain("from Agents: 16 agents, 20,000 tokens each");
  expect(await row.getByRole("option").allTextContents()).not.toContain("several agents");
  await page.getByRole("button", {name: /^Compare/}).click();
  await page.getByRole("button", {name: "Pin as baseline"}).click();
  await page.getByRole("textbox", {name: /^Agents/}).fill("4");
  await page.keyboard.press("Enter");
  await expect.poll(() => row.textContent()).toContain("from Agents: 4 agents, 20,000 tokens each");
  const factors = page.locator("[aria-labelledby=pipeline-title] table").getByRole("row");
  const agents = factors.filter({has: page.getByRole("rowheader", {name: "agents", exact: true})});
  await expect.poll(() => agents.locator(".was").allTextContents()).toEqual(["was 16×", "was 9.6×", "was 1.7×"]);
  await row.getByRole("button", {name: "Agents"}).click();
  await page.waitForSelector(".agents-table");
  expect(await page.locator("nav.rail [aria-current]").textContent()).toBe("Agents");
});
