import {deflateText, inflateText} from "./deflate.ts";
import {fingerprint} from "./fingerprint.ts";
import {limits} from "./limits.ts";
import {loadLinkBases} from "./linkBases.ts";
import {applyPatch, diff} from "./patch.ts";
import type {Json} from "./patch.ts";
import type {Scenario} from "./schema.ts";
import {formatJson, toInput} from "./write.ts";

/** The version of links that this program writes; of the link, not of the document in it, which has its own. */
export const linkVersion = 1;

/** What chats and mail programs carry whole, characters; beyond, a file is the better letter. */
export const chatLength = 8000;

/** Of a fragment that is worth looking at, characters; a document of 5 MB is never longer, compressed. */
const longestLink = 4_000_000;

/** Deeper than any scenario; beyond, a text is made to break its reader. */
const deepest = 64;

export type DecodedLink = {readonly ok: true; readonly text: string} | {readonly ok: false; readonly message: string};

const refuse = (message: string): DecodedLink => ({ok: false, message});

/** A copy is named by what it was made of and by its fingerprint, so that a name never means another document. */
export const linkBaseName = (file: string, document: Json): string =>
  `${file}.${fingerprint(JSON.stringify(document))}`;

/**
 * The fragment of a link that holds a scenario, without its #: `v1.BODY.CHECK`.
 *
 * BODY is the document's difference from the shipped scenario that it is nearest to, or the whole document where that
 * is shorter, deflated, in base64url; CHECK is the fingerprint of what stands before it. The scenario is inside and in
 * the fragment, which browsers send to no server. The same scenario read back is written to the same bytes.
 */
export async function encodeLink(scenario: Scenario): Promise<string> {
  const document = toInput(scenario) as Json;
  let body = JSON.stringify([document]);
  for (const [name, base] of Object.entries(await loadLinkBases())) {
    const patched = JSON.stringify([name, diff(base, document) ?? {}]);
    if (patched.length < body.length) body = patched;
  }
  const start = `v${linkVersion}.${await deflateText(body)}`;
  return `${start}.${fingerprint(start)}`;
}

/** Whether brackets are nested deeper than in any scenario. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/g)) {
    if (sign === "[" || sign === "{") ++depth;
    else if (sign === "]" || sign === "}") --depth;
    if (depth > deepest) return true;
  }
  return false;
}

function parseBody(text: string): Json | undefined {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

const isWhole = (body: Json | undefined): body is readonly [Json] => Array.isArray(body) && body.length === 1;
const isPatched = (body: Json | undefined): body is readonly [string, Json] =>
  Array.isArray(body) && body.length === 2 && typeof body[0] === "string";

/** The document in the body of a link. */
async function documentOf(body: Json | undefined): Promise<{readonly document: Json} | DecodedLink> {
  const noScenario = refuse("holds no scenario");
  if (isWhole(body)) return {document: body[0]};
  if (!isPatched(body)) return noScenario;
  const [name, patch] = body;
  const bases = await loadLinkBases();
  const base = Object.hasOwn(bases, name) ? bases[name] : undefined;
  if (base === undefined) {
    const known = /^[\w.-]{1,60}$/.test(name) ? `“${name}”` : "a scenario";
    return refuse(`builds on ${known}, which this program does not know: open it with a newer Scaling Ladder`);
  }
  const document = applyPatch(base, patch);
  return document === undefined ? noScenario : {document};
}

/**
 * The text of the scenario file that a link holds, for `readScenario`; or what is wrong with the link.
 *
 * Takes a whole address, its fragment, or a sentence’s end with either; never throws on any text.
 */
export async function decodeLink(link: string): Promise<DecodedLink> {
  if (link.length > longestLink) {
    const length = (link.length / 1e6).toFixed(0);
    return refuse(`has ${length} million characters; a link of a scenario has ${longestLink / 1e6} million at most`);
  }
  // Chats add the full stop or bracket of the sentence that a link stands in.
  const fragment = link.slice(link.lastIndexOf("#") + 1).replace(/[^\w-]+$/, "");
  const [, version, body, check] = /^\s*v(\d{1,6})(?:\.([\w-]*))?(?:\.([\w-]*))?$/.exec(fragment) ?? [];
  if (version === undefined) return refuse('is no link of a scenario: the part behind # must start with "v1."');
  if (Number(version) > linkVersion) {
    return refuse(
      `is of version ${version}, newer than this program reads (${linkVersion}): open it with a newer Scaling Ladder`
    );
  }
  if (Number(version) < 1) return refuse(`must be of version 1, got ${version}`);
  if (body === undefined || check === undefined || check.length < fingerprint("").length) {
    return refuse("is cut off: its end is missing. Copy the whole link, or ask for the file");
  }
  if (check !== fingerprint(`v${version}.${body}`)) {
    return refuse("was changed on its way: its last seven characters do not fit the rest. Copy it once more");
  }
  const inflated = await inflateText(body, limits.fileBytes);
  if (!inflated.ok && inflated.reason === "too large") {
    return refuse(`holds more than ${limits.fileBytes / 1e6} MB, more than a scenario may have`);
  }
  const made = await documentOf(inflated.ok ? parseBody(inflated.text) : undefined);
  return "document" in made ? {ok: true, text: `${formatJson(made.document)}\n`} : made;
}
