import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {axe, openPage, type PageOptions} from "./page.ts";

const slow = {timeout: 30_000} as const;

async function openFit(options: PageOptions = {}): Promise<Page> {
  const page = await openPage({width: 1440, height: 900, ...options});
  await page.waitForSelector('.figure [role="slider"]');
  await page.locator("nav.rail").getByText("Fit", {exact: true}).click();
  await page.waitForSelector(".fit-empty");
  return page;
}

/** The view with the sample ladder in it, its intervals drawn. */
async function openSample(options: PageOptions = {}): Promise<Page> {
  const page = await openFit(options);
  await page.getByText("Try the sample ladder").click();
  await drawn(page);
  return page;
}

const answer = (page: Page) => page.locator(".answer").first();
const main = (page: Page) => page.locator(".figure.rungs").first();

/** Waits until the intervals on show are of what is set. */
const drawn = (page: Page) =>
  page.waitForFunction(
    () =>
      document.querySelector(".figure.rungs svg") !== null &&
      document.querySelector(".figure.rungs.waiting") === null &&
      document.querySelector(".fit-interval span") !== null,
    undefined,
    slow
  );

const file = (name: string, text: string) => ({name, mimeType: "text/csv", buffer: Buffer.from(text)});
const openTable = (page: Page, name: string, text: string) =>
  page.locator('main input[type="file"]').setInputFiles(file(name, text));

/** Runs of every size with every number of tokens: neither goes with the other. */
const runs = (gain = 1) =>
  [7e7, 2e8, 6e8, 2e9].flatMap((N) =>
    [2e9, 1e10, 5e10].map((D) => `${N},${D},${(1.8 + (480 / N ** 0.35 + 2100 / D ** 0.37) / gain ** 0.18).toFixed(4)}`)
  );
const table = ["params,tokens,loss", ...runs()].join("\n");

/** Drops a text file on the page, as a hand does. */
const drop = (page: Page, name: string, text: string) =>
  page.evaluate(
    ([called, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], called, {type: "text/csv"}));
      document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
    },
    [name, text] as const
  );

describe("a view without runs", () => {
  test("says what it is for, and the sample ladder fills it", async () => {
    const page = await openFit();
    expect(await page.locator("nav.rail h2").allTextContents()).toEqual(["Explore", "Measure", "Check"]);
    await page.getByText("Try the sample ladder").click();
    await expect
      .poll(() => answer(page).textContent(), slow)
      .toMatch(/^At 3\.0×1022 FLOP the law says 2\.0\d+ \(90 %: /);
    await expect.poll(() => page.locator(".fit-pair svg").count(), slow).toBe(4);
    await page.keyboard.press("Control+z");
    await expect.poll(() => page.locator(".fit-empty").count()).toBe(1);
  });
});

describe("a table of runs", () => {
  test("asks for units it cannot know, fills in C, lists what it cannot use, and is used", async () => {
    const page = await openFit();
    await openTable(
      page,
      "own.csv",
      `params;tokens;loss\n${["70;1,4;3,8", "160;3,2;3,4", "410;8,2;3,1", "x;8,2;3,1"].join("\n")}`
    );
    const dialog = page.getByRole("dialog");
    await expect.poll(() => dialog.locator(".import-question").count()).toBe(2);
    expect(await dialog.locator(".import-preview th").first().textContent()).toBe("paramsparameters N");
    expect(await dialog.getByText("Use these runs").isDisabled()).toBe(true);
    await dialog.getByRole("radio", {name: "millions"}).first().check();
    await dialog.getByRole("radio", {name: "billions"}).last().check();
    await expect.poll(() => dialog.locator(".import-status").textContent()).toBe("3 runs can be used; 1 row cannot.");
    expect(await dialog.locator(".import-facts").textContent()).toContain("C = 6ND is filled in for 3 runs");
    expect(await dialog.locator(".import-rows").textContent()).toMatch(/^line 5, params/);
    expect(await dialog.locator(".import-question").count()).toBe(2);
    await dialog.getByText("Use these runs").click();
    await expect.poll(() => page.locator(".runs-table tbody tr").count()).toBe(3);
    expect(await page.locator(".runs-table tbody tr").first().textContent()).toContain("70M1.4B");
  });

  test("in UTF-16, as spreadsheets write it, is read by its byte order mark", async () => {
    const page = await openFit();
    const buffer = Buffer.from(`\uFEFF${table}`, "utf16le");
    await page.locator('main input[type="file"]').setInputFiles({...file("wide.csv", ""), buffer});
    await page.getByText("Use these runs").click();
    await expect.poll(() => page.locator(".runs-table tbody tr").count(), slow).toBe(12);
  });

  test("dropped anywhere opens here, and a second one becomes another recipe", async () => {
    const page = await openPage({width: 1440, height: 900});
    await page.waitForSelector('.figure [role="slider"]');
    await drop(page, "old.csv", table);
    await page.getByText("Use these runs").click();
    await drawn(page);
    await drop(page, "new.csv", ["params,tokens,loss", ...runs(3)].join("\n"));
    const names = page.locator(".import-names input");
    await expect.poll(() => names.count()).toBe(2);
    expect([await names.first().inputValue(), await names.last().inputValue()]).toEqual(["old", "new"]);
    await page.getByText("Add to the runs there are").click();
    await expect.poll(() => page.locator("#against-title").count(), slow).toBe(1);
    expect(await page.locator(".runs-table tbody tr").count()).toBe(24);
  });

  test("a column chosen by hand and a filter are followed", async () => {
    const page = await openFit();
    const rows = runs().map((row, i) => `${row},2.${i},${i % 2 === 0 ? "a" : "b"}`);
    await openTable(page, "x.csv", ["params,tokens,loss,other,set", ...rows].join("\n"));
    const dialog = page.getByRole("dialog");
    await dialog.locator(".import-quantity", {hasText: /^loss/}).locator("select").selectOption("other");
    await expect.poll(() => dialog.locator(".import-preview th", {hasText: "other"}).textContent()).toBe("otherloss");
    await dialog.getByLabel("Only rows where").selectOption("set");
    await dialog.locator(".import-filter select").nth(1).selectOption("b");
    await expect.poll(() => dialog.locator(".import-status").textContent()).toBe("6 runs can be used.");
  });

  test.each([
    ["a header only", "params,tokens,loss", /titles and no runs below/],
    ["a picture", "\u0089PNG\r\n\u001a\n", /a picture, not a table of runs/],
    ["nothing that is a loss", "a,b\n1,2", /loss/]
  ])("%s is refused in words, and nothing is lost", async (_, text, words) => {
    const page = await openSample();
    await openTable(page, "bad.csv", text);
    await expect.poll(() => page.locator(".import-fault").textContent()).toMatch(words);
    expect(await page.locator(".import-buttons .primary").isDisabled()).toBe(true);
    await page.getByText("Cancel").click();
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    expect(await page.locator(".runs-table tbody tr").count()).toBe(40);
  });

  test("more runs than a scenario holds are refused with the limit and the command", async () => {
    const page = await openFit();
    const many = Array.from({length: 6000}, (_, i) => `${70 + i}e6,1e9,3`).join("\n");
    await openTable(page, "many.csv", `params,tokens,loss\n${many}`);
    await expect.poll(() => page.getByRole("dialog").textContent(), slow).toMatch(/5,000 runs at most.*npx ladder fit/);
  });
});

describe("runs switched off and on", () => {
  test("by a click in the figure, by Enter, and in the table; each is one step of undo", async () => {
    const page = await openSample();
    const mark = main(page).locator('[data-id="rung-1"]').last();
    const box = await mark.boundingBox();
    await page.mouse.click(box!.x + box!.width / 2, box!.y + box!.height / 2);
    await expect.poll(() => page.locator(".runs-table input").first().isChecked()).toBe(false);
    expect(await page.getByRole("button", {name: "Undo run 1 switched off"}).count()).toBe(1);
    await page.keyboard.press("Control+z");
    await expect.poll(() => page.locator(".runs-table input").first().isChecked()).toBe(true);
    await main(page).locator('[role="checkbox"][data-id="rung-3"]').focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".runs-table input").nth(2).isChecked()).toBe(false);
    // The keyboard stays on the mark.
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-id"))).toBe("rung-3");
    await page.getByText("Switch all on again").click();
    await expect.poll(() => page.locator(".runs-table input").nth(2).isChecked()).toBe(true);
  });
});

describe("what is set beside a fit", () => {
  test("form, policy, target, hold-out and largest losses change the answer and the words", async () => {
    const page = await openSample();
    const first = await answer(page).textContent();
    await page.getByRole("radio", {name: /^Power law with floor/}).check();
    await expect.poll(() => answer(page).textContent(), slow).not.toBe(first);
    await expect.poll(() => page.locator(".formula").textContent()).toMatch(/L = [\d.]+ \+ [\d.,×10]+ \/ C/);
    await page.getByRole("radio", {name: /^Chinchilla(?!, one)/}).check();
    await page.getByRole("radio", {name: "A fixed number of tokens per parameter"}).check();
    await expect.poll(() => page.locator(".condition").first().textContent()).toMatch(/20 tokens per parameter/);
    await page.getByLabel("Target", {exact: true}).fill("1e24");
    await page.keyboard.press("Enter");
    await expect.poll(() => answer(page).textContent(), slow).toMatch(/^At 1024 FLOP/);
    await page.getByLabel("Leave out the largest runs and foretell them").check();
    await expect.poll(() => page.locator("main").textContent(), slow).toMatch(/the law missed the 5 runs left out by/);
    await page.getByLabel("Largest losses left out").fill("99");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.locator(".fit-number .slider-error").first().textContent())
      .toMatch(/from 0 to 39, got 99/);
    await page.getByLabel("Largest losses left out").fill("2");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".fit-remarks").textContent()).toMatch(/2 the largest losses/);
  });

  test("a long bootstrap shows how far it is, and a stop leaves the last intervals, faded", async () => {
    const page = await openSample();
    await page.getByLabel("Draws of the bootstrap").fill("100000");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".fit-work progress", {timeout: 10_000});
    await page.locator(".fit-work").getByText("Cancel").click();
    await expect.poll(() => page.locator(".fit-work").textContent()).toMatch(/^Stopped/);
    expect(await page.locator(".figure.rungs.waiting").count()).toBe(2);
    expect(await page.locator(".fit-interval span").count()).toBeGreaterThan(0);
    await page.getByLabel("Draws of the bootstrap").fill("200");
    await page.keyboard.press("Enter");
    await drawn(page);
    expect(await page.locator("#parameters-title").textContent()).toContain("200 draws");
  });

  test("coverage is checked when asked, and stopped when told", async () => {
    const page = await openSample();
    await page.getByText("Check coverage").click();
    await page.waitForSelector(".fit-work progress", {timeout: 10_000});
    await page.locator(".fit-work").getByText("Cancel").click();
    await expect.poll(() => page.locator(".fit-work progress").count()).toBe(0);
    expect(await page.locator(".figure.rungs.waiting").count()).toBe(0);
    await page.getByText("Check coverage").click();
    await expect
      .poll(() => page.locator("#coverage-title ~ div").textContent(), {timeout: 60_000})
      .toMatch(/On 200 simulated ladders of 20 runs like these, the 90 % intervals of a forecast held the truth in/);
  }, 90_000);
});

describe("what a fit gives", () => {
  test("points, parameters and draws as CSV", async () => {
    const page = await openSample();
    for (const [name, ending] of [
      ["Points as CSV", "points.csv"],
      ["Parameters as CSV", "parameters.csv"],
      ["Draws as CSV", "draws.csv"]
    ] as const) {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByText(name).click()]);
      expect(download.suggestedFilename()).toBe(`sample-ladder-made-up-${ending}`);
    }
  });

  test("a figure by the Export menu", async () => {
    const page = await openSample();
    await page.locator(".actions").getByText("Export").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("#menu-export").getByText("SVG, wide").click()
    ]);
    expect(download.suggestedFilename()).toMatch(/\.svg$/);
  });

  test("a scenario that stands on it, from which undo leads back", async () => {
    const page = await openSample();
    await page.getByText("Use the fits of all recipes").click();
    await expect.poll(() => page.locator("header h1").textContent(), slow).toMatch(/^Fit of Sample ladder, made up/);
    expect(await page.locator(".notice.problem").count()).toBe(0);
    await page.keyboard.press("Control+z");
    await expect.poll(() => page.locator("header h1").textContent()).toMatch(/^Muse Spark/);
  });
});

test("the scenario of one fit begins at its head, and says what it holds and what to do next", async () => {
  const page = await openSample();
  await page.getByText("Use this fit").scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo(0, 600));
  await page.getByText("Use this fit").click();
  await expect
    .poll(() => page.locator("main .condition").first().textContent(), slow)
    .toMatch(
      /^This scenario holds one recipe, “.*”: its law, and on it “Largest run of .*” and “.* at the target”\. To compare, add a second recipe’s runs in the Fit view/
    );
  await expect.poll(() => page.evaluate(() => [scrollY, document.activeElement?.id])).toEqual([0, "main"]);
});

// Each width and each theme once, the narrowest in the dark.
test.each([
  ["light", 1440],
  ["light", 1024],
  ["dark", 390]
] as const)("in %s the fit view and its import fit %i pixels, and axe finds nothing", async (colorScheme, width) => {
  const page = await openFit({width, colorScheme});
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await axe(page), "empty").toEqual([]);
  await page.getByText("Try the sample ladder").click();
  await drawn(page);
  await expect.poll(() => page.locator(".fit-pair svg").count(), slow).toBe(4);
  expect(await overflow()).toBeLessThanOrEqual(0);
  expect(await axe(page), "fit").toEqual([]);
  await openTable(page, "t.csv", "params,tokens,loss\n70,1.4,3.8\n160,3.2,x\n");
  await page.waitForSelector(".import-question");
  expect(await axe(page), "import").toEqual([]);
});

test("targets are 44 pixels high on a phone", async () => {
  const page = await openSample({width: 390, touch: true});
  const low = await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        "main button, main select, main input, aside button, aside select, aside input"
      )
    ]
      .filter((item) => item.offsetParent !== null && item.closest(".visually-hidden") === null)
      .map((item) => (item.closest("label") ?? item).getBoundingClientRect().height)
      .filter((height) => height < 44)
  );
  expect(low).toEqual([]);
});
