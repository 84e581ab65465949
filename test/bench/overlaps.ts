import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {root} from "../build.ts";
import {ladder} from "./command.ts";

/** The figures of every scenario, by what is asked of the command for each. */
const figures = ["--view ladder", "--view thresholds"].flatMap((view) =>
  ["--width 1200 --height 760", "--width 1280 --height 720", "--width 720 --height 560"].map(
    (size) => `${view} ${size}`
  )
);

/** Texts of each figure that share room with another, or leave the figure, with the font really set. */
export async function findOverlaps(browser: Browser) {
  const page = await browser.newPage();
  try {
    await page.setContent(
      `<style>@font-face { font-family: Inter; src: url(${interUrl()}); font-weight: 100 900; }</style>`
    );
    await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())));
    const found = [];
    for (const file of readdirSync(join(root, "scenarios"))) {
      if (!file.endsWith(".json") || file.endsWith(".schema.json")) continue;
      for (const figure of figures) {
        const svg = ladder(["render", `scenarios/${file}`, ...figure.split(" ")]);
        found.push({figure: `${file} ${figure}`, overlaps: await page.evaluate(overlapsOf, svg)});
      }
    }
    return found;
  } finally {
    await page.close();
  }
}

/** The font of the page, as an address that needs no server. */
function interUrl(): string {
  const folder = join(root, "dist/page/assets");
  const font = readdirSync(folder).find((name) => name.endsWith(".woff2"));
  if (font === undefined) throw new Error("the page has no font");
  return `data:font/woff2;base64,${readFileSync(join(folder, font)).toString("base64")}`;
}

/** Runs in the page: the texts of an SVG that share more than a sliver, or leave it. */
function overlapsOf(text: string): string[] {
  const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement as unknown as SVGSVGElement;
  document.body.replaceChildren(document.importNode(svg, true));
  const shown = document.querySelector("svg")!;
  const edge = shown.getBoundingClientRect();
  const items = [...shown.querySelectorAll("text")].map((element) => {
    const {left, right, top, bottom} = element.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(element).fontSize);
    // The box of a line is taller than its letters, by about a quarter above.
    const upright = bottom - top < 2 * size;
    return {
      name: element.textContent.trim(),
      left,
      right,
      top: upright ? top + 0.24 * size : top,
      bottom: upright ? bottom - 0.05 * size : bottom
    };
  });
  const found: string[] = [];
  for (const [i, a] of items.entries()) {
    if (a.name === "") continue;
    if (
      a.left < edge.left - 0.5 ||
      a.right > edge.right + 0.5 ||
      a.top < edge.top - 0.5 ||
      a.bottom > edge.bottom + 0.5
    ) {
      found.push(`“${a.name}” leaves the figure`);
    }
    for (const b of items.slice(i + 1)) {
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      // A text that stands twice in one place is its own halo.
      if (a.name === b.name && Math.abs(a.left - b.left) < 0.01 && Math.abs(a.top - b.top) < 0.01) continue;
      if (width > 0.5 && height > 0.5)
        found.push(`“${a.name}” and “${b.name}”: ${width.toFixed(1)} × ${height.toFixed(1)} px`);
    }
  }
  return found;
}
