import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {readFileSync} from "node:fs";
import {axe, openPage, pageUrl, press, reload, screenshot, type PageOptions} from "./page.ts";

const field = (page: Page, address: string) => page.locator(`[data-address="${address}"] input[type=text]`).first();
const muse = "models.muse-spark.compute";
const notice = (page: Page) => page.locator(".notice-place").textContent();
const museText = readFileSync("scenarios/muse-spark.json", "utf8");

/** Waits for what comes once the page has rested, or has loaded a part of itself. */
const soon = <T>(what: () => Promise<T>) => expect.poll(what, {timeout: 6000});

/** The same for what a worker draws, which a busy machine keeps waiting. */
const drawn = <T>(what: () => Promise<T>) => expect.poll(what, {timeout: 20_000});

async function ready(options: PageOptions = {}): Promise<Page> {
  const page = await openPage({width: 1440, height: 1000, ...options});
  await page.waitForSelector('.figure [role="slider"]');
  return page;
}

async function set(page: Page, address: string, text: string): Promise<void> {
  await field(page, address).fill(text);
  await field(page, address).press("Enter");
}

/** Presses an entry of the header’s menu, by keyboard alone where the page is wide. */
async function compareMenu(page: Page, entry: string): Promise<void> {
  const wide = page.getByRole("button", {name: "Compare", exact: true});
  if (await wide.isVisible()) await press(wide, "Enter");
  else {
    await page.getByRole("button", {name: "File", exact: true}).click();
    await page.getByRole("button", {name: "Compare…", exact: true}).click();
  }
  const item = page.getByRole("button", {name: entry, exact: true});
  await item.waitFor();
  await item.focus();
  await page.keyboard.press("Enter");
}

const ghosts = (page: Page) => page.locator(".figure [data-ghost]").count();
const parts = (page: Page) => page.locator("[data-change]").allTextContents();

describe("a pinned scenario", () => {
  test("stands as ghosts behind the figure, beside the numbers and in a list that says where the change comes from", async () => {
    const page = await ready();
    await compareMenu(page, "Pin as baseline");
    await soon(() => page.locator(".compare").textContent()).toContain("are the same");
    await set(page, muse, "8e25");
    await set(page, "models.gpt-5-4.compute", "1e26");
    await soon(() => ghosts(page)).toBeGreaterThan(1);
    await soon(() => page.locator('[data-output="gain.gpt-5-4"]').textContent()).toMatch(
      /^gain against GPT-5.4 was 1\.7×, now 0\.\d+×$/
    );
    expect(await page.locator('tr[data-model="gpt-5-4"] .was').allTextContents()).toEqual([
      "was 1.7×",
      "was +1.4 points"
    ]);
    await soon(() => page.locator(".figure").textContent()).toMatch(/before,\s3\.0×1025/);
    await page.getByRole("button", {name: "What differs"}).click();
    await soon(() => parts(page)).toEqual(["GPT-5.4, computetimes 0.33", "Muse Spark, computetimes 0.38"]);
    expect(await page.locator(`.compare-inputs [data-address="${muse}"]`).textContent()).toMatch(
      /^Muse Spark, compute3.00×1025 FLOP.*8.00×1025 FLOP/
    );
    await soon(() => page.locator(".waiting").count()).toBe(0);
    await screenshot(page, "compare-1440-light");
    expect(await axe(page)).toEqual([]);
    await reload(page);
    await soon(() => page.locator('[data-output="gain.gpt-5-4"]').count()).toBe(1);
    await page.getByRole("button", {name: "What differs"}).click();
    await page.getByRole("button", {name: "Put back Muse Spark, compute"}).click();
    expect(await field(page, muse).inputValue()).toBe("3e25");
    await page.getByRole("button", {name: "Put back GPT-5.4, compute"}).click();
    await soon(() => page.locator(".compare").textContent()).toContain("The two scenarios say the same.");
    await soon(() => ghosts(page)).toBe(0);
    await page.getByRole("button", {name: "Unpin"}).click();
    expect(await page.locator(".compare").count()).toBe(0);
    expect(await page.evaluate(() => localStorage.getItem("scaling-ladder.pinned"))).toBeNull();
  });

  test("stands behind bars too, and each view says what differs in its own answer", async () => {
    const page = await ready();
    await compareMenu(page, "Pin as baseline");
    await set(page, muse, "8e25");
    const chips = page.locator(".compare-chips li");
    await page.getByRole("button", {name: "Sensitivity", exact: true}).click();
    await soon(() => ghosts(page)).toBeGreaterThan(2);
    await page.getByRole("button", {name: "Claims", exact: true}).click();
    await soon(() => chips.first().textContent()).toContain("against GPT-5.4 was 1.7×, now 0.63×");
    await page.getByRole("button", {name: "Thresholds", exact: true}).click();
    await soon(() => page.locator(".compare").textContent()).toContain("are the same");
    await set(page, "recipes.llama-4.curve.aa-index.slope", "9");
    await soon(() => chips.allTextContents()).toHaveLength(3);
    expect(await chips.first().textContent()).toMatch(/^score just under EU AI Act .* was 28\.26, now \d/);
    expect(await chips.last().textContent()).toMatch(/^90 % of score just under EU AI Act .* was 23\.15 to/);
  });

  test("says that an interval is another where no middle number is", async () => {
    const page = await ready();
    await compareMenu(page, "Pin as baseline");
    await set(page, muse, "2.9e25 to 3.1e25");
    await soon(() => page.locator(".compare-chips").textContent()).toBe(
      "90 % of gain against GPT-5.4 was 0.04× to 25×, now 0.09× to 7.7×"
    );
    expect(await page.locator(".figure [data-ghost=before-shelf-muse-spark]").count()).toBe(1);
    await page.getByRole("button", {name: "Sensitivity", exact: true}).click();
    await page.locator(".gain-choices select").selectOption("gain.claude-opus-4-6");
    await expect
      .poll(() => page.locator(".compare-chips").textContent(), {timeout: 20_000})
      .toMatch(/^90 % of gain against Claude Opus 4\.6 was .* in what is not known was \d+ %, now \d+ %/);
    await drawn(() => page.locator(".shares .was").first().textContent()).toMatch(/^was \d+ %$/);
  });

  test("stands behind a fit as soon as another recipe is fitted, and beside its parameters", async () => {
    const page = await ready();
    await page.getByRole("button", {name: "Fit", exact: true}).click();
    await page
      .getByRole("button", {name: /sample ladder/i})
      .first()
      .click();
    await page.locator(".fit-table").first().waitFor();
    await compareMenu(page, "Pin as baseline");
    await page.locator("label", {hasText: "Recipe that is fitted"}).locator("select").selectOption("new");
    await soon(() => ghosts(page)).toBeGreaterThan(0);
    await soon(() => page.locator(".fit-table .was").first().textContent()).toMatch(/^was 1\.8/);
    await drawn(() => page.locator('[data-output="interval.fit.level"]').textContent()).toMatch(
      /^90 % of loss by the law was \d\.\d+ to \d\.\d+, now /
    );
    await drawn(() => page.locator(".fit-interval .was").count()).toBe(5);
    await drawn(() => page.locator('[aria-labelledby="forms-title"] .was').first().textContent()).toMatch(
      /^was 0\.\d+ %$/
    );
  });

  test("stands beside what simulated ladders tell of a plan", async () => {
    const page = await ready();
    await page.getByRole("button", {name: "Scenarios"}).click();
    await page.getByRole("button", {name: /^Three times or once/}).click();
    await compareMenu(page, "Pin as baseline");
    await set(page, "plan.noise", "0.02");
    await soon(() => page.locator('[data-output="plan.smallest"]').textContent()).toMatch(/was 2\.6×, now none$/);
    await drawn(() => page.locator('[data-output="plan.simulated.power"]').textContent()).toMatch(
      /simulated was 84 %, now \d\.\d %$/
    );
    await drawn(() => page.locator(".plan-told tbody tr").first().locator(".was").allTextContents()).toEqual([
      "was 88 %",
      "was 84 %"
    ]);
  });

  test("stands in the tables of the other ladders, under the numbers that read otherwise", async () => {
    const page = await ready();
    const open = async (title: string) => {
      await page.getByRole("button", {name: "Scenarios"}).click();
      await page.getByText(title).first().click();
      await compareMenu(page, "Pin as baseline");
    };
    const was = (table: string) => page.locator(`${table} .was`).allTextContents();
    await open("Contemplating: 1 to 64 agents");
    await set(page, "agents.repeat", "0.8");
    await soon(() => was(".agents-table")).toContain("was 58.0 %");
    await soon(() => page.locator('[data-output="agents.overOne"]').textContent()).toMatch(
      /^points over one agent was \+8\.0 points, now \+7\.\d points$/
    );
    await page.getByRole("button", {name: "Unpin"}).click();
    expect(await was(".agents-table")).toEqual([]);
    await open("Reinforcement learning, a ladder of its own");
    await set(page, "reinforcement.law.ceiling", "0.7");
    await soon(() => was(".rl-line")).toContain("was 3,900");
    await soon(() => page.locator('[data-output="rl.passK"]').count()).toBe(1);
  });

  test("may come from a file; one that is none is refused, and on a phone all of it fits", async () => {
    const page = await ready({width: 390, height: 844, colorScheme: "dark"});
    const choose = async (name: string, text: string) => {
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        compareMenu(page, "Compare with a file…")
      ]);
      await chooser.setFiles({name, mimeType: "application/json", buffer: Buffer.from(text)});
    };
    await choose("broken.json", "{");
    await soon(() => notice(page)).toContain("broken.json was not taken as the baseline. What was open is as it was.");
    await page.getByRole("button", {name: "Close", exact: true}).click();
    await choose("other.json", museText.replace('"value": 3e25', '"value": 6e25'));
    await soon(() => page.locator('[data-output="gain.gpt-5-4"]').count()).toBe(1);
    await page.getByRole("button", {name: "What differs"}).click();
    await soon(() => parts(page)).toHaveLength(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await screenshot(page, "compare-390-dark");
    expect(await axe(page)).toEqual([]);
  });
});

describe("the steps", () => {
  const lines = (page: Page) => page.locator(".steps-list button").allTextContents();
  const openSteps = async (page: Page) => {
    await page.getByRole("button", {name: "Steps", exact: true}).click();
    await page.locator(".steps-list").waitFor();
  };

  test("are said with what changed from what to what, lead back, and are there after a reload", async () => {
    const page = await ready();
    await set(page, muse, "8e25");
    await set(page, "models.gpt-5-4.compute", "1e26");
    await openSteps(page);
    expect(await lines(page)).toEqual([
      "At first: Muse Spark and its rivals",
      "Compute of Muse Spark: 3.00×1025 → 8.00×1025",
      "Compute of GPT-5.4: 3.00×1026 → 1.00×1026"
    ]);
    await soon(() => page.locator(".waiting").count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await screenshot(page, "steps-1440-light");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    expect(await field(page, muse).inputValue()).toBe("8e25");
    await soon(() => page.locator('.steps-list [aria-current="step"]').textContent()).toContain("Muse Spark");
    await soon(() => page.evaluate(() => JSON.parse(localStorage.getItem("scaling-ladder.history") ?? "{}").at)).toBe(
      1
    );
    await soon(() => page.evaluate(() => location.hash)).toMatch(/^#v1\./);
    await page.waitForTimeout(800);
    await reload(page);
    await soon(() => page.getByRole("button", {name: "Redo compute of GPT-5.4"}).count()).toBe(1);
    expect(await page.locator("header .edited").count()).toBe(1);
    await openSteps(page);
    expect(await lines(page)).toHaveLength(3);
    await page.locator(".steps-list button").first().click();
    expect(await field(page, muse).inputValue()).toBe("3e25");
    expect(await page.locator("header .edited").count()).toBe(0);
  });

  test("are each tab’s own, and so is what is pinned; a new tab begins with those kept last", async () => {
    const page = await ready();
    const other = await page.context().newPage();
    await other.setViewportSize({width: 1440, height: 1000});
    await other.goto(pageUrl);
    await other.waitForSelector('.figure [role="slider"]');
    await set(page, muse, "8e25");
    await set(page, "models.gpt-5-4.compute", "1e26");
    await soon(() => page.evaluate(() => sessionStorage.getItem("scaling-ladder.history"))).toContain("1e26");
    await set(other, muse, "4e25");
    await soon(() => other.evaluate(() => localStorage.getItem("scaling-ladder.history"))).toContain("4e25");
    await compareMenu(other, "Pin as baseline");
    await soon(() => other.evaluate(() => localStorage.getItem("scaling-ladder.pinned"))).toContain("4e25");
    await compareMenu(page, "Pin as baseline");
    await page.getByRole("button", {name: "Unpin"}).click();
    await soon(() => page.evaluate(() => location.hash)).toMatch(/^#v1\./);
    await soon(() => other.evaluate(() => location.hash)).toMatch(/^#v1\./);
    await reload(page);
    await soon(() => page.getByRole("button", {name: "Undo compute of GPT-5.4"}).count()).toBe(1);
    expect(await page.locator(".compare").count()).toBe(0);
    await reload(other);
    await soon(() => other.getByRole("button", {name: "Undo compute of Muse Spark"}).count()).toBe(1);
  });

  test.each([
    ["not-json", "The steps of last time could not be read and are forgotten."],
    ["nothing", "This browser"]
  ])("that were kept as %s are said once, and the page goes on", async (kept, said) => {
    const page = await ready({
      prepare: async (opened) => {
        await opened.addInitScript((text) => {
          if (text !== "nothing") localStorage.setItem("scaling-ladder.history", text);
          else
            Storage.prototype.setItem = () => {
              throw new DOMException("full", "QuotaExceededError");
            };
        }, kept);
      }
    });
    await set(page, muse, "8e25");
    await soon(() => notice(page)).toContain(said);
    expect(await field(page, muse).inputValue()).toBe("8e25");
    await page.getByRole("button", {name: /^Undo/}).click();
    expect(await field(page, muse).inputValue()).toBe("3e25");
  });
});
