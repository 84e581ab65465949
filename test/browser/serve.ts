import {createServer} from "node:http";
import {readdirSync, readFileSync} from "node:fs";
import {extname, join, relative, sep} from "node:path";
import type {AddressInfo} from "node:net";

export interface PageServer {
  /** Address of the page, ending in a slash. */
  readonly url: string;
  close(): Promise<void>;
}

const mediaTypes: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2"
};

/**
 * Serves a folder as a plain static host does, below a path of some depth.
 *
 * Everything outside that path is a 404, so that a page which asks for
 * “/assets/…” is found out. The files are read once: a build that runs in the
 * meantime does not change what the tests see.
 */
export async function servePage(folder: string, path = "/some/sub/path/"): Promise<PageServer> {
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(path + relative(folder, file).split(sep).join("/"), readFileSync(file));
  }
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? "/", "http://localhost");
    const name = decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    const body = files.get(name);
    if (body === undefined) {
      response.writeHead(404, {"content-type": "text/plain"}).end(`not found: ${name}`);
      return;
    }
    response.writeHead(200, {
      "content-type": mediaTypes[extname(name)] ?? "application/octet-stream",
      "content-length": body.length,
      "cache-control": "no-store"
    });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}
