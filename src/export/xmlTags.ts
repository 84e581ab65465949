/** What stands between two pieces of text of an XML file. */
export type XmlTag =
  | {
      readonly kind: "open";
      readonly name: string;
      readonly attributes: readonly (readonly [string, string])[];
      /** Closed in the same tag. */
      readonly isEmpty: boolean;
      /** Where it begins and ends, characters of the file. */
      readonly from: number;
      readonly to: number;
    }
  | {readonly kind: "close"; readonly name: string; readonly from: number; readonly to: number};

export type XmlTags =
  {readonly ok: true; readonly tags: readonly XmlTag[]} | {readonly ok: false; readonly message: string};

const refuse = (message: string): XmlTags => ({ok: false, message});

/** What is stepped over: its beginning, its end, and what it is called. */
const asides = [
  ["<!--", "-->", "a comment"],
  ["<?", "?>", "an instruction"],
  ["<![CDATA[", "]]>", "a stretch of characters"]
] as const;

const openTag = /<([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_:][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const closeTag = /<\/([A-Za-z_][\w:.-]*)\s*>/y;
const attribute = /([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/** More tags than any figure has are not read. */
const mostTags = 500_000;

/**
 * The tags of an XML text in their order, read as text: nothing is built from it, run or fetched.
 *
 * A document type is refused, since entities could make little text into much, and so is what is not well-formed
 * between `<` and `>`; whether tags match is for the reader to see.
 */
export function xmlTags(text: string): XmlTags {
  const tags: XmlTag[] = [];
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at)) {
    const aside = asides.find(([begins]) => text.startsWith(begins, at));
    if (aside !== undefined) {
      const end = text.indexOf(aside[1], at + aside[0].length);
      if (end < 0) return refuse(`it is cut off: ${aside[2]} has no end`);
      at = end + aside[1].length;
      continue;
    }
    if (text.startsWith("<!", at)) return refuse("it has a document type or entities, which no exported figure has");
    openTag.lastIndex = at;
    closeTag.lastIndex = at;
    const [open, close] = [openTag.exec(text), closeTag.exec(text)];
    const found = open ?? close;
    if (found === null) {
      // No tag holds another: one that nothing follows may have lost its end.
      const isLast = !text.includes("<", at + 1) && !text.includes(">", at);
      return refuse(isLast ? "it is cut off: its end is missing" : "it is damaged: a tag is not well-formed");
    }
    const [, name = "", inside = "", slash] = found;
    const to = at + found[0].length;
    if (close === null) {
      const attributes = [...inside.matchAll(attribute)].map(
        ([, key = "", double, single = ""]) => [key, double ?? single] as const
      );
      tags.push({kind: "open", name, attributes, isEmpty: slash === "/", from: at, to});
    } else tags.push({kind: "close", name, from: at, to});
    if (tags.length > mostTags) return refuse(`it has more than ${mostTags / 1000} thousand tags`);
    at = to;
  }
  return {ok: true, tags};
}
