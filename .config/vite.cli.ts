import {defineConfig} from "vite";

// The command: one file for node, with everything it needs inside, so that it starts quickly.
export default defineConfig({
  publicDir: false,
  oxc: {jsx: {runtime: "automatic", importSource: "preact"}},
  ssr: {noExternal: true},
  build: {
    ssr: "src/cli/ladder.ts",
    outDir: "dist/cli",
    target: "node20",
    rollupOptions: {output: {entryFileNames: "ladder.js", chunkFileNames: "[name].js", banner: "#!/usr/bin/env node"}}
  }
});
