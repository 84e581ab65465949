import {mostCarried} from "./carried.ts";
import {inflate} from "./inflate.ts";
import {readChunks, writeChunks} from "./pngChunks.ts";
import type {Chunk} from "./pngChunks.ts";

/** Under which a PNG carries its scenario. */
const keyword = "scaling-ladder";

export type FoundText = {readonly ok: true; readonly text: string} | {readonly ok: false; readonly message: string};

const refuse = (message: string): FoundText => ({ok: false, message});

const isOurs = ({type, data}: Chunk): boolean =>
  type === "iTXt" &&
  data[keyword.length] === 0 &&
  Array.from(keyword, (sign) => sign.charCodeAt(0)).every((code, i) => data[i] === code);

/**
 * A PNG that carries a text in an iTXt chunk before its picture, uncompressed; one it carried before is replaced.
 *
 * @throws RangeError where the bytes are no sound PNG
 * @see PNG (third edition), 11.3.3.4: keyword, 0, compressed or not, method, language, 0, translated keyword, 0, text
 */
export function withText(png: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  const read = readChunks(png);
  if (!read.ok) throw new RangeError(`invalid PNG: ${read.message}`);
  const [head, ...rest] = read.chunks.filter((chunk) => !isOurs(chunk));
  const data = new TextEncoder().encode(`${keyword}\0\0\0\0\0${text}`);
  return writeChunks([...(head === undefined ? [] : [head]), {type: "iTXt", data}, ...rest]);
}

/** The bytes of a chunk's text behind its two names, and whether they are compressed; undefined where it is malformed. */
function bodyOf(data: Uint8Array): {readonly isCompressed: boolean; readonly body: Uint8Array} | undefined {
  const at = keyword.length + 1;
  const [flag, method] = [data[at], data[at + 1]];
  const language = data.indexOf(0, at + 2);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  if (translated < 0 || (flag !== 0 && flag !== 1) || method !== 0) return undefined;
  return {isCompressed: flag === 1, body: data.subarray(translated + 1)};
}

/** The text that a PNG carries for us; refused with a sentence where there is none, or too much, or it is damaged. */
export async function textIn(png: Uint8Array): Promise<FoundText> {
  const read = readChunks(png);
  if (!read.ok) return read;
  const [chunk, second] = read.chunks.filter(isOurs);
  if (chunk === undefined) {
    return refuse("it carries no scenario: it is no picture of Scaling Ladder, or a program has taken it out");
  }
  if (second !== undefined) return refuse("it carries two scenarios, and does not say which one it shows");
  const found = bodyOf(chunk.data);
  if (found === undefined) return refuse("what it carries is damaged");
  const large = refuse(`what it carries is larger than ${mostCarried / 1e6} MB`);
  // A program that saved the picture again may have compressed the text.
  const inflated = found.isCompressed ? await inflate(found.body, mostCarried) : {ok: true as const, bytes: found.body};
  if (!inflated.ok) return inflated.why === "large" ? large : refuse("what it carries is damaged");
  if (inflated.bytes.length > mostCarried) return large;
  try {
    return {ok: true, text: new TextDecoder("utf-8", {fatal: true}).decode(inflated.bytes)};
  } catch {
    return refuse("what it carries is damaged: it is not UTF-8");
  }
}
