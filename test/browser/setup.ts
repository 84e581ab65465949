import {chromium} from "playwright-core";
import {join} from "node:path";
import type {TestProject} from "vitest/node";
import {buildIfStale, root} from "../build.ts";
import {findChromium, launchOptions} from "./chromium.ts";
import {servePage} from "./serve.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the built page is served, ending in a slash. */
    readonly pageUrl: string;
    /** Where the one browser of all tests listens. */
    readonly browserEndpoint: string;
  }
}

/** Builds the page and the command if need be, serves the page and starts a browser for all tests of the page. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildIfStale("cli");
  await buildIfStale("page");
  const server = await servePage(join(root, "dist/page"));
  const browser = await chromium.launchServer(launchOptions(await findChromium()));
  project.provide("pageUrl", server.url);
  project.provide("browserEndpoint", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
  };
}
