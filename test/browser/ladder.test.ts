import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {axe, downloaded, dragByPointer, dragByTouch, middle, openPage, pageUrl, press, screenshot} from "./page.ts";

const museField = (page: Page) => page.locator('[data-address="models.muse-spark.compute"] input[type=text]').first();
const museSlider = (page: Page) => page.locator('[data-address="models.muse-spark.compute"] input[type=range]').first();
const handle = (page: Page, model: string) => page.locator(`.figure [role="slider"][data-model="${model}"]`);
const answer = (page: Page) => page.locator(".answer");

/** Files handed to the page as a person would choose them. */
const choose = (page: Page, name: string, text: string) =>
  page.locator("#open-file").setInputFiles({name, mimeType: "application/json", buffer: Buffer.from(text)});

const museText = readFileSync("scenarios/muse-spark.json", "utf8");

describe("the first screen", () => {
  test("answers before any script runs", async () => {
    const page = await openPage({javaScript: false, width: 1440, height: 900});
    await expect
      .poll(() => answer(page).textContent())
      .toMatch(
        /Muse Spark’s recipe reaches GPT-5.4’s score with 1.7× less compute \(90 %: 0.0\d× to 2\d×\): it cannot be told from no gain/
      );
    expect(await page.locator(".figure svg").first().isVisible()).toBe(true);
  });

  test("says the same once its script has come", async () => {
    const quiet = await openPage({javaScript: false});
    const before = await answer(quiet).textContent();
    const page = await openPage();
    await page.waitForSelector('.figure [role="slider"]');
    expect(await answer(page).textContent()).toBe(before);
  });

  test("holds at most six sliders, the rest folded away", async () => {
    const page = await openPage({width: 1440, height: 900});
    await page.waitForSelector('.figure [role="slider"]');
    expect(await page.locator("aside input[type=range]:visible").count()).toBeLessThanOrEqual(6);
  });

  test("says what would have to be true for the claimed 3x to 10x", async () => {
    const page = await openPage();
    expect(await page.locator(".condition").textContent()).toMatch(
      /For “3× to 10×” to hold against GPT-5.4 as placed, Muse Spark would have to sit between 5\.0×1024 and 1\.7×1025 FLOP/
    );
  });
});

describe("a point", () => {
  test("dragged along its rung by pointer trades compute for gain, in one undo step", async () => {
    const page = await openPage({width: 1440, height: 900});
    const from = await middle(handle(page, "muse-spark"));
    await dragByPointer(page, from, {x: from.x - 90, y: from.y + 3});
    await expect.poll(() => museField(page).inputValue()).not.toBe("3e25");
    const moved = Number(await museField(page).inputValue());
    expect(moved).toBeLessThan(3e25);
    expect(await answer(page).textContent()).not.toContain("1.7×");
    await page.keyboard.press("Control+z");
    await expect.poll(() => museField(page).inputValue()).toBe("3e25");
    await page.keyboard.press("Control+Shift+z");
    await expect.poll(async () => Number(await museField(page).inputValue())).toBe(moved);
  });

  test("near another point is the one taken that the hand is on", async () => {
    const page = await openPage({width: 1440, height: 900});
    await museField(page).fill("7.46e24");
    await museField(page).press("Enter");
    const from = await middle(handle(page, "muse-spark"));
    const glm = await handle(page, "glm-5").getAttribute("aria-valuetext");
    await dragByPointer(page, from, {x: from.x + 80, y: from.y});
    await expect.poll(async () => Number(await museField(page).inputValue())).toBeGreaterThan(1e25);
    expect(await handle(page, "glm-5").getAttribute("aria-valuetext")).toBe(glm);
  });

  test("dragged out of the plot stops at its edge", async () => {
    const page = await openPage({width: 1440, height: 900});
    const from = await middle(handle(page, "muse-spark"));
    await dragByPointer(page, from, {x: 1430, y: from.y});
    await expect.poll(async () => Number(await museField(page).inputValue()) / 1.2e27).toBeCloseTo(1, 1);
  });

  test("dragged up its curve trades compute for score", async () => {
    const page = await openPage({width: 1440, height: 900});
    const from = await middle(handle(page, "muse-spark"));
    await dragByPointer(page, from, {x: from.x + 4, y: from.y - 40});
    await expect.poll(() => handle(page, "muse-spark").getAttribute("aria-valuetext")).not.toContain("52.15");
    expect(Number(await museField(page).inputValue())).toBeGreaterThan(3e25);
  });

  test("dragged by touch moves too, and the page does not scroll", async () => {
    const page = await openPage({width: 390, height: 844, touch: true});
    const from = await middle(handle(page, "muse-spark"));
    const scrolled = await page.evaluate(() => scrollY);
    await dragByTouch(page, from, {x: from.x - 40, y: from.y + 2});
    await expect.poll(() => handle(page, "muse-spark").getAttribute("aria-valuetext")).not.toMatch(/3\.0×10\^25/);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  });

  test("moves by arrow keys, further with Shift, and Escape restores", async () => {
    const page = await openPage();
    const point = handle(page, "muse-spark");
    await press(point, "ArrowLeft");
    await expect.poll(() => museField(page).inputValue()).toBe("2.86e25");
    await press(point, "Shift+ArrowLeft");
    await expect.poll(async () => Number(await museField(page).inputValue())).toBeLessThan(2e25);
    const before = await museField(page).inputValue();
    await point.focus();
    await page.keyboard.down("ArrowRight");
    await page.keyboard.press("Escape");
    await page.keyboard.up("ArrowRight");
    await expect.poll(() => museField(page).inputValue()).toBe(before);
  });

  test("Escape in the midst of a drag restores it", async () => {
    const page = await openPage({width: 1440, height: 900});
    const from = await middle(handle(page, "muse-spark"));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x - 100, from.y, {steps: 5});
    await expect.poll(() => museField(page).inputValue()).not.toBe("3e25");
    await page.keyboard.press("Escape");
    await expect.poll(() => museField(page).inputValue()).toBe("3e25");
    await page.mouse.up();
    expect(await page.getByRole("button", {name: "Undo", exact: true}).isDisabled()).toBe(true);
  });

  test("dragged into the claimed span makes the claim hold as placed", async () => {
    const page = await openPage();
    await museField(page).fill("1e25");
    await museField(page).press("Enter");
    await expect
      .poll(() => page.locator(".condition").textContent())
      .toContain("“3× to 10×” against GPT-5.4 holds as placed");
  });
});

describe("a slider", () => {
  test("moves by keys in ratios, and its field follows", async () => {
    const page = await openPage({width: 1440, height: 900});
    await press(museSlider(page), "ArrowRight");
    await expect.poll(async () => Number(await museField(page).inputValue()) / 3e25).toBeCloseTo(1.05, 2);
    await press(museSlider(page), "ArrowRight*3");
    await expect.poll(async () => Number(await museField(page).inputValue()) / 3e25).toBeCloseTo(1.05 ** 4, 1);
  });

  test("has a field that takes what people write", async () => {
    const page = await openPage({width: 1440, height: 900});
    await museField(page).fill("2.38M H100-hours at 40% of BF16 peak");
    await museField(page).press("Enter");
    await expect.poll(() => answer(page).textContent()).not.toContain("1.7×");
    await museField(page).fill("40M hours");
    await museField(page).press("Enter");
    await expect
      .poll(() => page.locator('[data-address="models.muse-spark.compute"]').textContent())
      .toContain("Hours need a chip");
    expect(await museField(page).getAttribute("aria-invalid")).toBe("true");
  });

  test("goes back to how it was opened by its reset", async () => {
    const page = await openPage({width: 1440, height: 900});
    await press(museSlider(page), "ArrowRight");
    await page.locator('[data-address="models.muse-spark.compute"]').getByRole("button", {name: /reset/i}).click();
    await expect.poll(() => museField(page).inputValue()).toBe("3e25");
  });
});

describe("intervals", () => {
  test("follow a change from the worker", async () => {
    const page = await openPage({width: 1440, height: 900});
    const before = await page.locator('tr[data-model="gpt-5-4"] .gain').first().textContent();
    await museField(page).fill("3e24");
    await museField(page).press("Enter");
    await expect.poll(() => page.locator("section.waiting").count()).toBe(0);
    await expect.poll(() => page.locator('tr[data-model="gpt-5-4"] .gain').first().textContent()).not.toBe(before);
    expect(await page.locator('tr[data-model="gpt-5-4"] .gain').first().textContent()).toMatch(/17×.*to/);
  });
});

describe("the table", () => {
  test("holds the answer against another rival", async () => {
    const page = await openPage({width: 1440, height: 900});
    await page.getByRole("button", {name: "Claude Opus 4.6", exact: true}).first().click();
    await expect.poll(() => answer(page).textContent()).toContain("Claude Opus 4.6’s score with 4.9× less compute");
  });
});

describe("files", () => {
  test("a chosen file opens, and undo leads back to what was open", async () => {
    const page = await openPage();
    await choose(page, "other.json", museText.replace('"Muse Spark and its rivals"', '"Another title"'));
    await expect.poll(() => page.locator("h1 .title").textContent()).toBe("Another title");
    await page.keyboard.press("Control+z");
    await expect.poll(() => page.locator("h1 .title").textContent()).toBe("Muse Spark and its rivals");
  });

  test("a file in UTF-16 opens by its byte order mark, and without one is refused as what it is", async () => {
    const page = await openPage();
    const wide = (mark: string) => ({
      name: "wide.json",
      mimeType: "application/json",
      buffer: Buffer.from(mark + museText.replace('"Muse Spark and its rivals"', '"Wide"'), "utf16le")
    });
    await page.locator("#open-file").setInputFiles(wide("\uFEFF"));
    await expect.poll(() => page.locator("h1 .title").textContent()).toBe("Wide");
    await page.locator("#open-file").setInputFiles(wide(""));
    await expect
      .poll(() => page.locator(".notice").textContent())
      .toContain("wide.json:1:1 is in UTF-16 and must be in UTF-8");
  });

  test("a broken file is refused with its place and leaves everything as it was", async () => {
    const page = await openPage();
    await choose(page, "broken.json", museText.replace('"solve"', '"slove"').replace('"value": 3e25', '"value": -3'));
    const notice = page.locator(".notice");
    await expect
      .poll(() => notice.textContent())
      .toMatch(/broken\.json:\d+:\d+ models\[0\]\.compute.*must be greater than 0, got -3/);
    expect(await page.locator("h1 .title").textContent()).toBe("Muse Spark and its rivals");
    expect(await museField(page).inputValue()).toBe("3e25");
    await notice.getByRole("button", {name: "Close"}).click();
    expect(await notice.count()).toBe(0);
  });

  test("a dropped file opens", async () => {
    const page = await openPage();
    const data = await page.evaluateHandle(
      (text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], "dropped.json", {type: "application/json"}));
        return transfer;
      },
      museText.replace('"Muse Spark and its rivals"', '"Dropped"')
    );
    await page.dispatchEvent("body", "drop", {dataTransfer: data});
    await expect.poll(() => page.locator("h1 .title").textContent()).toBe("Dropped");
  });

  test("what is opened is shown in place of what is wrong with the model", async () => {
    const page = await openPage({path: "#what-is-wrong"});
    await page.waitForSelector(".what-is-wrong");
    await choose(page, "other.json", museText.replace('"Muse Spark and its rivals"', '"Another"'));
    await expect.poll(() => page.locator("h1 .title").textContent()).toBe("Another");
    await expect.poll(() => page.locator(".what-is-wrong").count()).toBe(0);
    expect(await page.locator(".figure svg").first().isVisible()).toBe(true);
    expect(new URL(page.url()).hash).not.toBe("#what-is-wrong");
  });

  test("pasted text opens", async () => {
    const page = await openPage();
    await page.evaluate(
      (text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        document.body.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true}));
      },
      museText.replace('"Muse Spark and its rivals"', '"Pasted"')
    );
    await expect.poll(() => page.locator("h1 .title").textContent()).toBe("Pasted");
  });

  test("each scenario of the list opens", async () => {
    const page = await openPage();
    for (const title of [
      "Over 10x less pretraining compute than Maverick",
      "What compute thresholds still catch",
      "Muse Spark and its rivals"
    ]) {
      await page.getByRole("button", {name: /^Scenarios/}).click();
      await page.locator("#menu-scenarios").getByRole("button", {name: title}).click();
      await expect.poll(() => page.locator("h1 .title").textContent()).toBe(title);
      expect(await page.locator(".figure svg").count()).toBe(1);
    }
  });

  test("a saved file carries its evidence and opens to the same", async () => {
    const page = await openPage();
    await page.waitForSelector('.figure [role="slider"]');
    const {name, text: saved} = await downloaded(page, () => page.keyboard.press("Control+s"));
    expect(name).toBe("muse-spark-and-its-rivals.json");
    const document = JSON.parse(saved) as {readonly evidence: readonly {readonly id: string}[]};
    expect(document.evidence.map(({id}) => id)).toContain("llama-4-maverick-compute-hours");
    await choose(page, "saved.json", saved);
    await expect.poll(() => page.locator(".notice").count()).toBe(0);
    expect(await museField(page).inputValue()).toBe("3e25");
  });

  test("an edited scenario is offered again on the next visit", async () => {
    const page = await openPage();
    await museField(page).fill("7e25");
    await museField(page).press("Enter");
    // Left at once, before the address says what is open.
    await page.waitForFunction(() => localStorage.getItem("scaling-ladder.draft")?.includes("7e25"));
    await page.goto("about:blank");
    await page.goto(pageUrl);
    await page.getByRole("button", {name: "Restore it"}).click();
    await expect.poll(() => museField(page).inputValue()).toBe("7e25");
  });

  test("names with markup are shown as the text they are", async () => {
    const page = await openPage();
    await choose(page, "x.json", museText.replaceAll('"Muse Spark"', JSON.stringify("<img src=x onerror=alert(1)>")));
    await expect.poll(() => answer(page).textContent()).toContain("<img src=x onerror=alert(1)>");
    expect(await page.locator("img").count()).toBe(0);
  });
});

describe("an exported SVG", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`is to the byte what the command writes, ${colorScheme}`, async () => {
      const page = await openPage({colorScheme});
      await page.getByRole("button", {name: /^Export/}).click();
      const {text} = await downloaded(page, () =>
        page.locator("#menu-export").getByRole("button", {name: /wide/}).click()
      );
      const command = execFileSync(
        process.execPath,
        ["dist/cli/ladder.js", "render", "scenarios/muse-spark.json", "--theme", colorScheme],
        {encoding: "utf8"}
      );
      expect(text).toBe(command);
    });
  }

  test("opens in a browser by itself", async () => {
    const page = await openPage();
    const svg = readFileSync("test/golden/muse-spark.svg", "utf8");
    const errors = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, "image/svg+xml").querySelectorAll("parsererror").length,
      svg
    );
    expect(errors).toBe(0);
  });
});

describe("the axes", () => {
  test("zoom by buttons, by Ctrl and wheel, and by keys, and reset", async () => {
    const page = await openPage({width: 1440, height: 900});
    await page.waitForSelector('.figure [role="slider"]');
    const ticks = () => page.locator(".figure svg").first().textContent();
    const all = await ticks();
    await page.getByRole("button", {name: "Zoom in"}).click();
    await expect.poll(ticks).not.toBe(all);
    await page.getByRole("button", {name: "Reset axes"}).click();
    await expect.poll(ticks).toBe(all);
    const at = await middle(page.locator(".figure svg").first());
    await page.mouse.move(at.x, at.y);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -60);
    await page.keyboard.up("Control");
    await expect.poll(() => page.getByRole("button", {name: "Reset axes"}).count()).toBe(1);
    await handle(page, "muse-spark").focus();
    await page.keyboard.press("0");
    await expect.poll(() => page.getByRole("button", {name: "Reset axes"}).count()).toBe(0);
  });
});

describe("the document in the page", () => {
  test("a new, empty scenario opens and its parts can be added", async () => {
    const page = await openPage({width: 1440, height: 900});
    await page.getByRole("button", {name: /^Scenarios/}).click();
    await page.locator("#menu-scenarios").getByRole("button", {name: "New, empty"}).click();
    await expect.poll(() => page.locator("h1 .title").textContent()).not.toBe("Muse Spark and its rivals");
    expect(await page.locator(".figure svg").count()).toBe(1);
  });

  test("help opens by the question mark and closes by Escape", async () => {
    const page = await openPage();
    await page.waitForSelector('.figure [role="slider"]');
    await page.keyboard.press("?");
    await expect.poll(() => page.getByRole("dialog").isVisible()).toBe(true);
    expect(await page.getByRole("dialog").textContent()).toContain("effective compute");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  });
});

describe("for everyone", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const [width, height] of [
      [1440, 900],
      [1024, 800],
      [390, 844]
    ] as const) {
      test(`axe finds no violation, ${colorScheme}, ${width} wide`, async () => {
        const page = await openPage({colorScheme, width, height});
        await page.waitForSelector('.figure [role="slider"]');
        await screenshot(page, `ladder-${width}-${colorScheme}`);
        expect(await axe(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      });
    }
  }
});

test("the page's policy lets no script be made from text", async () => {
  const page = await openPage();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe/);
});
