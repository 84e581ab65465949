/** What UTF-16 begins with, by the order of its bytes. */
const marks = [
  [0xff, 0xfe, "utf-16le"],
  [0xfe, 0xff, "utf-16be"]
] as const;

/** The text of a file: in UTF-16, as spreadsheets write it, where its byte order mark says so, or else in UTF-8. */
export function textOfBytes(bytes: Uint8Array): string {
  const found = marks.find(([first, second]) => bytes[0] === first && bytes[1] === second);
  return new TextDecoder(found?.[2] ?? "utf-8").decode(bytes);
}
