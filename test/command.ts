import {rmSync} from "node:fs";
import {join} from "node:path";
import {buildIfStale, root} from "./build.ts";

/**
 * Sees to it that tests which run the command run today’s.
 *
 * A build that fails must not stop the tests that need none; it takes the old
 * command away, so that those which do need it fail.
 */
export default async function setup(): Promise<void> {
  try {
    await buildIfStale("cli");
  } catch (error) {
    rmSync(join(root, "dist/cli"), {recursive: true, force: true});
    console.error(error instanceof Error ? error.message : error);
  }
}
