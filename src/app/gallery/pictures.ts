/**
 * The shipped scenarios as small pictures: SVG by file, in the colours of the page’s theme, drawn by the chart that
 * draws them in full. `.config/pageParts.ts` puts them here when the page is built.
 */
export declare const pictures: Readonly<Record<string, string>>;
