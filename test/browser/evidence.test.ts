import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {axe, openPage, screenshot, type PageOptions} from "./page.ts";

const rows = (page: Page) => page.locator(".evidence-view .ledger tbody");
const count = (page: Page) => page.locator(".evidence-view .count");
const row = (page: Page, id: string) => page.locator(`#evidence-${id}`);
const take = (page: Page, id: string) => row(page, id).getByRole("button", {name: /^Use the other figure/});

async function openEvidence(options: PageOptions = {}): Promise<Page> {
  const page = await openPage({width: 1440, height: 900, ...options});
  await page.waitForSelector('.figure [role="slider"]');
  await page.locator("nav.rail").getByText("Evidence", {exact: true}).click();
  // The ledger is a file of its own, which a busy machine brings later than the view.
  await page.waitForSelector(".evidence-view .ledger tbody");
  await expect.poll(() => count(page).textContent()).not.toBe("Loading the ledger");
  return page;
}

const wholeLedger = (page: Page) => page.getByRole("radio", {name: /whole ledger/}).check();
const search = (page: Page, words: string) => page.getByRole("searchbox").fill(words);

describe("the evidence", () => {
  test("begins with what the scenario uses, each by the input that uses it", async () => {
    const page = await openEvidence();
    expect(await count(page).textContent()).toMatch(/^44 figures, 5 not disclosed, 6 with conflicts\./);
    expect(await row(page, "llama-4-maverick-compute").textContent()).toContain("Used for compute of Llama 4 Maverick");
    expect(await row(page, "muse-spark-compute").textContent()).toContain("not disclosed");
    expect(await page.getByRole("heading", {name: "Not disclosed: nobody has published it"}).isVisible()).toBe(true);
  });

  test("opens the whole ledger fifty rows at a time, and says how many there are", async () => {
    const page = await openEvidence();
    await wholeLedger(page);
    await expect
      .poll(() => count(page).textContent())
      .toMatch(/^4\d\d figures, \d+ not disclosed, \d+ with conflicts;/);
    const tables = page.locator(".ledger");
    expect(await tables.first().locator("tbody").count()).toBe(50);
    await page.getByRole("button", {name: "Show 50 more"}).click();
    await expect.poll(() => tables.first().locator("tbody").count()).toBe(100);
    // The reader goes on where the new rows begin.
    await expect
      .poll(() => page.evaluate(() => [...document.querySelectorAll(".ledger tbody")].indexOf(document.activeElement!)))
      .toBe(50);
  });

  test("is searched while one types, and quickly", async () => {
    const page = await openEvidence();
    await wholeLedger(page);
    await search(page, "maverick over-training");
    await expect.poll(() => rows(page).count()).toBe(2);
    const slowest = await page.evaluate(async () => {
      const field = document.querySelector<HTMLInputElement>(".evidence-view input[type=search]")!;
      const times: number[] = [];
      for (const text of ["m", "mu", "mus", "muse", "muse s", "", "g", "gp", "gpt"]) {
        const start = performance.now();
        field.value = text;
        field.dispatchEvent(new Event("input", {bubbles: true}));
        await new Promise((resolve) => setTimeout(resolve));
        document.body.getBoundingClientRect();
        times.push(performance.now() - start);
      }
      return Math.max(...times);
    });
    expect(slowest).toBeLessThan(250);
    await search(page, "no such words at all");
    await expect.poll(() => count(page).textContent()).toMatch(/^0 figures/);
    expect(await page.locator(".evidence-view").textContent()).toContain("No figure fits.");
  });

  test("sorts by a column with a key, and says so", async () => {
    const page = await openEvidence();
    const header = page.locator(".ledger").first().getByRole("columnheader", {name: "Value"});
    expect(await header.getAttribute("aria-sort")).toBe("none");
    await header.getByRole("button").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect.poll(() => header.getAttribute("aria-sort")).toBe("descending");
    expect(await rows(page).first().getAttribute("id")).toBe("evidence-grok-4-compute");
  });

  test("is filtered by kind, with counts, and by conflict", async () => {
    const page = await openEvidence();
    await wholeLedger(page);
    const chip = page.getByRole("button", {name: /^press only \d/});
    await expect.poll(() => chip.textContent()).toMatch(/16/);
    await chip.click();
    await expect.poll(() => rows(page).count()).toBe(16);
    await page.getByRole("checkbox", {name: "with conflicts only"}).check();
    await expect.poll(() => rows(page).count()).toBeLessThan(16);
    expect(await rows(page).locator(".disagreement").count()).toBe(await rows(page).count());
  });

  test("keeps what was asked while another view is on show", async () => {
    const page = await openEvidence();
    await search(page, "scout");
    await page.locator("nav.rail").getByText("Ladder", {exact: true}).click();
    await page.waitForSelector('.figure [role="slider"]');
    await page.locator("nav.rail").getByText("Evidence", {exact: true}).click();
    expect(await page.getByRole("searchbox").inputValue()).toBe("scout");
  });
});

describe("figures that disagree", () => {
  test("stand side by side, and say before the click what the other one would change", async () => {
    const page = await openEvidence();
    const maverick = row(page, "llama-4-maverick-compute");
    expect(await maverick.locator(".side").count()).toBe(2);
    expect(await maverick.locator(".effect").textContent()).toMatch(
      /Changes nothing in the answer: gain against GPT-5\.4 stays 1\.7×\. Elsewhere:“over 10×” asks for: at or below 2\.2×1023 FLOP as it is, at or below 3\.3×1023 FLOP with the other figure/
    );
  });

  test("are exchanged in one undo step, and the way back is under the keyboard", async () => {
    const page = await openEvidence();
    const field = page.locator('aside [data-address="models.llama-4-maverick.compute"] input[type=text]');
    await take(page, "llama-4-maverick-compute").click();
    await expect.poll(() => field.inputValue()).toBe("3.342e24");
    expect(await count(page).textContent()).toContain("other figure for compute of Llama 4 Maverick");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest("tbody")?.id))
      .toBe("evidence-llama-4-maverick-compute-hours");
    await page.keyboard.press("Control+z");
    await expect.poll(() => field.inputValue()).toBe("2.24e24");
    await expect.poll(() => take(page, "llama-4-maverick-compute").count()).toBe(1);
  });
});

describe("what is wrong with this model", () => {
  test("has an address, its figures from the ledger, and a way to each place", async () => {
    const page = await openPage({width: 1440, height: 900, path: "#what-is-wrong"});
    const article = page.locator(".what-is-wrong");
    await expect.poll(() => article.textContent()).toContain("r = 0.24");
    expect(await article.textContent()).not.toContain("…");
    await article.getByRole("button", {name: /^See it: the over-training penalties/}).click();
    await expect.poll(() => rows(page).count()).toBeGreaterThan(3);
    expect(await page.getByRole("searchbox").inputValue()).toBe("over-training");
  });

  test("leads to a slider", async () => {
    const page = await openPage({width: 1440, height: 900, path: "#what-is-wrong"});
    await page.getByRole("button", {name: "See it: the slope’s slider"}).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest("[data-address]")?.getAttribute("data-address")))
      .toBe("recipes.llama-4.curve.aa-index.slope");
  });
});

describe.each([
  {width: 1440, height: 900},
  {width: 1024, height: 768},
  {width: 390, height: 844, touch: true}
])("at $width pixels", (size) => {
  test.each(["light", "dark"] as const)("evidence and flaws fit, and axe finds nothing, in %s", async (colorScheme) => {
    const page = await openEvidence({...size, colorScheme});
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
    expect(await axe(page)).toEqual([]);
    await screenshot(page, `evidence-${size.width}-${colorScheme}`);
    const other = await openPage({...size, colorScheme, path: "#what-is-wrong"});
    await other.waitForSelector(".what-is-wrong");
    await expect.poll(() => other.locator(".what-is-wrong").textContent()).toContain("r = 0.24");
    expect(await other.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
    expect(await axe(other)).toEqual([]);
    await screenshot(other, `what-is-wrong-${size.width}-${colorScheme}`);
  });
});
