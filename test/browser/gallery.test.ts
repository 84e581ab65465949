import {describe, expect, test} from "vitest";
import {axe, openPage, reload} from "./page.ts";

describe("the gallery", () => {
  test("is searched, walked by arrows, and opens a scenario by the keyboard", async () => {
    const page = await openPage({path: "#gallery"});
    const dialog = page.locator("dialog.gallery");
    await dialog.waitFor();
    expect(await dialog.locator("li svg").count()).toBe(await dialog.locator("li").count());
    const search = dialog.getByRole("searchbox");
    const top = (await search.boundingBox())?.y;
    await search.fill("cost");
    await expect.poll(() => dialog.locator("li").count()).toBeLessThan(6);
    expect((await search.boundingBox())?.y).toBe(top);
    await search.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    expect(await page.locator(":focus b").textContent()).toBe("Serving a billion people");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("header .title").textContent()).toBe("A billion answers a day");
    expect(await dialog.isVisible()).toBe(false);
  });

  test("says that nothing was found", async () => {
    const page = await openPage({path: "#gallery"});
    await page.locator("dialog.gallery input").fill("zebra");
    await expect.poll(() => page.locator(".gallery-none").textContent()).toBe("No scenario has these words.");
  });
});

describe("the story", () => {
  test("is walked by arrows and gives back what was open, edits and all", async () => {
    const page = await openPage();
    await page.waitForSelector('.figure [role="slider"]');
    await page.locator('.controls input[type="text"]').first().fill("7e25");
    await page.keyboard.press("Enter");
    await page.getByRole("button", {name: "Scenarios"}).click();
    await page.getByRole("button", {name: "The story in six steps"}).click();
    const story = page.locator(".story");
    await expect.poll(() => story.locator("h2").textContent()).toContain("Maverick’s rung");
    for (const title of ["The 10× claim", "Offset or slope", "Thinking is not training"]) {
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => story.locator("h2").textContent()).toContain(title);
    }
    expect(new URL(page.url()).hash).toBe("#story-4");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => story.locator("h2").textContent()).toContain("Offset or slope");
    await page.keyboard.press("Escape");
    await expect.poll(() => story.count()).toBe(0);
    expect(await page.locator("header .title").textContent()).toBe("Muse Spark and its rivals");
    expect(await page.locator("header .edited").count()).toBe(1);
    expect(await page.locator('.controls input[type="text"]').first().inputValue()).toBe("7e25");
  });

  test("is there after a reload, turns back with undo, and ends where another scenario is opened", async () => {
    const page = await openPage({path: "#story-2"});
    const story = page.locator(".story h2");
    await expect.poll(() => story.textContent()).toContain("The 10× claim");
    await page.waitForTimeout(900);
    expect(new URL(page.url()).hash).toBe("#story-2");
    await reload(page);
    await expect.poll(() => story.textContent()).toContain("The 10× claim");
    await page.getByRole("button", {name: /^Undo opening of Over 10x/}).waitFor();
    // Longer than the address waits to be written where something was changed.
    await page.waitForTimeout(900);
    expect(await page.locator("header .edited").count()).toBe(0);
    expect(new URL(page.url()).hash).toBe("#story-2");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => story.textContent()).toContain("Offset or slope");
    await page.keyboard.press("Control+z");
    await expect.poll(() => story.textContent()).toContain("The 10× claim");
    await page.keyboard.press("Control+y");
    await expect.poll(() => story.textContent()).toContain("Offset or slope");
    await page.getByRole("button", {name: "Scenarios"}).click();
    await page.getByRole("button", {name: "Serving a billion people"}).click();
    await expect.poll(() => story.count()).toBe(0);
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#v1\./);
    await page.keyboard.press("Escape");
    expect(await page.locator("header .title").textContent()).toBe("A billion answers a day");
  });

  test("turns as many pages as arrows were pressed, however fast, and stays left", async () => {
    const page = await openPage({path: "#story-1"});
    const story = page.locator(".story h2");
    await expect.poll(() => story.textContent()).toContain("Maverick’s rung");
    for (let i = 0; i < 4; ++i) await page.keyboard.press("ArrowRight", {delay: 0});
    await expect.poll(() => story.textContent()).toContain("Sixteen agents");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Escape");
    await page.waitForTimeout(500);
    expect(await story.count()).toBe(0);
    expect(await page.locator("header .title").textContent()).toBe("Muse Spark and its rivals");
  });

  test("begins at the step its address names, on a phone in the dark, with nothing amiss for axe", async () => {
    const page = await openPage({path: "#story-6", width: 390, height: 844, colorScheme: "dark"});
    await expect.poll(() => page.locator(".story h2").textContent()).toContain("Does it pay");
    await expect.poll(() => page.locator(".answer").first().textContent()).toContain("bill");
    expect(await axe(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(390);
    await page.getByRole("button", {name: "Go on from here"}).click();
    await expect.poll(() => page.locator(".story").count()).toBe(0);
  });
});
