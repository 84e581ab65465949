// Times our bands and fits beside NumPy's and SciPy's, in one sitting: npm run bench:peers, or -- bands, or -- fits
import {fileURLToPath} from "node:url";
import {runBundled} from "./bundled.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const asked = process.argv.slice(2);
const measures = {bands: ["peers.ts", "benchPeers"], fits: ["fitPeers.ts", "benchFitPeers"]};
for (const [name, [entry, bench]] of Object.entries(measures)) {
  if (asked.length === 0 || asked.includes(name)) await runBundled(entry, bench, root);
}
