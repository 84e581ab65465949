import {gzipSync} from "node:zlib";
import type {Page, Response} from "playwright-core";
import {noHand} from "../browser/noHand.ts";

export interface FirstLoad {
  /** Bytes by kind of file, most first. */
  readonly kinds: readonly (readonly [string, number])[];
  readonly requests: number;
  readonly total: number;
  readonly fonts: number;
  /** Requests that brought nothing that could be weighed. */
  readonly other: readonly string[];
}

/** What the page asks for until it rests, as a host that compresses text would send it. */
export async function weighFirstLoad(page: Page, url: string): Promise<FirstLoad> {
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  await noHand(page);
  await page.goto(url, {waitUntil: "networkidle"});
  const bytes = new Map<string, number>();
  const other: string[] = [];
  for (const response of responses) {
    const address = response.url();
    if (!address.startsWith(url)) continue;
    const body = await response.body().catch(() => undefined);
    if (body === undefined || !response.ok()) {
      other.push(`${address.slice(url.length)} (${response.status()})`);
      continue;
    }
    const kind = kindOf(response.headers()["content-type"] ?? "", response.request().resourceType());
    const size = kind === "font" || kind === "picture" ? body.length : gzipSync(body).length;
    bytes.set(kind, (bytes.get(kind) ?? 0) + size);
  }
  const kinds = [...bytes].sort(([, a], [, b]) => b - a);
  return {
    kinds,
    requests: responses.length,
    total: kinds.reduce((sum, [, size]) => sum + size, 0),
    fonts: bytes.get("font") ?? 0,
    other
  };
}

function kindOf(mediaType: string, resourceType: string): string {
  if (resourceType === "font" || mediaType.startsWith("font/")) return "font";
  if (mediaType.startsWith("image/svg")) return "svg";
  if (mediaType.startsWith("image/")) return "picture";
  return /(html|css|javascript|json)/.exec(mediaType)?.[1] ?? mediaType;
}
