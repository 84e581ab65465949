import {limits} from "../scenario/limits.ts";
import {readCarried} from "./carried.ts";
import type {Carried} from "./carried.ts";
import {isPng} from "./pngChunks.ts";
import {textIn} from "./pngText.ts";
import {metadataIn} from "./svgMetadata.ts";

/** A picture larger than this is not read, bytes. */
export const mostPictureBytes = 50_000_000;

/** Why a picture of some size is not read; undefined where it is. */
export function tooLarge(bytes: number): string | undefined {
  if (bytes <= mostPictureBytes) return undefined;
  return `it has ${(bytes / 1e6).toFixed(0)} MB; a picture may have ${mostPictureBytes / 1e6} MB at most`;
}

/**
 * The scenario that an exported SVG or PNG carries, as the text of a scenario file that is yet to be read.
 *
 * Never throws on any bytes: what is refused says why, in a sentence that goes on behind the name of the file.
 */
export async function extract(bytes: Uint8Array): Promise<Carried> {
  const large = tooLarge(bytes.length);
  if (large !== undefined) return {ok: false, message: large};
  const found = isPng(bytes) ? await textIn(bytes) : svgIn(bytes);
  return found.ok ? readCarried(found.text) : found;
}

/** Whether a text is, by its looks, the file of a scenario. */
function isScenario(text: string): boolean {
  if (text.length > limits.fileBytes) return false;
  try {
    const document: unknown = JSON.parse(text);
    return document !== null && typeof document === "object" && "version" in document && "recipes" in document;
  } catch {
    return false;
  }
}

function svgIn(bytes: Uint8Array): ReturnType<typeof metadataIn> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    return {ok: false, message: "it is neither an SVG nor a PNG"};
  }
  if (/^\uFEFF?\s*<\S/.test(text)) return metadataIn(text);
  return {
    ok: false,
    message: isScenario(text)
      ? "it is a scenario already, and no picture that carries one"
      : "it is neither an SVG nor a PNG"
  };
}
