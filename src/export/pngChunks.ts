import {crc32} from "./crc32.ts";

/** A piece of a PNG file. */
export interface Chunk {
  /** Four letters: IHDR, IDAT, iTXt … */
  readonly type: string;
  readonly data: Uint8Array;
}

export type PngChunks =
  {readonly ok: true; readonly chunks: readonly Chunk[]} | {readonly ok: false; readonly message: string};

const signature = [137, 80, 78, 71, 13, 10, 26, 10];

/** Length, type and check of a chunk, bytes. */
const overhead = 12;

const refuse = (message: string): PngChunks => ({ok: false, message});

export const isPng = (bytes: Uint8Array): boolean => signature.every((byte, i) => bytes[i] === byte);

/**
 * The chunks of a PNG file, in their order; its picture is not decoded.
 *
 * Refused: what is cut off, what lacks its head or its end, and a chunk whose check does not fit.
 */
export function readChunks(bytes: Uint8Array): PngChunks {
  if (!isPng(bytes)) return refuse("it is no PNG");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let at = signature.length;
  while (chunks.at(-1)?.type !== "IEND") {
    if (at + overhead > bytes.length) return refuse("it is cut off: its end is missing");
    const length = view.getUint32(at);
    const end = at + overhead + length;
    if (end > bytes.length) return refuse("it is cut off: a part is longer than what is left");
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!/^[A-Za-z]{4}$/.test(type)) return refuse("it is damaged: a part has no name");
    if (chunks.length === 0 && type !== "IHDR") return refuse("it is damaged: its head is missing");
    if (view.getUint32(end - 4) !== crc32(bytes.subarray(at + 4, end - 4))) {
      return refuse(`it is damaged: the check of its part ${type} does not fit`);
    }
    chunks.push({type, data: bytes.subarray(at + 8, end - 4)});
    at = end;
  }
  return {ok: true, chunks};
}

/** Chunks as the bytes of a PNG file. */
export function writeChunks(chunks: readonly Chunk[]): Uint8Array<ArrayBuffer> {
  const size = chunks.reduce((sum, {data}) => sum + overhead + data.length, signature.length);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes.set(signature);
  let at = signature.length;
  for (const {type, data} of chunks) {
    const end = at + overhead + data.length;
    view.setUint32(at, data.length);
    for (let i = 0; i < 4; ++i) bytes[at + 4 + i] = type.charCodeAt(i);
    bytes.set(data, at + 8);
    view.setUint32(end - 4, crc32(bytes.subarray(at + 4, end - 4)));
    at = end;
  }
  return bytes;
}
