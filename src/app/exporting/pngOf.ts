import font from "../../assets/fonts/inter.woff2?inline";

/** The drawing with the page's font in it: a picture that is drawn by itself sees none of the page's. */
const withFont = (svg: string): string =>
  svg.replace("</desc>", `</desc><style>@font-face{font-family:Inter;font-weight:400 700;src:url("${font}")}</style>`);

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * An exported SVG drawn by the browser, as the bytes of a PNG; undefined where the browser cannot hold it.
 *
 * @param scale pixels a CSS pixel
 */
export async function pngOf(
  svg: string,
  {width, height}: Size,
  scale: number
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const address = URL.createObjectURL(new Blob([withFont(svg)], {type: "image/svg+xml"}));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    return blob === null ? undefined : new Uint8Array(await blob.arrayBuffer());
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}
