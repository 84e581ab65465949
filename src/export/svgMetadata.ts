import type {FoundText} from "./pngText.ts";
import {xmlTags} from "./xmlTags.ts";
import type {XmlTag} from "./xmlTags.ts";

/** The namespace of what an SVG carries, and the name of the element. */
const namespace = "urn:scaling-ladder:figure";
const element = "carried";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const signs: Readonly<Record<string, string>> = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'"};

/** Text with the five entities of XML and characters by number written out; undefined where there is another. */
function unescaped(text: string): string | undefined {
  const strange: string[] = [];
  const plain = text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));|&/g, (...found: unknown[]) => {
    const [, decimal, hex, name] = found as readonly (string | undefined)[];
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? parseInt(hex, 16) : NaN;
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    const sign = name !== undefined && Object.hasOwn(signs, name) ? signs[name] : undefined;
    if (sign === undefined) strange.push(String(found[0]));
    return sign ?? "";
  });
  return strange.length === 0 ? plain : undefined;
}

/**
 * An SVG that carries a text in a `<metadata>` of its own, behind its description.
 *
 * @param svg drawn by the chart: its first `<desc>` is the picture’s
 * @throws RangeError where it has none
 */
export function withMetadata(svg: string, text: string): string {
  const after = "</desc>";
  const at = svg.indexOf(after);
  if (at < 0) throw new RangeError("invalid SVG: it has no desc");
  const place = at + after.length;
  const metadata = `<metadata><ladder:${element} xmlns:ladder="${namespace}">${escaped(text)}</ladder:${element}></metadata>`;
  return svg.slice(0, place) + metadata + svg.slice(place);
}

const refuse = (message: string): FoundText => ({ok: false, message});

/** Whether a tag is ours: its prefix, or the absence of one, stands for our namespace where it is. */
function isOurs(tag: Extract<XmlTag, {kind: "open"}>, scopes: readonly ReadonlyMap<string, string>[]): boolean {
  const [local = "", prefix = ""] = tag.name.split(":").reverse();
  if (local !== element) return false;
  const scope = scopes.findLast((names) => names.has(prefix));
  return scope?.get(prefix) === namespace;
}

const declared = ({attributes}: Extract<XmlTag, {kind: "open"}>): ReadonlyMap<string, string> =>
  new Map(
    attributes.flatMap(([key, value]) =>
      key === "xmlns" ? [["", value] as const] : key.startsWith("xmlns:") ? [[key.slice(6), value] as const] : []
    )
  );

/**
 * The text that an SVG carries for us, read as text: nothing of it is inserted anywhere.
 *
 * Refused with a sentence: what is no SVG, a script, a document type, tags that do not match, nothing carried, and two.
 */
export function metadataIn(svg: string): FoundText {
  const read = xmlTags(svg);
  if (!read.ok) return read;
  const open: string[] = [];
  const scopes: ReadonlyMap<string, string>[] = [];
  const found: {readonly from: number; to: number}[] = [];
  for (const [i, tag] of read.tags.entries()) {
    if (tag.kind === "close") {
      if (open.pop() !== tag.name) return refuse(`it is damaged: the tag ${tag.name} does not match`);
      scopes.pop();
      continue;
    }
    const local = tag.name.split(":").at(-1)?.toLowerCase();
    if (open.length === 0 && (i > 0 || local !== "svg")) return refuse("it is no SVG");
    if (local === "script") return refuse("it holds a script, which no exported figure does");
    scopes.push(declared(tag));
    if (isOurs(tag, scopes)) {
      const next = read.tags[i + 1];
      if (tag.isEmpty || next?.kind !== "close") return refuse("what it carries is damaged");
      found.push({from: tag.to, to: next.from});
    }
    if (tag.isEmpty) scopes.pop();
    else open.push(tag.name);
  }
  if (read.tags.length === 0) return refuse("it is no SVG");
  if (open.length > 0) return refuse("it is cut off: its end is missing");
  const [place, second] = found;
  if (place === undefined) {
    return refuse("it carries no scenario: it is no figure of Scaling Ladder, or a program has taken it out");
  }
  if (second !== undefined) return refuse("it carries two scenarios, and does not say which one it shows");
  const text = unescaped(svg.slice(place.from, place.to));
  return text === undefined ? refuse("what it carries is damaged: it uses an unknown entity") : {ok: true, text};
}
