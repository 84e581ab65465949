import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {axe, middle, openPage, pageUrl, reload, screenshot, type PageOptions} from "./page.ts";

const museField = (page: Page) => page.locator('[data-address="models.muse-spark.compute"] input[type=text]').first();
const handle = (page: Page, model: string) => page.locator(`.figure [role="slider"][data-model="${model}"]`);
const hash = (page: Page) => page.evaluate(() => location.hash);
const notice = (page: Page) => page.locator(".notice-place").textContent();
const museText = readFileSync("scenarios/muse-spark.json", "utf8");

/** Waits for what comes once the page has rested, or has loaded a part of itself. */
const soon = <T>(what: () => Promise<T>) => expect.poll(what, {timeout: 6000});

/** The fragment that the command makes of a scenario. */
const linkOf = (text: string) =>
  execFileSync(process.execPath, ["dist/cli/ladder.js", "url"], {input: text, encoding: "utf8"}).trim();

const linked = linkOf(museText.replace('"value": 3e25', '"value": 8e25'));

async function ready(options: PageOptions = {}): Promise<Page> {
  const page = await openPage({width: 1440, height: 900, ...options});
  await page.waitForSelector('.figure [role="slider"]');
  return page;
}

async function setMuse(page: Page, text: string): Promise<void> {
  await museField(page).fill(text);
  await museField(page).press("Enter");
}

/** Stands in for the clipboard, which no test shares with the machine. */
const clipboard = (allows: boolean) => async (page: Page) => {
  await page.addInitScript((works) => {
    Object.defineProperty(navigator, "clipboard", {
      value: {
        writeText: (text: string) => {
          if (!works) return Promise.reject(new Error("refused"));
          document.documentElement.dataset["copied"] = text;
          return Promise.resolve();
        }
      }
    });
  }, allows);
};
const copied = (page: Page) => page.evaluate(() => document.documentElement.dataset["copied"] ?? "");

describe("the address", () => {
  test("is bare until something is changed, is written at rest and not while dragging, and opens again", async () => {
    const page = await ready();
    await page.waitForTimeout(900);
    expect(await hash(page)).toBe("");
    const from = await middle(handle(page, "muse-spark"));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y, {steps: 5});
    await page.waitForTimeout(900);
    expect(await hash(page)).toBe("");
    await page.mouse.up();
    await soon(() => hash(page)).toMatch(/^#v1\./);
    const value = await museField(page).inputValue();
    expect(value).not.toBe("3e25");
    const steps = await page.evaluate(() => history.length);
    await reload(page);
    await soon(() => museField(page).inputValue()).toBe(value);
    // The draft is this very document: nothing is offered.
    expect(await notice(page)).toBe("");
    expect(await page.evaluate(() => history.length)).toBe(steps);
  });

  test("is bare again when the change is taken back", async () => {
    const page = await ready();
    await setMuse(page, "7e25");
    await soon(() => hash(page)).toMatch(/^#v1\./);
    await page.getByRole("button", {name: /^Undo/}).click();
    await soon(() => hash(page)).toBe("");
  });

  test("with a link of the command opens its scenario; another one takes its place, and undo leads back", async () => {
    const page = await ready({path: linked});
    await soon(() => museField(page).inputValue()).toBe("8e25");
    await page.evaluate((link) => (location.hash = link), linkOf(museText.replace('"value": 3e25', '"value": 9e25')));
    await soon(() => museField(page).inputValue()).toBe("9e25");
    await page.getByRole("button", {name: /^Undo/}).click();
    await soon(() => museField(page).inputValue()).toBe("8e25");
  });

  test("with a link comes before a draft, which is offered then and not lost", async () => {
    const page = await ready();
    await setMuse(page, "7e25");
    await soon(() => page.evaluate(() => localStorage.getItem("scaling-ladder.draft"))).toContain("7e25");
    await page.goto("about:blank");
    await page.goto(`${pageUrl}${linked}`);
    await soon(() => museField(page).inputValue()).toBe("8e25");
    await soon(() => notice(page)).toContain("An edited scenario was kept from");
    await page.getByRole("button", {name: "Restore it"}).click();
    await soon(() => museField(page).inputValue()).toBe("7e25");
  });

  test("that is cut off, changed or newer is said, and what was open stays", async () => {
    const page = await ready({path: linked.slice(0, -9)});
    await soon(() => notice(page)).toContain("It is cut off: its end is missing.");
    expect(await museField(page).inputValue()).toBe("3e25");
    for (const [link, said] of [
      [linked.replace(/.$/, (letter) => (letter === "a" ? "b" : "a")), "It was changed on its way"],
      ["#v7.abc", "It is of version 7, newer than this program reads (1)"]
    ] as const) {
      await page.evaluate((bad) => (location.hash = bad), link);
      await soon(() => notice(page)).toContain(said);
      expect(await museField(page).inputValue()).toBe("3e25");
      await soon(() => hash(page)).toBe("");
    }
  });

  test("with a link that is refused is that of what is open again, which a reload gives back", async () => {
    const page = await ready({path: linked});
    await soon(() => museField(page).inputValue()).toBe("8e25");
    await soon(() => hash(page)).toBe(linked);
    await page.evaluate(() => (location.hash = "#v1.zzz.abcdefg"));
    await soon(() => notice(page)).toContain("The link was not opened");
    await soon(() => hash(page)).toBe(linked);
    await reload(page);
    await soon(() => museField(page).inputValue()).toBe("8e25");
  });

  test("of what is wrong with the model is left as it is", async () => {
    const page = await ready();
    await setMuse(page, "7e25");
    await soon(() => hash(page)).toMatch(/^#v1\./);
    await page.evaluate(() => (location.hash = "#what-is-wrong"));
    await page.waitForSelector(".what-is-wrong");
    await page.waitForTimeout(900);
    expect(await hash(page)).toBe("#what-is-wrong");
    await page.goBack();
    await page.waitForSelector('.figure [role="slider"]');
    expect(await museField(page).inputValue()).toBe("7e25");
    expect(await notice(page)).toBe("");
  });
});

describe("a pasted address", () => {
  const paste = (page: Page, text: string) =>
    page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      document.body.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true}));
    }, text);

  test.each(["ladder", "fit"])("that is a link of a scenario opens, of whatever host, in the %s view", async (view) => {
    const page = await ready();
    if (view === "fit") await page.getByRole("button", {name: "Fit", exact: true}).click();
    await paste(page, `https://example.org/ladder/?x=1${linked}\n`);
    await soon(() => museField(page).inputValue()).toBe("8e25");
    expect(await notice(page)).toBe("");
  });

  test("that is none is refused with what can be pasted", async () => {
    const page = await ready();
    await paste(page, "https://example.org/some/page");
    await soon(() => notice(page)).toContain("It is no link of a scenario");
    expect(await notice(page)).toContain("the text of a scenario file");
    await paste(page, linked.slice(0, -9));
    await soon(() => notice(page)).toContain("It is cut off: its end is missing.");
    expect(await museField(page).inputValue()).toBe("3e25");
  });
});

describe("what was open when the page was left", () => {
  const steps = async (page: Page) => {
    await page.getByRole("button", {name: "Steps", exact: true}).click();
    const lines = await page.locator(".steps-list button").allTextContents();
    await page.keyboard.press("Escape");
    return lines;
  };

  test("is open again, with its steps, however soon after the edit that was", async () => {
    const page = await ready();
    await setMuse(page, "6e25");
    await soon(() => hash(page)).toMatch(/^#v1\./);
    const behind = await hash(page);
    await setMuse(page, "8e25");
    expect(await hash(page)).toBe(behind);
    await reload(page);
    await soon(() => museField(page).inputValue()).toBe("8e25");
    await soon(() => steps(page)).toEqual([
      expect.stringContaining("At first"),
      expect.stringContaining("→ 6.00×1025"),
      expect.stringContaining("→ 8.00×1025")
    ]);
    await soon(() => hash(page)).toMatch(/^#v1\./);
    expect(await hash(page)).not.toBe(behind);
    expect(await notice(page)).toBe("");
  });

  test("is open again after the first edit, after one that was taken back, and in the middle of a drag", async () => {
    const page = await ready();
    await museField(page).click({clickCount: 3});
    await page.keyboard.type("8e25", {delay: 40});
    await page.keyboard.press("Enter");
    await reload(page);
    await soon(() => museField(page).inputValue()).toBe("8e25");
    await soon(() => hash(page)).toMatch(/^#v1\./);
    await soon(() => page.getByRole("button", {name: /^Undo/}).isEnabled()).toBe(true);
    await page.getByRole("button", {name: /^Undo/}).click();
    await soon(() => museField(page).inputValue()).toBe("3e25");
    await reload(page);
    await soon(() => museField(page).inputValue()).toBe("3e25");
    await soon(() => hash(page)).toBe("");
    const from = await middle(handle(page, "muse-spark"));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y, {steps: 5});
    const moved = await museField(page).inputValue();
    expect(moved).not.toBe("3e25");
    await reload(page);
    await page.mouse.up();
    await soon(() => museField(page).inputValue()).toBe(moved);
  });

  test("is offered in another tab, which its address does not know", async () => {
    const page = await ready();
    const kept = () => page.evaluate(() => localStorage.getItem("scaling-ladder.draft") ?? "");
    await setMuse(page, "6e25");
    // What keeps drafts is there from then on.
    await soon(kept).toContain("6e25");
    await setMuse(page, "8e25");
    const other = await page.context().newPage();
    await page.close();
    await other.goto(pageUrl);
    await soon(() => notice(other)).toContain("An edited scenario was kept from");
    await other.getByRole("button", {name: "Restore it"}).click();
    await soon(() => museField(other).inputValue()).toBe("8e25");
  });
});

describe("Share", () => {
  test("copies a link, Markdown and an embed, each of the scenario on show", async () => {
    const page = await ready({prepare: clipboard(true)});
    await setMuse(page, "8e25");
    await page.getByRole("button", {name: "Share", exact: true}).click();
    const dialog = page.getByRole("dialog", {name: "Share"});
    await soon(() => dialog.locator(".share-length").textContent()).toMatch(/^The link has \d{2,3} characters\.$/);
    await dialog.getByRole("button", {name: "Copy link"}).click();
    await soon(() => dialog.getByRole("status").textContent()).toBe("The link is copied.");
    const link = await copied(page);
    expect(link.startsWith(`${pageUrl}#v1.`), link).toBe(true);
    const back = execFileSync(process.execPath, ["dist/cli/ladder.js", "url", "--decode", link], {encoding: "utf8"});
    expect(back).toContain('"compute": {"value": 8e25, "low": 3e24, "high": 3e26}');
    await dialog.getByRole("button", {name: "Copy as Markdown"}).click();
    await soon(() => copied(page)).toContain(`**[Muse Spark and its rivals](<${link}>)**\n\n`);
    expect(await copied(page)).toMatch(/cannot be told from no gain[^]*Score: Artificial Analysis/);
    const [picture] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", {name: "Markdown and picture"}).click()
    ]);
    expect(picture.suggestedFilename()).toBe("muse-spark-and-its-rivals.svg");
    await soon(() => copied(page)).toMatch(/\n\n\[!\[With 6 points .*\]\(<muse-spark-and-its-rivals\.svg>\)\]\(<http/);
    await soon(() => dialog.getByRole("status").textContent()).toContain("its picture is saved as a file");
    await dialog.getByRole("button", {name: "Copy embed"}).click();
    await soon(() => copied(page)).toMatch(
      /^<iframe src="[^"]*\?embed#v1\.[^"]*" title="Muse Spark and its rivals: [^"]*" width="100%" height="720"/
    );
    await screenshot(page, "share-1440-light");
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await soon(() => dialog.count()).toBe(0);
  });

  test("in the claims view gives the claims and what each comes to", async () => {
    const page = await ready({prepare: clipboard(true)});
    await page.getByRole("button", {name: "Claims", exact: true}).click();
    await page.getByRole("button", {name: "Share", exact: true}).click();
    const dialog = page.getByRole("dialog", {name: "Share"});
    await dialog.getByRole("button", {name: "Copy as Markdown"}).click();
    await soon(() => copied(page)).toMatch(/“over 10×”[^]*: against Llama 4 Maverick the gain is [^]*placed/);
    expect(await copied(page)).not.toContain("cannot be told from no gain over GPT-5.4");
  });

  test("selects the text where the clipboard is refused, and says so", async () => {
    const page = await ready({prepare: clipboard(false), width: 390, height: 844, colorScheme: "dark"});
    await page.getByRole("button", {name: /^File/}).click();
    await page.getByRole("button", {name: "Share", exact: true}).click();
    await page.getByRole("button", {name: "Copy link"}).click();
    await soon(() => page.locator(".share-said").textContent()).toBe(
      "The browser did not allow copying. The text is selected: copy it with Ctrl+C or ⌘C."
    );
    const selected = () =>
      page
        .locator(".share-text")
        .evaluate((area: HTMLTextAreaElement) => [area.selectionStart, area.selectionEnd, area.value.length]);
    await soon(selected).toEqual([0, expect.any(Number), expect.any(Number)]);
    const [, end, length] = await selected();
    expect(end).toBe(length);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await screenshot(page, "share-390-dark");
    expect(await axe(page)).toEqual([]);
  });

  test("offers the file where the link is longer than chats carry", async () => {
    const page = await ready();
    const words = Array.from({length: 3000}, (_, i) => ((i * 2654435761) % 4294967296).toString(36)).join(" ");
    const thresholds = Array.from({length: 20}, (_, i) => ({
      id: `t-${i}`,
      name: "T",
      compute: 1e25,
      note: words.slice(i * 800, i * 800 + 800)
    }));
    const large = JSON.stringify({...(JSON.parse(museText) as object), thresholds});
    await page
      .locator("#open-file")
      .setInputFiles({name: "large.json", mimeType: "application/json", buffer: Buffer.from(large)});
    await soon(() => hash(page)).toMatch(/^#v1\..{8000}/);
    await page.getByRole("button", {name: "Share", exact: true}).click();
    await soon(() => page.locator(".share-length").textContent()).toContain(
      "Many chats cut links longer than 8,000: send the file instead."
    );
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name: "Save as a file"}).click()
    ]);
    expect(download.suggestedFilename()).toBe("muse-spark-and-its-rivals.json");
  });
});

describe("the embedded figure", () => {
  test.each([
    [1000, "light"],
    [390, "dark"]
  ] as const)(
    "at %i pixels in %s is answer, figure and one link, in the reader’s theme",
    async (width, colorScheme) => {
      const page = await openPage({
        width,
        height: 720,
        colorScheme,
        path: `?embed${linked}`,
        prepare: async (opened) => {
          await opened.addInitScript(() => localStorage.setItem("scaling-ladder.theme", "light"));
        }
      });
      await page.waitForSelector(".embed .figure svg");
      await soon(() => page.locator(".answer").textContent()).toContain("Muse Spark");
      expect(await page.locator("header, nav, aside, button, input, [tabindex='0']").count()).toBe(0);
      expect(await page.locator("a").count()).toBe(1);
      expect(await page.locator("a").getAttribute("href")).toBe(`${pageUrl}${linked}`);
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
        colorScheme === "dark" ? "rgb(15, 19, 24)" : "rgb(255, 255, 255)"
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await soon(() => page.locator(".embed .answer").textContent()).not.toContain("on its way");
      await soon(() => page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
      await page.keyboard.press("?");
      expect(await page.locator("dialog").count()).toBe(0);
      await page.waitForTimeout(500);
      await screenshot(page, `embed-${width}-${colorScheme}`);
      expect(await axe(page)).toEqual([]);
    }
  );

  test.each([
    ["rl-scaling.json", "GPU-hours bring"],
    ["plan-3x.json", "a ladder of 39 runs"],
    ["kimi-linear.json", "takes 1.1× less compute"]
  ])("of %s says what that view says, and fits its frame", async (file, words) => {
    const path = `?embed${linkOf(readFileSync(`scenarios/${file}`, "utf8"))}`;
    const page = await openPage({width: 1000, height: 720, path});
    await page.waitForSelector(".embed .figure svg");
    await soon(() => page.locator(".embed .answer").textContent()).toContain(words);
    await soon(() => page.locator(".embed .answer").textContent()).not.toMatch(/on its way|you placed/);
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
  });

  test.each([
    ["thought-compression.json", 1000, 3],
    ["thought-compression.json", 640, 3],
    ["rl-scaling.json", 640, 2]
  ])("of %s at %i pixels shows every figure of the view in the height of its snippet", async (file, width, figures) => {
    const path = `?embed${linkOf(readFileSync(`scenarios/${file}`, "utf8"))}`;
    const page = await openPage({width, height: figures === 3 ? 980 : 720, path});
    const shown = page.locator(".embed .figure svg > g[role='img']");
    await soon(() => shown.count()).toBe(figures);
    await soon(() => page.locator(".embed .answer").textContent()).not.toMatch(/on its way|you placed/);
    await soon(() => page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
    expect(await axe(page)).toEqual([]);
  });

  test("without a figure says what is missing", async () => {
    const page = await openPage({path: `?embed${linkOf(museText.replace('"view": {', '"view": {"figure": "fit", '))}`});
    await soon(() => page.locator(".embed").textContent()).toContain(
      "There is no figure: the scenario holds no runs to fit."
    );
  });

  test("says what is wrong with its link", async () => {
    const page = await openPage({path: "?embed#v1.abc"});
    await soon(() => page.locator(".embed-problem").textContent()).toContain("It is cut off");
  });
});

test("a file of a newer version opens as far as it is known and is saved under a name of its own", async () => {
  const page = await ready();
  const text = JSON.stringify({...(JSON.parse(museText) as object), version: 4, forecast: {year: 2030}});
  await page
    .locator("#open-file")
    .setInputFiles({name: "newer.json", mimeType: "application/json", buffer: Buffer.from(text)});
  await soon(() => notice(page)).toContain("newer.json was written by a newer version");
  expect(await notice(page)).toContain("forecast is not known to version 1: left out");
  await setMuse(page, "8e25");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  expect(download.suggestedFilename()).toBe("muse-spark-and-its-rivals-version-1.json");
});
