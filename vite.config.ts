import {defineConfig} from "vite";
import {pageParts} from "./.config/pageParts.ts";

// The page: static, from any sub-path of any host, nothing loaded from elsewhere.
export default defineConfig({
  base: "./",
  publicDir: false,
  oxc: {jsx: {runtime: "automatic", importSource: "preact"}},
  plugins: [pageParts()],
  worker: {format: "es"},
  build: {
    outDir: "dist/page",
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    // What the first screen needs is one file: cut into what views share, it is two kilobytes more and twenty requests.
    rolldownOptions: {output: {codeSplitting: {groups: [{name: "start", tags: ["$initial"]}]}}}
  },
  preview: {port: 4173, open: false}
});
