import {writeChunks} from "../../src/export/pngChunks.ts";
import type {Chunk} from "../../src/export/pngChunks.ts";

const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

/** A sound PNG of one grey pixel, with further chunks before its picture. */
export const onePixel = (...more: readonly Chunk[]): Uint8Array<ArrayBuffer> =>
  writeChunks([
    {type: "IHDR", data: Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0)},
    ...more,
    {type: "IDAT", data: Uint8Array.of(0x78, 0x9c, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81)},
    {type: "IEND", data: new Uint8Array()}
  ]);

/** An iTXt chunk of ours, as any program may write it. */
export const textChunk = (body: Uint8Array, isCompressed: boolean, head = "scaling-ladder"): Chunk => ({
  type: "iTXt",
  data: new Uint8Array(Buffer.concat([latin(`${head}\0${isCompressed ? "\u0001" : "\0"}\0en\0Skala\0`), body]))
});

/** The smallest SVG that the chart could have drawn. */
export const smallSvg = `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>A &lt; B</title><desc id="d">A figure</desc><g/></svg>
`;
