import font from "../../assets/fonts/inter.woff2?inline";

/**
 * The drawing as large as its pixels and with the page's font in it.
 *
 * A picture that is drawn by itself sees none of the page's fonts, and one that is enlarged has its letters set on the
 * pixels of the small one.
 */
const prepared = (svg: string, {width, height}: Size, scale: number): string =>
  svg
    .replace(` width="${width}" height="${height}"`, ` width="${width * scale}" height="${height * scale}"`)
    .replace(
      "</desc>",
      `</desc><style>@font-face{font-family:Inter;font-weight:400 700;src:url("${font}")}text{text-rendering:geometricPrecision}</style>`
    );

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * An exported SVG drawn by the browser, as the bytes of a PNG; undefined where the browser cannot hold it.
 *
 * @param scale pixels a CSS pixel
 */
export async function pngOf(svg: string, size: Size, scale: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const address = URL.createObjectURL(new Blob([prepared(svg, size, scale)], {type: "image/svg+xml"}));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = size.width * scale;
    canvas.height = size.height * scale;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    return blob === null ? undefined : new Uint8Array(await blob.arrayBuffer());
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}
