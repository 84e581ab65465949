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
    let arrive: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (arrive = resolve));
    const page = await withReader(async (route) => {
      await held;
      await route.continue();
    });
    await field(page).fill("1.1e25");
    await field(page).press("Enter");
    expect(await page.locator(".edited").count()).toBe(0);
    expect(await field(page).inputValue()).toBe("1.1e25");
    arrive?.();
    await page.locator(".edited").waitFor();
    expect(await field(page).inputValue()).toBe("1.1e25");
    expect(await field(page).getAttribute("aria-invalid")).toBeNull();
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
