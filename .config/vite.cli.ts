import {chmodSync} from "node:fs";
import {join} from "node:path";
import {defineConfig} from "vite";

// The command: one file for node, with everything it needs inside, so that it starts quickly.
export default defineConfig({
  publicDir: false,
  oxc: {jsx: {runtime: "automatic", importSource: "preact"}},
  plugins: [
    // npm makes the file executable when it links it, and every later build would undo that.
    {name: "executable", writeBundle: ({dir = ""}) => chmodSync(join(dir, "ladder.js"), 0o755)}
  ],
  ssr: {noExternal: true},
  build: {
    ssr: "src/cli/start.ts",
    outDir: "dist/cli",
    target: "node20",
    rolldownOptions: {output: {entryFileNames: "ladder.js", chunkFileNames: "[name].js", banner: "#!/usr/bin/env node"}}
  }
});
