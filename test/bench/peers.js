// Times our bands beside NumPy's, in one sitting: npm run bench:peers
// Bundled first, with the settings of the command: a module that is loaded for development is slower.
import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {build, loadConfigFromFile} from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const shipped = await loadConfigFromFile(
  {command: "build", mode: "production"},
  join(root, ".config/vite.cli.ts"),
  root,
  "error"
);
const output = {...shipped?.config.build?.rolldownOptions?.output, banner: "", entryFileNames: "peers.js"};
mkdirSync(join(root, "dist"), {recursive: true});
const outDir = mkdtempSync(join(root, "dist/peers-"));
try {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "error",
    build: {ssr: "test/bench/peers.ts", outDir, target: "node20", rolldownOptions: {output}}
  });
  const {benchPeers} = await import(pathToFileURL(join(outDir, "peers.js")).href);
  await benchPeers(root);
} finally {
  rmSync(outDir, {recursive: true});
}
