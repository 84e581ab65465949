import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {noHand} from "./noHand.ts";
import {openPage, pageUrl, takeProblems} from "./page.ts";

const field = (page: Page) => page.locator('[data-address="models.muse-spark.compute"] input[type=text]').first();

/** The names of the files a page asks for, without their fingerprints, as they are asked for. */
function listed(page: Page): string[] {
  const names: string[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith(pageUrl))
      names.push(
        request
          .url()
          .slice(pageUrl.length)
          .replace(/-.{8}\./, ".")
      );
  });
  return names;
}

const quiet = async (page: Page) => {
  await noHand(page);
};

/** A page whose part that reads fields is answered for by the test. */
const withReader = (answer: Parameters<Page["route"]>[1]) =>
  openPage({
    width: 1440,
    height: 900,
    prepare: async (page) => {
      await page.route("**/readField-*.js", answer);
    }
  });

/** The same, held back until the test lets it arrive. */
const withHeldReader = async () => {
  let arrive = (): void => undefined;
  const held = new Promise<void>((resolve) => (arrive = resolve));
  const page = await withReader(async (route) => {
    await held;
    await route.continue();
  });
  return {page, arrive};
};

describe("the first load", () => {
  test("is the page, its style, its script and its letters; the rest waits for a hand", async () => {
    let names: readonly string[] = [];
    const page = await openPage({
      width: 1440,
      height: 900,
      prepare: async (opened) => {
        await noHand(opened);
        names = listed(opened);
      }
    });
    await page.waitForLoadState("networkidle");
    const isPicture = (name: string) => name.endsWith(".svg");
    expect(names.filter((name) => !isPicture(name)).sort()).toEqual([
      "",
      "assets/index.css",
      "assets/index.js",
      "assets/inter.woff2"
    ]);
  });

  test("asks for its letters at once, so that no line breaks anew when they come", async () => {
    const page = await openPage({javaScript: false});
    const preloaded = page.locator("link[rel=preload][as=font]");
    const used = await page.evaluate(() => performance.getEntriesByType("resource").map(({name}) => name));
    const asked = await preloaded.evaluate((link: HTMLLinkElement) => link.href);
    expect(used.filter((name) => name.endsWith(".woff2"))).toEqual([asked]);
  });

  test("is followed by what reads fields as a hand comes near", async () => {
    const page = await openPage({width: 1440, height: 900, prepare: quiet});
    await page.waitForLoadState("networkidle");
    const names = listed(page);
    await page.mouse.move(700, 300);
    await expect.poll(() => names).toContain("assets/readField.js");
  });

  test("is followed by a view as a hand points at its tab", async () => {
    const page = await openPage({width: 1440, height: 900});
    await page.waitForLoadState("networkidle");
    const names = listed(page);
    for (const [name, file] of [
      ["Thresholds", "assets/ThresholdsAnswer.js"],
      ["Gain", "assets/GainView.js"],
      ["Cost", "assets/CostView.js"]
    ] as const) {
      expect(names).not.toContain(file);
      await page.locator("nav.rail").getByText(name, {exact: true}).hover();
      await expect.poll(() => names).toContain(file);
    }
  });
});

describe("a number typed before what reads it is there", () => {
  test("is taken once it is", async () => {
    const {page, arrive} = await withHeldReader();
    await field(page).fill("1.1e25");
    await field(page).press("Enter");
    expect(await page.locator(".edited").count()).toBe(0);
    expect(await field(page).inputValue()).toBe("1.1e25");
    arrive();
    await page.locator(".edited").waitFor();
    expect(await field(page).inputValue()).toBe("1.1e25");
    expect(await field(page).getAttribute("aria-invalid")).toBeNull();
  });

  test("is one step, in the order of those typed", async () => {
    const {page, arrive} = await withHeldReader();
    for (const [model, text] of [
      ["muse-spark", "8e25"],
      ["gpt-5-4", "1e26"]
    ] as const) {
      const typed = page.locator(`[data-address="models.${model}.compute"] input[type=text]`).first();
      await typed.fill(text);
      await typed.press("Enter");
    }
    arrive();
    const undo = page.getByRole("button", {name: /^Undo/});
    await expect.poll(() => undo.getAttribute("aria-label")).toBe("Undo compute of GPT-5.4");
    await undo.click();
    await expect.poll(() => undo.getAttribute("aria-label")).toBe("Undo compute of Muse Spark");
    await undo.click();
    await expect.poll(() => undo.isDisabled()).toBe(true);
  });

  test("stays, with the reason, where it never comes", async () => {
    const page = await withReader((route) => route.abort());
    await field(page).fill("1.1e25");
    await field(page).press("Enter");
    await expect
      .poll(() => page.locator(".slider-error[role=alert]:visible").textContent())
      .toBe("What reads fields could not be loaded: reload the page");
    expect(await field(page).inputValue()).toBe("1.1e25");
    expect(takeProblems(page).join()).toContain("readField");
  });
});

describe("a part of the page that does not come", () => {
  const link = "#v1.q1ZKzs8rSc0tyEksyc";
  const without = (part: string, path = "") =>
    openPage({
      width: 1440,
      height: 900,
      path,
      prepare: async (page) => {
        await page.route(`**/${part}*`, (route) => route.abort());
      }
    });
  const notice = (page: Page) => page.locator(".notice-place");

  test("is said where a link is not opened for it", async () => {
    const page = await without("followLink-*", link);
    await expect.poll(() => notice(page).textContent()).toContain("The link was not opened: a part of the page");
    expect(await notice(page).getByRole("button", {name: "Reload the page"}).count()).toBe(1);
    expect(takeProblems(page).join()).not.toContain("exception");
  });

  test("leaves a frame without the numbers of another scenario", async () => {
    const page = await without("showEmbedded-*", `?embed${link}`);
    await expect
      .poll(() => page.locator("#page").textContent())
      .toBe("The figure could not be loaded: reload the page.");
    expect(takeProblems(page).join()).not.toContain("exception");
  });

  test("is said where a file is not saved for it", async () => {
    const page = await without("write-*");
    await page.keyboard.press("Control+s");
    await expect.poll(() => notice(page).textContent()).toContain("A part of the page could not be loaded.");
    expect(takeProblems(page).join()).not.toContain("exception");
  });

  test("is said in the place of the view, and of no other", async () => {
    const page = await without("CostView-*");
    const views = page.locator("nav.rail");
    await views.getByText("Cost", {exact: true}).click();
    await page.getByText("This view could not be loaded: reload the page.").waitFor();
    await page.route("**/PlanView-*", () => undefined);
    await views.getByText("Plan", {exact: true}).click();
    await page.getByText("Loading.", {exact: true}).waitFor();
    takeProblems(page);
  });

  test("is said in the place of a part’s style, too", async () => {
    const page = await without("Tables-*.css");
    await page.locator("#editor summary").click();
    await page.getByText("The tables could not be loaded: reload the page.").waitFor();
    takeProblems(page);
  });

  test("is no fault of the file that it would have read", async () => {
    const page = await without("read-*");
    await page
      .locator("#open-file")
      .setInputFiles({name: "mine.json", mimeType: "application/json", buffer: Buffer.from("{}")});
    await expect.poll(() => notice(page).textContent()).toContain("What reads it could not be loaded");
    takeProblems(page);
  });

  test("is said before an edit is lost for it, and the browser asks before the page is left", async () => {
    const page = await without("keepDrafts-*");
    await field(page).fill("1.1e25");
    await field(page).press("Enter");
    await expect.poll(() => notice(page).textContent()).toContain("What you change is lost with this page");
    const asked = page.waitForEvent("dialog");
    await page.close({runBeforeUnload: true});
    expect((await asked).type()).toBe("beforeunload");
    await (await asked).accept();
    takeProblems(page);
  });
});

describe("a draft", () => {
  test("outlives a page that is left before it could be offered", async () => {
    const page = await openPage({width: 1440, height: 900});
    await field(page).fill("1.1e25");
    await field(page).press("Enter");
    await expect.poll(() => page.evaluate(() => localStorage.getItem("scaling-ladder.draft"))).not.toBeNull();
    await page.route("**/files-*.js", () => undefined);
    await page.goto("about:blank");
    await page.goto(pageUrl);
    await page.goto("about:blank");
    await page.unroute("**/files-*.js");
    await page.goto(pageUrl);
    await page.getByRole("button", {name: "Restore it"}).waitFor();
  });
});

describe("a worker that does not come", () => {
  test("leaves the answer without an interval, which the next change asks for anew", async () => {
    let isThere = false;
    const page = await openPage({
      width: 1440,
      height: 900,
      prepare: async (opened) => {
        await opened.route("**/worker-*.js", (route) => (isThere ? route.continue() : route.abort()));
      }
    });
    const answer = page.locator(".answer").first();
    const change = async (text: string) => {
      await field(page).fill(text);
      await field(page).press("Enter");
    };
    expect(await answer.textContent()).toContain("90 %");
    await change("1.1e25");
    await expect.poll(() => page.locator(".notice-place").textContent()).toContain("The worker did not start.");
    expect(await answer.textContent()).not.toContain("90 %");
    isThere = true;
    await change("1.2e25");
    await expect.poll(() => answer.textContent()).toContain("90 %");
    takeProblems(page);
  });
});

describe("a link that takes long to open", () => {
  test("is said to be awaited: what is on show until then is another scenario", async () => {
    let arrive: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (arrive = resolve));
    const page = await openPage({
      path: "#v1.none",
      prepare: async (opened) => {
        await opened.route("**/followLink-*.js", async (route) => {
          await held;
          await route.continue();
        });
      }
    });
    const notice = page.locator(".notice-place");
    await expect.poll(() => notice.textContent()).toContain("The link is being opened.");
    arrive?.();
    await expect.poll(() => notice.textContent()).toContain("The link was not opened.");
  });
});
