import {runnerImport} from "vite";
import type {Plugin} from "vite";

/** The module that only declares what this plugin fills in. */
const openingModule = /[/\\]src[/\\]app[/\\]opening\.ts$/;

/** And the one of the gallery’s pictures. */
const picturesModule = /[/\\]src[/\\]app[/\\]gallery[/\\]pictures\.ts$/;

type Prerender = typeof import("../src/app/prerender.tsx");

/** Style sheets are the page's business: drawing the page to text does without them. */
const withoutStyles: Plugin = {
  name: "scaling-ladder:without-styles",
  enforce: "pre",
  resolveId: (id) => (id.endsWith(".css") ? "\0no-style" : undefined),
  load: (id) => (id === "\0no-style" ? "" : undefined)
};

/**
 * What the page can know before any script runs: the default scenario with its intervals, and the page drawn from them.
 *
 * The opening answer, figure and table stand in the HTML, and the first draws need no worker: the same code computes
 * the same bits here as there.
 */
export function pageParts(): Plugin {
  const run = <T>(path: string): Promise<T> =>
    runnerImport<T>(path, {
      plugins: [withoutStyles],
      oxc: {jsx: {runtime: "automatic", importSource: "preact"}}
    }).then(({module}) => module);
  let loaded: Promise<Prerender> | undefined;
  const prerender = () => (loaded ??= run<Prerender>("./src/app/prerender.tsx"));
  return {
    name: "scaling-ladder:page-parts",
    async load(id) {
      if (picturesModule.test(id)) {
        const {pictures} = await run<typeof import("../src/app/gallery/drawPictures.tsx")>(
          "./src/app/gallery/drawPictures.tsx"
        );
        return `export const pictures = ${JSON.stringify(pictures)};`;
      }
      if (!openingModule.test(id)) return undefined;
      const {opening} = await prerender();
      return `export const opening = ${JSON.stringify(opening)};`;
    },
    async transformIndexHtml(html, {server}) {
      const {pageHtml} = await prerender();
      const page = html.replace("<!--page-->", () => pageHtml);
      // While developing, vite writes styles and reloads into the page, which the policy of the built page forbids.
      return server === undefined ? page : page.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, "");
    }
  };
}
