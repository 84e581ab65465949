import {execFile} from "node:child_process";
import {readdirSync, statSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {join} from "node:path";
import {promisify} from "node:util";

export const root = fileURLToPath(new URL("..", import.meta.url));

export type Part = "page" | "cli" | "library";

const parts: Record<Part, {readonly output: string; readonly config: string}> = {
  page: {output: "dist/page/index.html", config: "vite.config.ts"},
  cli: {output: "dist/cli/ladder.js", config: ".config/vite.cli.ts"},
  library: {output: "dist/library/scalingLadder.js", config: ".config/vite.library.ts"}
};

const sources = ["src", "scenarios", "public", "index.html", "vite.config.ts", ".config", "package.json"];

/** Builds the page or the command, unless what is built is newer than all it is built from. */
export async function buildIfStale(part: Part): Promise<void> {
  const {output, config} = parts[part];
  const built = modified(join(root, output));
  if (built > 0 && sources.every((source) => newest(join(root, source)) <= built)) return;
  const command = ["node_modules/vite/bin/vite.js", "build", "--config", config, "--logLevel", "warn"];
  // A test run sets NODE_ENV to “test”, which would be built into the page.
  const env = {...process.env, NODE_ENV: "production", NO_COLOR: "1"};
  try {
    await promisify(execFile)(process.execPath, command, {cwd: root, env});
  } catch (error) {
    const {stderr = String(error)} = error as {stderr?: string};
    throw new Error(`vite build --config ${config} failed\n${stderr.replace(/^ {4}at .*\n/gm, "")}`);
  }
}

/** When a file was last written, or the newest file in a folder, ms since 1970; 0 if there is none. */
function newest(path: string): number {
  const stats = statSync(path, {throwIfNoEntry: false});
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function modified(path: string): number {
  return statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0;
}
