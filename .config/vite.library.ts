import {defineConfig} from "vite";

// The library: modules for node and bundlers; packages it stands on stay outside.
export default defineConfig({
  publicDir: false,
  oxc: {jsx: {runtime: "automatic", importSource: "preact"}},
  build: {
    ssr: "src/library/scalingLadder.ts",
    outDir: "dist/library",
    // The declarations that the compiler writes there stay: see build:types.
    emptyOutDir: false,
    target: "es2023",
    rolldownOptions: {output: {entryFileNames: "scalingLadder.js", chunkFileNames: "[name].js"}}
  }
});
