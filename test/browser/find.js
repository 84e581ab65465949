// Says which Chromium the tests of the page will use, having opened a page in it; fails if there is none.
import {chromium} from "playwright-core";
import {runnerImport} from "vite";

const {module} = await runnerImport("./test/browser/chromium.ts", {configFile: false, logLevel: "error"});
try {
  const found = await module.findChromium();
  const browser = await chromium.launch(module.launchOptions(found));
  await (await browser.newPage()).goto("data:text/html,<title>here</title>");
  await browser.close();
  console.log(`${found.version} (${found.executablePath})`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
