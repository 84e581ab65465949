import {defineConfig} from "vite";
import {pageParts} from "./.config/pageParts.ts";

// The page: static, from any sub-path of any host, nothing loaded from elsewhere.
export default defineConfig({
  base: "./",
  publicDir: false,
  oxc: {jsx: {runtime: "automatic", importSource: "preact"}},
  plugins: [pageParts()],
  worker: {format: "es"},
  build: {outDir: "dist/page", target: "es2023", assetsInlineLimit: 0, modulePreload: {polyfill: false}},
  preview: {port: 4173, open: false}
});
