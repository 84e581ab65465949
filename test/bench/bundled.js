import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {build, loadConfigFromFile} from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs an export of a file of this folder as it would be shipped, bundled with the settings of the command: a module
 * that is loaded for development is slower.
 */
export async function runBundled(entry, name, ...args) {
  const shipped = await loadConfigFromFile(
    {command: "build", mode: "production"},
    join(root, ".config/vite.cli.ts"),
    root,
    "error"
  );
  const output = {...shipped?.config.build?.rolldownOptions?.output, banner: "", entryFileNames: "bundled.js"};
  mkdirSync(join(root, "dist"), {recursive: true});
  const outDir = mkdtempSync(join(root, "dist/bench-"));
  try {
    await build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: "error",
      build: {ssr: `test/bench/${entry}`, outDir, target: "node20", rolldownOptions: {output}}
    });
    const module = await import(pathToFileURL(join(outDir, "bundled.js")).href);
    await module[name](...args);
  } finally {
    rmSync(outDir, {recursive: true});
  }
}
