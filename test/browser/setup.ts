import {chromium} from "playwright-core";
import {join} from "node:path";
import type {TestProject} from "vitest/node";
import {buildIfStale, root} from "../build.ts";
import {findChromium, launchOptions} from "./chromium.ts";
import {servePage} from "./serve.ts";

/** Where the built page is served, with a slash at the end, and where the one browser of all tests listens. */
export type Stage =
  | {readonly ok: true; readonly pageUrl: string; readonly browserEndpoint: string}
  | {readonly ok: false; readonly message: string};

declare module "vitest" {
  interface ProvidedContext {
    readonly stage: Stage;
  }
}

/**
 * Builds the page and the command if need be, serves the page and starts a browser for all tests of the page.
 *
 * What goes wrong is handed to those tests: thrown from here, it would stop the tests that need no browser too.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const closings: (() => Promise<void>)[] = [];
  try {
    await buildIfStale("page");
    const server = await servePage(join(root, "dist/page"));
    closings.unshift(() => server.close());
    const browser = await chromium.launchServer(launchOptions(await findChromium()));
    closings.unshift(() => browser.close());
    project.provide("stage", {ok: true, pageUrl: server.url, browserEndpoint: browser.wsEndpoint()});
  } catch (error) {
    project.provide("stage", {ok: false, message: error instanceof Error ? error.message : String(error)});
  }
  return async () => {
    for (const close of closings) await close();
  };
}
