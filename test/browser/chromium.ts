import {execFile} from "node:child_process";
import {access, mkdir, mkdtemp, readdir, rename, rm, writeFile} from "node:fs/promises";
import {homedir, tmpdir} from "node:os";
import {delimiter, join} from "node:path";
import {promisify} from "node:util";
import type {LaunchOptions} from "playwright-core";
import {root} from "../build.ts";

export interface Chromium {
  readonly executablePath: string;
  /** Variables it needs besides those of this process. */
  readonly env: Readonly<Record<string, string>>;
  /** What it answers to --version. */
  readonly version: string;
}

interface Place {
  readonly name: string;
  /** Paths to try, in order; those that do not exist are passed over. */
  candidates(): Promise<readonly string[]> | readonly string[];
}

/** The page’s own language (nesting, light-dark) is understood from here on. */
const oldestMajor = 125;

const names = ["chromium", "chromium-browser", "chromium-headless-shell", "google-chrome", "google-chrome-stable"];

const bundled = "@sparticuz/chromium";
const bundledVersion = "143.0.4";

const fixes = [
  "set CHROME_PATH to a Chromium or Chrome of version 125 or later",
  "install one: apt-get install chromium, brew install --cask chromium, winget install Google.Chrome",
  "let Playwright fetch its own: npx playwright-core install chromium-headless-shell"
];

/**
 * A Chromium of this machine, or the one that comes with the development packages.
 *
 * @throws if there is none; the error says what was tried and what helps
 */
export async function findChromium(): Promise<Chromium> {
  const tried: string[] = [];
  for (const {name, candidates} of places) {
    const paths = await candidates();
    let found = false;
    for (const path of paths) {
      if (!(await exists(path))) continue;
      found = true;
      const version = await askVersion(path);
      if (version.ok) return {executablePath: path, env: {}, version: version.text};
      tried.push(`${name}: ${path}: ${version.message}`);
      if (name === "CHROME_PATH") console.warn(`CHROME_PATH passed over: ${version.message}`);
    }
    if (!found) tried.push(`${name}: none found`);
  }
  const unpacked = await unpackBundled();
  if (unpacked.ok) return unpacked.chromium;
  tried.push(`${bundled} ${bundledVersion}: ${unpacked.message}`);
  throw new Error(
    `no Chromium found for the tests of the page; tried\n${list(tried)}\nany one of these helps:\n${list(fixes)}`
  );
}

/** How Playwright starts it: without a window, and with no network but this machine. */
export function launchOptions({executablePath, env}: Chromium): LaunchOptions {
  return {
    executablePath,
    env: {...process.env, ...env},
    args: ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--force-color-profile=srgb"]
  };
}

const places: readonly Place[] = [
  {
    name: "CHROME_PATH",
    candidates: () => [process.env["CHROME_PATH"] ?? ""].filter((path) => path !== "")
  },
  {
    name: `${names.join(", ")} on the PATH`,
    candidates() {
      const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
      return names.flatMap((name) => folders.map((folder) => join(folder, name)));
    }
  },
  {name: "the usual places", candidates: () => usualPlaces[process.platform] ?? []},
  {name: "Playwright’s cache", candidates: playwrightCache}
];

const programFiles = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => process.env[name] ?? []);

const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ["", homedir()].flatMap((home) =>
    ["Google Chrome", "Chromium", "Microsoft Edge"].map(
      (app) => `${home}/Applications/${app}.app/Contents/MacOS/${app}`
    )
  ),
  linux: ["/opt/google/chrome/chrome", "/usr/lib/chromium/chromium", "/snap/bin/chromium"],
  win32: programFiles.flatMap((folder) => [
    join(folder, "Google/Chrome/Application/chrome.exe"),
    join(folder, "Chromium/Application/chrome.exe"),
    join(folder, "Microsoft/Edge/Application/msedge.exe")
  ])
};

/** Chromium and its headless shell as Playwright keeps them, newest first. */
async function playwrightCache(): Promise<string[]> {
  const caches: Partial<Record<NodeJS.Platform, string>> = {
    darwin: join(homedir(), "Library/Caches/ms-playwright"),
    linux: join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "ms-playwright"),
    win32: join(process.env["LOCALAPPDATA"] ?? homedir(), "ms-playwright")
  };
  const cache = process.env["PLAYWRIGHT_BROWSERS_PATH"] ?? caches[process.platform];
  if (cache === undefined) return [];
  const revisions = (await folders(cache))
    .filter((name) => name.startsWith("chromium"))
    .sort((a, b) => revision(b) - revision(a));
  const paths: string[] = [];
  for (const name of revisions) {
    for (const build of await folders(join(cache, name))) {
      for (const executable of playwrightExecutables) paths.push(join(cache, name, build, executable));
    }
  }
  return paths;
}

const playwrightExecutables = [
  "chrome-headless-shell",
  "headless_shell",
  "chrome",
  "chrome-headless-shell.exe",
  "headless_shell.exe",
  "chrome.exe",
  "Chromium.app/Contents/MacOS/Chromium",
  "Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing"
];

function revision(folder: string): number {
  return Number(/-(\d+)$/.exec(folder)?.[1] ?? 0);
}

type Unpacked = {readonly ok: true; readonly chromium: Chromium} | {readonly ok: false; readonly message: string};

/** The Chromium inside @sparticuz/chromium, unpacked once beside the packages, or in a temporary folder. */
async function unpackBundled(): Promise<Unpacked> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    return {ok: false, message: `is for Linux on x64, not ${process.platform} on ${process.arch}`};
  }
  const shelf = await writableFolder();
  const home = join(shelf, `chromium-${bundledVersion}`);
  const before = await tryUnpacked(home);
  if (before.ok) return before;
  const staging = await mkdtemp(join(shelf, "chromium-"));
  try {
    // In a process of its own, because importing the package changes the
    // environment and it unpacks into the temporary folder of its process.
    // The variable makes it bring the libraries that a bare machine lacks.
    await promisify(execFile)(
      process.execPath,
      ["--input-type=module", "--eval", `(await import("${bundled}")).default.executablePath()`],
      {cwd: root, env: {...process.env, TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x"}, timeout: 120_000}
    );
    await writeFile(join(staging, "fonts.conf"), fontConfiguration(home));
    await rm(home, {recursive: true, force: true});
    await rename(staging, home);
  } catch (error) {
    await rm(staging, {recursive: true, force: true});
    // Another process may have been quicker.
    const after = await tryUnpacked(home);
    return after.ok ? after : {ok: false, message: reason(error)};
  }
  return tryUnpacked(home);
}

async function tryUnpacked(home: string): Promise<Unpacked> {
  const executablePath = join(home, "chromium");
  if (!(await exists(join(home, "fonts.conf")))) return {ok: false, message: `no file ${executablePath}`};
  const libraries = [join(home, "al2023/lib"), process.env["LD_LIBRARY_PATH"] ?? ""].filter((path) => path !== "");
  const env = {LD_LIBRARY_PATH: libraries.join(":"), FONTCONFIG_FILE: join(home, "fonts.conf")};
  const version = await askVersion(executablePath, env);
  if (!version.ok) return version;
  return {ok: true, chromium: {executablePath, env, version: version.text}};
}

async function writableFolder(): Promise<string> {
  const shelf = join(root, "node_modules/.cache");
  try {
    await mkdir(shelf, {recursive: true});
    await rm(await mkdtemp(join(shelf, "probe-")), {recursive: true});
    return shelf;
  } catch {
    const own = join(tmpdir(), `scaling-ladder-${process.getuid?.() ?? 0}`);
    await mkdir(own, {recursive: true, mode: 0o700});
    return own;
  }
}

/** The package’s own font file names folders of the service it was made for. */
function fontConfiguration(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(home, "fonts-cache")}</cachedir>
</fontconfig>
`;
}

type Version = {readonly ok: true; readonly text: string} | {readonly ok: false; readonly message: string};

async function askVersion(path: string, env: Readonly<Record<string, string>> = {}): Promise<Version> {
  // On Windows Chrome answers the question by opening a window.
  if (process.platform === "win32") return {ok: true, text: path};
  try {
    const {stdout} = await promisify(execFile)(path, ["--version"], {
      env: {...process.env, ...env},
      timeout: 15_000,
      killSignal: "SIGKILL"
    });
    const [text = ""] = stdout.trim().split("\n");
    const major = Number(/(\d+)\.\d+\.\d+/.exec(text)?.[1]);
    if (major >= oldestMajor) return {ok: true, text};
    return {ok: false, message: `too old or no Chromium: ${text || "no answer to --version"}`};
  } catch (error) {
    return {ok: false, message: reason(error)};
  }
}

/** What went wrong, on one line: the program’s own words if it left any. */
function reason(error: unknown): string {
  const {stderr = "", message = String(error), killed} = error as {stderr?: string; message?: string; killed?: boolean};
  if (killed) return "no answer to --version in time";
  const lines = (stderr.trim() || message).split("\n");
  return lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? message;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  );
}

async function folders(path: string): Promise<string[]> {
  return readdir(path).catch(() => []);
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `  - ${line}`).join("\n");
}
