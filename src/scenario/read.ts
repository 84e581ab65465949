import type {Misfit} from "./misfit.ts";
import {checkDocument, parseDocument} from "./checkDocument.ts";
import {excerptAt, excerptLines} from "./excerpt.ts";
import {limits} from "./limits.ts";
import {duplicateKeys, firstSyntaxError, formatPath, placesIn} from "./places.ts";
import type {Path} from "./places.ts";
import type {Evidence, Scenario} from "./schema.ts";
import {unknownKeys, without} from "./unknownKeys.ts";
import {currentVersion, upgrade} from "./upgrade.ts";

/** Something to say about a file, with its place; lines and columns count from 1. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  /** `models[2].compute`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
  readonly hint?: string;
}

export type ReadScenario =
  | {
      readonly ok: true;
      /** Without the evidence that the ledger has in the same words. */
      readonly scenario: Scenario;
      /** All evidence that the file carries: with it, the file travels alone. */
      readonly carried: readonly Evidence[];
      readonly warnings: readonly Problem[];
      readonly upgradedFrom?: number;
      /** What each step of the upgrade did, and whether results change by it. */
      readonly upgrades?: readonly string[];
      /** The version of a file that a newer program wrote; what this one does not know is left out, and said. */
      readonly newer?: number;
    }
  | {readonly ok: false; readonly problems: readonly Problem[]};

/** `12:7 models[2].compute must be greater than 0, got -3 (hint)`, behind the name of the file. */
export function formatProblem(file: string, {line, column, path, message, hint}: Problem): string {
  return `${file}:${line}:${column} ${path === "" ? "" : `${path} `}${message}${hint === undefined ? "" : ` (${hint})`}`;
}

/** A problem as `formatProblem` says it, with the line it stands on and a caret on two more lines, where there is one. */
export function problemWithLine(file: string, text: string, problem: Problem): string {
  const excerpt = excerptAt(text, problem);
  return [formatProblem(file, problem), ...(excerpt === undefined ? [] : excerptLines(excerpt))].join("\n");
}

/** How many problems are worth reading at once. */
const mostProblems = 50;

/** @param at where the document stands in the text; left out: it is the text */
function placed(text: string, misfits: readonly Misfit[], at: Path = []): readonly Problem[] {
  // Places are found by reading the text anew, which takes as long as all checks of it.
  if (misfits.length === 0) return [];
  const placeOf = placesIn(text);
  const problems = misfits.slice(0, mostProblems).map(({path, message, hint}) => ({
    ...(placeOf([...at, ...path]) ?? {line: 1, column: 1}),
    path: formatPath([...at, ...path]),
    message,
    ...(hint === undefined ? {} : {hint})
  }));
  return problems.sort((one, other) => one.line - other.line || one.column - other.column);
}

const refuse = (problem: Problem): ReadScenario => ({ok: false, problems: [problem]});
const whole = (message: string, hint?: string): Problem => ({
  line: 1,
  column: 1,
  path: "",
  message,
  ...(hint === undefined ? {} : {hint})
});

/** UTF-16 read as UTF-8: its mark as two strange signs, every letter of JSON with a zero byte beside it. */
const isWideText = /^(?:\uFFFD{2}|[\s{[]\0|\0[\s{[])/;

function parseJson(text: string): {readonly ok: true; readonly document: unknown} | {readonly ok: false} {
  try {
    return {ok: true, document: JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text)};
  } catch {
    return {ok: false};
  }
}

/** The text that a document stands in, and where. */
interface Source {
  readonly text: string;
  readonly at: Path;
}

/**
 * A document of a newer version as far as this program knows it.
 *
 * Keys it does not know are left out, each with a warning; where the rest is no scenario of today, the document is
 * refused. Nothing is written anywhere: the file stays as it is.
 */
async function readNewer(document: unknown, {text, at}: Source, message: string, newer: number): Promise<ReadScenario> {
  let known: unknown = {...(document as object), version: currentVersion};
  const ignored: Misfit[] = [];
  for (;;) {
    const unknown = unknownKeys((await parseDocument(known)).error?.issues ?? []);
    if (unknown.length === 0) break;
    ignored.push(...unknown.map((path) => ({path, message: `is not known to version ${currentVersion}: left out`})));
    known = unknown.reduce(without, known);
  }
  const version: Misfit = {path: ["version"], message: message.replace(/^version /, "")};
  const checked = await checkDocument(known);
  if (!checked.ok) return {ok: false, problems: [...placed(text, [version], at), ...placed(text, checked.errors, at)]};
  const hint = `read as version ${currentVersion}; keep the file itself and save under another name`;
  const warnings = [...placed(text, [{...version, hint}], at), ...placed(text, [...ignored, ...checked.warnings], at)];
  return {ok: true, scenario: checked.scenario, carried: checked.carried, warnings, newer};
}

/** Reads a document that is JSON already; the source gives the places. */
async function readDocument(document: unknown, source: Source): Promise<ReadScenario> {
  const {text, at} = source;
  const upgraded = upgrade(document);
  if (!upgraded.ok) {
    if (upgraded.newer !== undefined) return readNewer(document, source, upgraded.message, upgraded.newer);
    const [problem] = placed(text, [{path: ["version"], message: upgraded.message}], at);
    return refuse({...whole(upgraded.message), ...problem, path: ""});
  }
  const checked = await checkDocument(upgraded.document);
  if (!checked.ok) return {ok: false, problems: placed(text, checked.errors, at)};
  const warnings = placed(text, checked.warnings, at);
  const {from, said} = upgraded;
  return {
    ok: true,
    scenario: checked.scenario,
    carried: checked.carried,
    warnings,
    ...(said.length === 0 ? {} : {upgradedFrom: from, upgrades: said})
  };
}

/** Whether a document is what `figureJson` writes: every number of a view. */
const isNumbers = (document: unknown): document is {readonly scenario?: unknown} =>
  document !== null &&
  typeof document === "object" &&
  "tool" in document &&
  document.tool === "Scaling Ladder" &&
  !("recipes" in document);

/** The scenario that a file of numbers carries, with a word that it is one; those of older programs carry none. */
async function readNumbers(numbers: {readonly scenario?: unknown}, text: string): Promise<ReadScenario> {
  if (numbers.scenario === undefined) {
    const hint = "open the file of the scenario, or a picture of it: an exported SVG or PNG carries it";
    return refuse(whole("holds the numbers of a view, and no scenario", hint));
  }
  const read = await readDocument(numbers.scenario, {text, at: ["scenario"]});
  const remark = whole("holds the numbers of a view: what is read is the scenario that they are of");
  return read.ok ? {...read, warnings: [remark, ...read.warnings]} : read;
}

/**
 * A scenario from the text of a file, or every problem with its place.
 *
 * Never throws on any text; nothing in it is evaluated.
 */
export async function readScenario(text: string): Promise<ReadScenario> {
  if (text.length > limits.fileBytes) {
    const size = (text.length / 1e6).toFixed(0);
    return refuse(whole(`is ${size} MB; a scenario may be ${limits.fileBytes / 1e6} MB at most`));
  }
  const parsed = parseJson(text);
  if (!parsed.ok) {
    if (isWideText.test(text)) return refuse(whole("is in UTF-16 and must be in UTF-8", "save it as UTF-8"));
    const error = firstSyntaxError(text);
    return refuse(error === undefined ? whole("is not JSON") : {...error, path: ""});
  }
  const twice = duplicateKeys(text);
  if (twice.length > 0) {
    return {
      ok: false,
      problems: twice.slice(0, mostProblems).map(({path, line, column, key}) => ({
        line,
        column,
        path: formatPath(path),
        message: `key ${JSON.stringify(key)} stands twice; the first would be lost`
      }))
    };
  }
  const {document} = parsed;
  return isNumbers(document) ? readNumbers(document, text) : readDocument(document, {text, at: []});
}
