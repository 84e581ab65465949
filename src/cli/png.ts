import {existsSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {characters} from "../chart/fontMetrics.ts";
import {withText} from "../export/pngText.ts";
import {CommandError} from "./io.ts";

/** The weights that exported figures use, each a file: the renderer knows no variable fonts. */
const weights = [400, 500, 600, 700] as const;

/** What the bundled fonts have beside the characters that the page's has. */
const greek = Array.from({length: 0x3ca - 0x391}, (_, i) => String.fromCodePoint(0x391 + i));

/** Where the fonts are: beside the built command, or in the sources. */
function fontFiles(): readonly string[] {
  const here = dirname(fileURLToPath(import.meta.url));
  const folder = [join(here, "fonts"), join(here, "../assets/fonts")].find((path) =>
    existsSync(join(path, `inter-${weights[0]}.ttf`))
  );
  if (folder === undefined) throw new CommandError("the fonts of the command are missing: build it again", 1);
  return weights.map((weight) => join(folder, `inter-${weight}.ttf`));
}

/** The renderer is a binary and needed for nothing else: it is loaded when a PNG is asked for. */
async function loadRenderer() {
  try {
    return await import("@resvg/resvg-js");
  } catch {
    throw new CommandError(
      "PNG needs @resvg/resvg-js, which is not installed for this machine; -o FILE.svg does without",
      1
    );
  }
}

/** Characters of a figure that the bundled fonts lack: names in other scripts. */
export function missingCharacters(svg: string): readonly string[] {
  const known = new Set(["\n", ...Array.from(characters), ...greek]);
  return [...new Set(svg.replace(/^<\?[^>]*>|<(title|desc)\b.*?<\/\1>|<[^>]*>|&#?\w+;/gs, ""))].filter(
    (character) => !known.has(character)
  );
}

/**
 * An exported SVG as the bytes of a PNG that carries the same text; the same bytes on every run.
 *
 * @param scale pixels of the picture a CSS pixel
 * @param text what the picture carries
 */
export async function svgToPng(svg: string, scale: number, text: string): Promise<Uint8Array> {
  const {Resvg} = await loadRenderer();
  const missing = missingCharacters(svg);
  if (missing.length > 0) {
    console.error(
      `Inter has no ${missing.slice(0, 10).join(" ")}: set in a font of this machine, or left out where it has none`
    );
  }
  const renderer = new Resvg(svg, {
    fitTo: {mode: "zoom", value: scale},
    font: {
      loadSystemFonts: missing.length > 0,
      fontFiles: [...fontFiles()],
      defaultFontFamily: "Inter",
      sansSerifFamily: "Inter"
    }
  });
  return withText(renderer.render().asPng(), text);
}
