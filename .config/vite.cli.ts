import {chmodSync, cpSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {defineConfig} from "vite";

const fonts = "src/assets/fonts";

// The command, for node, with everything it needs inside; what one command alone needs is read when it is asked for.
export default defineConfig({
  publicDir: false,
  oxc: {jsx: {runtime: "automatic", importSource: "preact"}},
  plugins: [
    // npm makes the file executable when it links it, and every later build would undo that.
    {name: "executable", writeBundle: ({dir = ""}) => chmodSync(join(dir, "ladder.js"), 0o755)},
    {
      // The renderer of PNG files reads fonts from disk.
      name: "fonts",
      writeBundle: ({dir = ""}) => {
        for (const file of readdirSync(fonts).filter((name) => /\.ttf$|^OFL/.test(name))) {
          cpSync(join(fonts, file), join(dir, "fonts", file));
        }
      }
    }
  ],
  // The renderer is a binary of its own for each machine.
  ssr: {noExternal: true, external: ["@resvg/resvg-js"]},
  build: {
    ssr: "src/cli/start.ts",
    outDir: "dist/cli",
    target: "node20",
    rolldownOptions: {output: {entryFileNames: "ladder.js", chunkFileNames: "[name].js", banner: "#!/usr/bin/env node"}}
  }
});
