import {existsSync, readdirSync, readFileSync} from "node:fs";
import {createRequire, isBuiltin} from "node:module";
import {basename, dirname, extname, join, posix} from "node:path";
import ts from "typescript";
import {root} from "./build.ts";

/** Sources by their path from the root of the repository, such as “src/laws/loss.ts”. */
export type Sources = Readonly<Record<string, string>>;

const rooms = [
  "numerics",
  "laws",
  "fitting",
  "scenario",
  "simulation",
  "figures",
  "chart",
  "export",
  "library",
  "app",
  "cli"
] as const;

type Room = (typeof rooms)[number];

/** What each room may import besides itself: rooms, or single files of a room. */
const arrows: Record<Room, readonly string[]> = {
  numerics: [],
  laws: ["numerics"],
  fitting: ["scenario", "laws", "numerics"],
  scenario: ["laws", "numerics"],
  simulation: ["scenario", "fitting", "laws", "numerics"],
  figures: ["simulation", "scenario", "fitting", "laws", "numerics", "chart/figure.ts"],
  chart: ["assets"],
  export: ["chart", "figures", "simulation", "scenario"],
  library: ["export", "figures", "simulation", "scenario", "fitting", "laws"],
  app: [...rooms.filter((room) => room !== "cli" && room !== "library"), "assets"],
  cli: [...rooms.filter((room) => room !== "app" && room !== "library"), "assets"]
};

/** The rooms at the edge, which know a machine: its clock, its language, its files, its screen. */
const edge: readonly Room[] = ["app", "cli"];

/** Data outside src that the rooms at the edge may import. */
const data = [/^scenarios\//, /^package\.json$/];

/** Packages that not every room may import; node’s own are for the command alone. */
const packages: readonly {readonly name: RegExp; readonly rooms: readonly Room[]}[] = [
  {name: /^preact\/hooks$/, rooms: ["app"]},
  {name: /^preact(\/|$)/, rooms: ["chart", "export", "app", "cli"]},
  {name: /^preact-render-to-string(\/|$)/, rooms: ["export", "app", "cli"]},
  {name: /^@preact\/signals/, rooms: ["app"]},
  {name: /^d3-(selection|zoom|drag|brush|transition|timer|fetch)$/, rooms: ["app"]},
  {name: /^d3$/, rooms: []},
  {name: /^d3-random$/, rooms: []},
  {name: /^@resvg\//, rooms: ["cli"]}
];

/** The rooms whose numbers must be the same bits in every engine. */
const exactRooms: readonly Room[] = ["numerics", "laws", "fitting", "scenario", "simulation"];

/** Where pow itself is made: ** is left there for zeros, infinities and NaN, on which every engine agrees. */
const powItself = "src/numerics/exp.ts";

/** What IEEE 754 and the language fix to the last bit; the rest of Math differs between engines. */
const exactMath = [
  ...["abs", "ceil", "clz32", "floor", "fround", "imul", "max", "min", "round", "sign", "sqrt", "trunc"],
  ...["E", "LN10", "LN2", "LOG10E", "LOG2E", "PI", "SQRT1_2", "SQRT2"]
];

/** Names that lib.dom declares but node has as well, and that no screen or clock is behind. */
const everywhere = [
  ...["AbortController", "AbortSignal", "Blob", "CompressionStream", "DecompressionStream", "ReadableStream"],
  ...["ReadableStreamDefaultReader", "Response", "TextDecoder", "TextEncoder", "TransformStream", "URL"],
  ...["URLSearchParams", "WritableStream", "atob", "btoa", "queueMicrotask", "structuredClone"]
];

const nodeNames = ["Buffer", "NodeJS", "__dirname", "__filename", "global", "process", "require", "setImmediate"];

const vagueNames = /^(utils?|helpers?|types?|index|misc|common|shared)$/i;

/** The sources of the house, as they are on disk. */
export function readSources(): Sources {
  const paths = readdirSync(join(root, "src"), {recursive: true, encoding: "utf8"})
    .map((path) => `src/${path.replaceAll("\\", "/")}`)
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

/** Every breach of the order of the house, one line each: file and line, what was found, and the rule. */
export function breaches(sources: Sources): string[] {
  const program = bind(sources);
  return Object.keys(sources).flatMap((path) => {
    const file = program.getSourceFile(path);
    return file === undefined ? [] : breachesOf(path, file, program.getTypeChecker());
  });
}

function breachesOf(path: string, file: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const found: string[] = [];
  const say = (node: ts.Node, text: string) => {
    found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1} ${text}`);
  };

  const vague = path.split("/").find((part) => vagueNames.test(part.replace(/\..*$/, "")));
  if (vague !== undefined) say(file, `is called ${vague}: a file is named for what it holds`);

  const room = rooms.find((name) => path.startsWith(`src/${name}/`));
  if (room === undefined) {
    say(file, `has no room: files of src live in ${rooms.join(", ")}`);
    return found;
  }
  if (path.endsWith("x")) {
    const why = packageBreach(room, "preact");
    if (why !== undefined) say(file, `is written in JSX: ${why}`);
  }

  const visit = (node: ts.Node): void => {
    const imported = importOf(node);
    if (imported !== undefined) {
      if (!ts.isStringLiteralLike(imported)) {
        say(node, `imports ${imported.getText(file)}: a module is named in so many words`);
      } else {
        const why = importBreach(room, path, imported.text);
        if (why !== undefined) say(node, `imports "${imported.text}": ${why}`);
      }
    }
    if (isDefaultExport(node) && !file.isDeclarationFile) say(node, "exports a default: exports have names");
    if (ts.isIdentifier(node)) {
      const why = globalBreach(room, node);
      if (why !== undefined && isFree(node, checker)) say(node, `uses ${node.text}: ${why}`);
    }
    if (!edge.includes(room) && ts.isPropertyAccessExpression(node) && isLocal(node.name.text)) {
      say(node, `uses ${node.name.text}: what is drawn does not depend on a machine’s language`);
    }
    if (exactRooms.includes(room) && path !== powItself && isPower(node)) {
      say(node, `uses **: ${room} computes the same bits in every engine, with pow of numerics`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The name of the module that a node imports in any way, if it does. */
function importOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return node.arguments[0] ?? node;
  }
  // The way a worker is named: new URL("./worker.ts", import.meta.url).
  const [first, second] = ts.isNewExpression(node) ? (node.arguments ?? []) : [];
  if (first !== undefined && second?.getText() === "import.meta.url") return first;
  return undefined;
}

function importBreach(room: Room, from: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return packageBreach(room, specifier);
  const bare = specifier.replace(/\?.*$/, "");
  if (extname(bare) === "") return "a file is imported with its extension";
  const target = posix.join(posix.dirname(from), bare);
  if (data.some((pattern) => pattern.test(target))) {
    return edge.includes(room) ? undefined : `${room} is handed its documents; only ${edge.join(" and ")} import them`;
  }
  const within = /^src\/(.+)$/.exec(target)?.[1];
  if (within === undefined) return "it is outside src";
  const targetRoom = within.split("/")[0];
  if (targetRoom === room) return undefined;
  const allowed = arrows[room];
  if (allowed.some((name) => name === targetRoom || name === within)) return undefined;
  return `${room} may import ${allowed.join(", ") || "nothing of ours"}`;
}

function packageBreach(room: Room, specifier: string): string | undefined {
  if (isBuiltin(specifier)) return room === "cli" ? undefined : "only cli knows node";
  const rule = packages.find(({name}) => name.test(specifier));
  if (rule === undefined || rule.rooms.includes(room)) return undefined;
  return rule.rooms.length === 0 ? "no room imports it" : `only ${rule.rooms.join(", ")} may import it`;
}

function globalBreach(room: Room, node: ts.Identifier): string | undefined {
  const name = node.text;
  if (nodeNames.includes(name)) return room === "cli" ? undefined : "only cli knows node";
  if (name === "Math") return mathBreach(room, node);
  if (edge.includes(room)) {
    // What both have, such as fetch or setTimeout, is no screen.
    if (room === "app" || name in globalThis || !browserNames().has(name)) return undefined;
    return "only app knows a browser";
  }
  if (name === "Date" || name === "performance") return "a clock is passed in, never reached for";
  if (name === "crypto") return "randomness is passed in, never reached for";
  if (name === "Intl") return "what is drawn does not depend on a machine’s language";
  if (name === "globalThis" || browserNames().has(name)) return "only app knows a browser";
  return undefined;
}

function mathBreach(room: Room, node: ts.Identifier): string | undefined {
  const parent = node.parent;
  const member = ts.isPropertyAccessExpression(parent) && parent.expression === node ? parent.name.text : undefined;
  if (member === "random" && !edge.includes(room)) return "randomness is passed in, never reached for (Math.random)";
  if (!exactRooms.includes(room) || (member !== undefined && exactMath.includes(member))) return undefined;
  return `${room} computes the same bits in every engine, with the functions of numerics (Math.${member ?? "?"})`;
}

function isLocal(name: string): boolean {
  return name === "localeCompare" || name.startsWith("toLocale");
}

/** Whether a node raises to a power; 2 to a whole number, as in 2 ** 52, is a constant and exact. */
function isPower(node: ts.Node): boolean {
  if (!ts.isBinaryExpression(node)) return false;
  const {left, operatorToken, right} = node;
  if (operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken) return true;
  if (operatorToken.kind !== ts.SyntaxKind.AsteriskAsteriskToken) return false;
  const exponent = ts.isPrefixUnaryExpression(right) ? right.operand : right;
  return !(left.getText() === "2" && /^\d+$/.test(exponent.getText()));
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === "default";
  return (
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({kind}) => kind === ts.SyntaxKind.DefaultKeyword)
  );
}

/** Whether a name refers to something, as no label, property or name of a declaration does, that no source declares. */
function isFree(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  const {parent} = node;
  const {name, propertyName, qualifier} = parent as {name?: ts.Node; propertyName?: ts.Node; qualifier?: ts.Node};
  if (name === node && !ts.isShorthandPropertyAssignment(parent)) return false;
  if (propertyName === node || qualifier === node || ts.isExportSpecifier(parent)) return false;
  if (ts.isQualifiedName(parent) && parent.right === node) return false;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false;
  if (ts.isJsxOpeningLikeElement(parent) || ts.isJsxClosingElement(parent)) return /^[A-Z]/.test(node.text);
  const {Value, Type, Namespace, Alias} = ts.SymbolFlags;
  const meaning: ts.SymbolFlags = Value | Type | Namespace | Alias;
  return !checker
    .getSymbolsInScope(node, meaning)
    .some(({name, declarations = []}) => name === node.text && declarations.length > 0);
}

/** A program of these sources alone, without libraries: what no source declares then has no symbol. */
function bind(sources: Sources): ts.Program {
  const options: ts.CompilerOptions = {
    noLib: true,
    noResolve: true,
    types: [],
    jsx: ts.JsxEmit.Preserve,
    module: ts.ModuleKind.ESNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    target: ts.ScriptTarget.ESNext
  };
  const host: ts.CompilerHost = {
    getSourceFile(path) {
      const source = sources[path];
      return source === undefined ? undefined : ts.createSourceFile(path, source, ts.ScriptTarget.ESNext, true);
    },
    fileExists: (path) => path in sources,
    readFile: (path) => sources[path],
    getDefaultLibFileName: () => "lib.d.ts",
    getCanonicalFileName: (path) => path,
    getCurrentDirectory: () => "",
    getNewLine: () => "\n",
    useCaseSensitiveFileNames: () => true,
    writeFile: () => undefined
  };
  return ts.createProgram(Object.keys(sources), options, host);
}

let browserNamesOnce: ReadonlySet<string> | undefined;

/** The names that TypeScript’s library for browsers declares and its library for the language does not. */
function browserNames(): ReadonlySet<string> {
  browserNamesOnce ??= (() => {
    const folder = dirname(createRequire(import.meta.url).resolve("typescript"));
    const language = new Set(everywhere);
    for (const name of readdirSync(folder)) {
      if (/^lib\.(es|decorators)/.test(name))
        for (const declared of declarations(join(folder, name))) language.add(declared);
    }
    return new Set(declarations(join(folder, "lib.dom.d.ts")).filter((name) => !language.has(name)));
  })();
  return browserNamesOnce;
}

function declarations(path: string): string[] {
  const source = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (source === "") throw new Error(`no library ${basename(path)} beside TypeScript`);
  const pattern = /^(?:declare )?(?:var|let|const|function|interface|type|class|namespace) (\w+)/gm;
  return Array.from(source.matchAll(pattern), ([, name = ""]) => name);
}
