import {spawnSync} from "node:child_process";
import {cpSync, existsSync, mkdirSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, expect, test} from "vitest";
import {buildIfStale, root} from "../build.ts";

// The tarball, unpacked where an installation would put it; what it stands on is found in the node_modules above.
const place = join(root, "dist/packed");
const own = join(place, "node_modules/scaling-ladder");
const run = (command: string, ...args: readonly string[]) =>
  spawnSync(command, args, {cwd: place, encoding: "utf8", env: {...process.env, npm_config_loglevel: "error"}});

beforeAll(async () => {
  await buildIfStale("library");
  rmSync(place, {recursive: true, force: true});
  mkdirSync(own, {recursive: true});
  // Without a package of its own the folder would count as a part of the one that is tested.
  writeFileSync(join(place, "package.json"), '{"type": "module"}');
  const packed = run("npm", "pack", root, "--ignore-scripts", "--offline", "--json");
  const [{filename}] = JSON.parse(packed.stdout) as [{readonly filename: string}];
  expect(run("tar", "-xzf", filename, "--strip-components=1", "-C", own).stderr).toBe("");
  cpSync(join(own, "examples"), join(place, "examples"), {recursive: true});
  cpSync(join(own, "scenarios"), join(place, "scenarios"), {recursive: true});
}, 120_000);

test("the package holds command, library, scenarios and examples, and no sources", () => {
  for (const path of [
    "dist/library/scalingLadder.js",
    "dist/cli/ladder.js",
    "examples/fit.js",
    "LICENSE",
    "README.md"
  ]) {
    expect(existsSync(join(own, path)), path).toBe(true);
  }
  expect(existsSync(join(own, "src"))).toBe(false);
});

test("the example claim.js gives the gains of the scenario from the installed package", () => {
  const {stdout, stderr} = run(process.execPath, "examples/claim.js");
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^against gpt-5-4: 1\.68x \(90 %: [\d.]+ to [\d.]+\)$/m);
});

test("the example figure.js writes the bytes of the command", () => {
  const {stdout} = run(process.execPath, "examples/figure.js");
  expect(stdout).toMatch(/^<\?xml[^]*viewBox="0 0 800 500"[^]*<\/svg>\n$/);
});

test("the example fit.js foretells a loss", () => {
  const {stdout, stderr} = run(process.execPath, "examples/fit.js");
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^chinchilla, converged: true\nloss foretold at 1e24 FLOP: \d\.\d{4} nats per token\n$/);
});

// The declarations take the compiler ten seconds: where they are not built, this test says so by being skipped.
test.skipIf(!existsSync(join(root, "dist/library/types")))(
  "a program in TypeScript finds the types (npm run build:library)",
  () => {
    const program = `import {fitLaw, hoffmann2022, optimalAllocation, parseScenario, renderSvg, simulate} from "scaling-ladder";
import type {Fit, ReadRuns, Scenario} from "scaling-ladder";
const read = await parseScenario("{}");
if (read.ok) {
  const scenario: Scenario = read.scenario;
  const gains: readonly number[] | undefined = simulate(scenario, {draws: 200}).central.ladder?.comparisons.map((c) => c.log10Gain);
  const svg: string | undefined = await renderSvg(scenario, {theme: "dark"});
  console.log(gains, svg);
}
const fit: Fit | undefined = ((result) => (result.ok ? result.fit : undefined))(fitLaw([]));
const N: number = optimalAllocation(hoffmann2022, 1e24).N;
// @ts-expect-error there is no such theme
if (read.ok) await renderSvg(read.scenario, {theme: "blue"});
console.log(fit, N, null as unknown as ReadRuns);
`;
    writeFileSync(join(place, "program.ts"), program);
    const {stdout} = run(
      process.execPath,
      join(root, "node_modules/typescript/bin/tsc"),
      ...["--ignoreConfig", "--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "nodenext"],
      ...["program.ts"]
    );
    expect(stdout).toBe("");
  }
);
