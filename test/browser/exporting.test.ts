import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import type {Page} from "playwright-core";
import {describe, expect, test} from "vitest";
import {extract} from "../../src/export/extract.ts";
import {readChunks, writeChunks} from "../../src/export/pngChunks.ts";
import {axe, downloaded, openPage, screenshot, type PageOptions} from "./page.ts";

const figure = readFileSync("test/golden/kimi-linear.svg", "utf8");

/** A file dropped on the page from the desk. */
async function drop(page: Page, name: string, type: string, bytes: Uint8Array): Promise<void> {
  await page.evaluate(
    ({name: called, type: kind, base64}) => {
      const data = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([data], called, {type: kind}));
      document.dispatchEvent(new DragEvent("drop", {dataTransfer, bubbles: true, cancelable: true}));
    },
    {name, type, base64: Buffer.from(bytes).toString("base64")}
  );
}

/** Drawing takes a while on a busy machine. */
const slow = {timeout: 10_000};

const heading = (page: Page) => page.locator("header h1 .title").textContent();

async function openDialog(options: PageOptions = {}): Promise<Page> {
  const page = await openPage({width: 1440, height: 900, ...options});
  await page.waitForSelector('.figure [role="slider"]');
  const isPhone = (options.width ?? 1440) < 760;
  await page
    .locator(".actions")
    .getByRole("button", {name: isPhone ? /^File/ : /^Export/})
    .click();
  await page
    .getByRole("button", {name: /^PNG, CSV, JSON/})
    .filter({visible: true})
    .click();
  await page.waitForSelector("dialog.export[open]");
  return page;
}

const saved = (page: Page) =>
  downloaded(page, () => page.locator("dialog.export").getByRole("button", {name: /^Save/}).click());

describe("an exported figure on the page", () => {
  test("gives its scenario back when it is dropped, and what is wrong leaves the page as it is", async () => {
    const page = await openPage();
    await page.waitForSelector('.figure [role="slider"]');
    await drop(page, "kimi.svg", "image/svg+xml", Buffer.from(figure));
    await expect.poll(() => heading(page), slow).toMatch(/changes with scale|Kimi/i);
    expect(await page.locator(".notice").textContent()).toContain("kimi.svg is open.");
    expect(await page.locator(".notice").textContent()).toMatch(
      /It is what the picture was drawn from: the gain view, Scaling Ladder \d/
    );
    const title = await heading(page);
    await drop(
      page,
      "bad.svg",
      "image/svg+xml",
      Buffer.from(figure.replace("</svg>", "<script>alert(1)</script></svg>"))
    );
    await expect.poll(() => page.locator(".notice").textContent(), slow).toContain("It holds a script");
    await drop(page, "photo.png", "image/png", Buffer.from([1, 2, 3]));
    await expect.poll(() => page.locator(".notice").textContent(), slow).toContain("photo.png was not opened");
    expect(await heading(page)).toBe(title);
    expect(await page.locator("script").count()).toBe(1);
  });

  test("is what the command writes also where it is asked for as its scenario opens", async () => {
    const page = await openPage({width: 1440, height: 900});
    await page.waitForSelector('.figure [role="slider"]');
    await drop(page, "cost.json", "application/json", readFileSync("scenarios/cost-per-task.json"));
    await page.waitForFunction(() => document.querySelector("header h1 .title")?.textContent.startsWith("What a task"));
    // Clicked by the page itself, before the worker has drawn.
    const {text} = await downloaded(page, () =>
      page.evaluate(() => {
        const buttons = [...document.querySelectorAll<HTMLButtonElement>("#menu-export button")];
        buttons.find(({textContent}) => textContent.includes("wide"))?.click();
      })
    );
    expect(text).toBe(
      execFileSync(process.execPath, ["dist/cli/ladder.js", "render", "scenarios/cost-per-task.json"], {
        encoding: "utf8"
      })
    );
  });

  test("is saved as a PNG in Inter that opens again from a drop", async () => {
    const page = await openDialog();
    const {name, bytes} = await saved(page);
    expect(name).toBe("muse-spark-and-its-rivals.png");
    const chunks = readChunks(bytes);
    const head = chunks.ok ? chunks.chunks[0] : undefined;
    expect(Buffer.from(head?.data ?? []).readUInt32BE(0)).toBe(2400);
    const carried = await extract(bytes);
    await page.keyboard.press("Escape");
    expect(carried.ok ? JSON.parse(carried.scenario) : carried).toMatchObject({title: "Muse Spark and its rivals"});
    await drop(page, "other.svg", "image/svg+xml", Buffer.from(figure));
    await expect.poll(() => heading(page), slow).not.toBe("Muse Spark and its rivals");
    await drop(page, name, "image/png", bytes);
    await expect.poll(() => heading(page), slow).toBe("Muse Spark and its rivals");
    // A picture that other hands went over: without the chunk it says so.
    const bare = writeChunks(chunks.ok ? chunks.chunks.filter(({type}) => type !== "iTXt") : []);
    await drop(page, "bare.png", "image/png", bare);
    await expect.poll(() => page.locator(".notice").textContent(), slow).toContain("It carries no scenario");
  });

  test("is saved as CSV and JSON", async () => {
    const page = await openDialog();
    await page.getByLabel("CSV of what is drawn").check();
    const csv = (await saved(page)).bytes.toString();
    expect(csv).toMatch(/^mark,id,model,name,role,part,"x: Training compute, FLOP"/);
    await page.getByLabel("JSON of every number").check();
    const workers: string[] = [];
    page.on("worker", (worker) => workers.push(worker.url()));
    const {name, bytes} = await saved(page);
    expect(name).toBe("muse-spark-and-its-rivals-numbers.json");
    expect(JSON.parse(bytes.toString())).toMatchObject({view: "ladder", seed: 7});
    // Seconds of work are not the page's: it answers all along.
    expect(workers.join(" ")).toContain("jsonWorker");
  });
});

test("of two files dropped at once the first is opened, and the other is named", async () => {
  const page = await openPage();
  await page.waitForSelector('.figure [role="slider"]');
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    for (const name of ["one.svg", "two.svg"]) dataTransfer.items.add(new File([text], name, {type: "image/svg+xml"}));
    document.dispatchEvent(new DragEvent("drop", {dataTransfer, bubbles: true, cancelable: true}));
  }, figure);
  await expect
    .poll(() => page.locator(".notice").textContent(), slow)
    .toContain("One file is opened at a time: two.svg was not opened.");
  expect(await page.locator(".notice").textContent()).toContain("one.svg is open.");
});

test("the export of the claims says that its figure is the ladder’s", async () => {
  const page = await openDialog();
  expect(await page.locator("dialog.export").textContent()).not.toContain("no figure of its own");
  await page.keyboard.press("Escape");
  await page.getByRole("button", {name: "Claims", exact: true}).click();
  await page
    .locator(".actions")
    .getByRole("button", {name: /^Export/})
    .click();
  await page
    .getByRole("button", {name: /^PNG, CSV, JSON/})
    .filter({visible: true})
    .click();
  await expect
    .poll(() => page.locator("dialog.export").textContent(), slow)
    .toContain("The claims view has no figure of its own: what is exported is the figure of the ladder.");
});

describe("the clipboard", () => {
  test("takes picture, caption and citation", async () => {
    const page = await openDialog();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", {name: "Copy PNG"}).click();
    await expect.poll(() => page.locator(".export-said").textContent(), slow).toBe("The picture is on the clipboard.");
    await page.getByRole("button", {name: "Copy citation"}).click();
    await expect.poll(() => page.locator(".export-said").textContent(), slow).toBe("The citation is on the clipboard.");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^“Muse Spark and its rivals”, ladder view/
    );
  });

  test("that is refused is said, and the text stands there to be copied by hand", async () => {
    const page = await openDialog({
      prepare: async (opened) => {
        await opened.addInitScript(() => {
          navigator.clipboard.write = () => Promise.reject(new DOMException("no", "NotAllowedError"));
        });
      }
    });
    await page.getByRole("button", {name: "Copy PNG"}).click();
    await expect
      .poll(() => page.locator(".export-said").textContent(), slow)
      .toBe("The browser did not let the picture onto the clipboard.");
    await page.getByRole("button", {name: "Copy caption"}).click();
    await expect
      .poll(() => page.locator("dialog textarea").inputValue(), slow)
      .toMatch(/^Muse Spark’s recipe cannot be told from no gain over GPT-5\.4\./);
  });
});

test.each([
  [1440, "light"],
  [390, "dark"]
] as const)("the export dialog fits %i pixels in %s, and axe finds nothing", async (width, colorScheme) => {
  const page = await openDialog({width, colorScheme});
  expect(await axe(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await screenshot(page, `export-${width}`);
});
