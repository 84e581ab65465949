// Times our bands beside NumPy's, in one sitting: npm run bench:peers
// Bundled first, as the page and the command are: a module that is loaded for development is slower.
import {mkdtempSync, rmSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {build} from "vite";

const outDir = mkdtempSync(join(process.cwd(), "dist", "peers-"));
await build({
  configFile: false,
  logLevel: "error",
  build: {ssr: "test/bench/peers.ts", outDir, rolldownOptions: {output: {entryFileNames: "peers.js"}}}
});
const {benchPeers} = await import(pathToFileURL(join(outDir, "peers.js")).href);
try {
  await benchPeers();
} finally {
  rmSync(outDir, {recursive: true});
}
