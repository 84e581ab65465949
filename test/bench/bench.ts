import {readFileSync} from "node:fs";
import {cpus} from "node:os";
import {join} from "node:path";
import {chromium, type Browser, type Page} from "playwright-core";
import {findChromium, launchOptions} from "../browser/chromium.ts";
import {servePage, type PageServer} from "../browser/serve.ts";
import {buildIfStale, root} from "../build.ts";
import {timeCommand} from "./command.ts";
import {weighFirstLoad} from "./firstLoad.ts";
import {manyModels} from "./manyModels.ts";
import {moveSlider, type Moves} from "./moves.ts";
import {findOverlaps} from "./overlaps.ts";

/** Runs an export of a file of this folder as it would be shipped: see bundled.js. */
export type RunBundled = (entry: string, name: string, ...args: readonly unknown[]) => Promise<void>;

interface Stage {
  readonly runBundled: RunBundled;
  readonly browser: Browser;
  readonly server: PageServer;
}

/** What is measured, by the name it is asked for on the command line. */
const measures: Record<string, (stage: Stage) => Promise<void>> = {
  async moves(stage) {
    head("a slider move, the scenario the page opens with");
    await onPage(stage, async (page, url) => {
      await page.goto(url, {waitUntil: "networkidle"});
      tellMoves(await moveSlider(page));
    });
  },
  async models(stage) {
    head("a slider move, 1,000 models");
    const scenario = manyModels(readFileSync(join(root, "scenarios/muse-spark.json"), "utf8"), 1000);
    await onPage(stage, async (page, url) => {
      await page.goto(url, {waitUntil: "networkidle"});
      const start = performance.now();
      const buffer = Buffer.from(JSON.stringify(scenario));
      await page
        .locator("input[type=file]")
        .first()
        .setInputFiles({name: "many.json", mimeType: "application/json", buffer});
      await page.getByText(scenario.title).first().waitFor({state: "attached", timeout: 60_000});
      tell("from file to page", `${(performance.now() - start).toFixed(0)} ms`);
      tellMoves(await moveSlider(page));
    });
  },
  async bytes(stage) {
    head("the first load, gzip (fonts and pictures as they are)");
    const {kinds, requests, total, fonts, other} = await onPage(stage, weighFirstLoad);
    for (const [kind, bytes] of kinds) tell(kind, kib(bytes));
    tell("in all", `${kib(total)} in ${requests} requests`);
    tell("without fonts", kib(total - fonts));
    for (const name of other) tell("not counted", name);
  },
  command() {
    head("ladder render scenarios/muse-spark.json, the whole process");
    const {median, least, most, runs} = timeCommand(["render", "scenarios/muse-spark.json"], 15);
    tell("median", `${median.toFixed(0)} ms (${least.toFixed(0)} to ${most.toFixed(0)}, ${runs} runs)`);
    return Promise.resolve();
  },
  async fits({runBundled}) {
    head("fits, as shipped, on one core");
    await runBundled("fits.ts", "benchFits", tell);
  },
  async plans({runBundled}) {
    head("ladder plans, as shipped, on one core");
    await runBundled("plans.ts", "benchPlans", tell);
  },
  async frames(stage) {
    head("frames of the page while the worker makes 4,000 fits of the sample ladder");
    await onPage(stage, async (page, url) => {
      await page.goto(url, {waitUntil: "networkidle"});
      await page.locator("nav.rail").getByText("Fit", {exact: true}).click();
      await page.getByText("Try the sample ladder").click();
      await page.locator(".fit-work progress").waitFor({state: "attached"});
      const gaps = await page.evaluate(async () => {
        const found: number[] = [];
        let last = await new Promise(requestAnimationFrame);
        while (document.querySelector(".fit-work progress") !== null) {
          const now: number = await new Promise(requestAnimationFrame);
          found.push(now - last);
          last = now;
        }
        return found.sort((one, other) => one - other);
      });
      const at = (share: number) => ms(gaps[Math.min(gaps.length - 1, Math.floor(share * gaps.length))] ?? NaN);
      tell("between frames", `median ${at(0.5)}, 95 % within ${at(0.95)}, most ${at(1)}, ${gaps.length} frames`);
    });
  },
  async overlaps({browser}) {
    head("texts that overlap or leave the figure, all scenarios, as a browser sets them");
    const found = await findOverlaps(browser);
    for (const {figure, overlaps} of found) {
      tell(figure, String(overlaps.length));
      for (const overlap of overlaps) tell("", overlap);
    }
    tell("in all", String(found.reduce((sum, {overlaps}) => sum + overlaps.length, 0)));
  }
};

/** Measures everything, or what is named, one after another, and prints it. */
export async function bench(names: readonly string[], runBundled: RunBundled): Promise<void> {
  const unknown = names.filter((name) => !(name in measures));
  if (unknown.length > 0)
    throw new Error(`no such measure: ${unknown.join(", ")}; one of ${Object.keys(measures).join(", ")}`);
  await buildIfStale("cli");
  await buildIfStale("page");
  const found = await findChromium();
  const server = await servePage(join(root, "dist/page"));
  const browser = await chromium.launch(launchOptions(found));
  console.log(`${found.version}, node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "?"}`);
  try {
    for (const [name, measure] of Object.entries(measures)) {
      if (names.length > 0 && !names.includes(name)) continue;
      try {
        await measure({browser, server, runBundled});
      } catch (error) {
        // One measure that fails leaves the others to be read.
        process.exitCode = 1;
        tell("FAILED", error instanceof Error ? error.message : String(error));
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Runs a measure on a page of its own. */
async function onPage<T>(
  {browser, server}: Pick<Stage, "browser" | "server">,
  measure: (page: Page, url: string) => Promise<T>
): Promise<T> {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}, locale: "en-US", timezoneId: "UTC"});
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", ({message}) => problems.push(message));
  try {
    return await measure(page, server.url);
  } finally {
    await context.close();
    for (const problem of problems) tell("exception", problem);
  }
}

function tellMoves({latency, longTasks, moves, script, layout, style, task}: Moves): void {
  const rest = task - script - style - layout;
  tell("event to laid out", `median ${ms(latency.median)}, 95 % within ${ms(latency.p95)}, most ${ms(latency.most)}`);
  tell(
    "main thread a move",
    `${ms(task)}: script ${ms(script)}, style ${ms(style)}, layout ${ms(layout)}, microtasks and paint ${ms(rest)}`
  );
  tell("tasks over 50 ms", `${longTasks} in ${moves} moves`);
}

function head(text: string): void {
  console.log(`\n${text}`);
}

function tell(what: string, text: string): void {
  console.log(`  ${what.padEnd(20)} ${text}`);
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
