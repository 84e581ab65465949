import {availableParallelism} from "node:os";
import {fileURLToPath} from "node:url";
import {defineConfig} from "vitest/config";

// The worker processes inherit these, so that no test sees the machine’s own
// clock zone or language.
Object.assign(process.env, {TZ: "UTC", LANG: "en_US.UTF-8", LC_ALL: "en_US.UTF-8"});

const root = fileURLToPath(new URL("..", import.meta.url));
const oxc = {jsx: {runtime: "automatic", importSource: "preact"}} as const;

export default defineConfig({
  root,
  test: {
    reporters: ["default", ["json", {outputFile: "dist/test-results.json"}]],
    projects: [
      {
        root,
        oxc,
        test: {
          name: "node",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/browser/**"],
          environment: "node",
          globalSetup: "test/command.ts",
          // Tests that run the command start processes, which a busy machine keeps waiting.
          testTimeout: 30_000,
          sequence: {groupOrder: 0},
          // Left to itself the runner keeps one of two cores free.
          maxWorkers: Math.max(2, availableParallelism() - 1)
        }
      },
      {
        root,
        oxc,
        test: {
          name: "page",
          include: ["test/browser/**/*.test.ts"],
          environment: "node",
          globalSetup: ["test/command.ts", "test/browser/setup.ts"],
          // Real time passes in a browser: its tests wait for the node project
          // and then run two files at a time.
          sequence: {groupOrder: 1},
          maxWorkers: 2,
          // What a busy machine does not show at once.
          expect: {poll: {timeout: 6000}},
          isolate: false,
          retry: 0,
          testTimeout: 30_000,
          hookTimeout: 60_000
        }
      }
    ]
  }
});
