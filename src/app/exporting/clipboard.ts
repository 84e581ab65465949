/**
 * Puts something on the clipboard that is still being made, within the gesture that asked for it.
 *
 * @param make rejects with what is to be said where there is nothing to copy
 * @returns undefined once it is there, or a sentence why it is not
 */
export async function copy(type: "image/png" | "text/plain", make: () => Promise<Blob>): Promise<string | undefined> {
  const what = type === "image/png" ? "the picture" : "the text";
  // A page without a secure address has no clipboard, and some browsers take no pictures.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (typeof clipboard?.write !== "function" || typeof ClipboardItem === "undefined") {
    return `This browser gives the page no clipboard for ${what}.`;
  }
  const content = make();
  try {
    await clipboard.write([new ClipboardItem({[type]: content})]);
    return undefined;
  } catch {
    return content.then(
      () => `The browser did not let ${what} onto the clipboard.`,
      (error: unknown) => (error instanceof Error ? error.message : String(error))
    );
  }
}
