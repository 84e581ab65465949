/** What comes of compressed text: the text, or why there is none. */
export type Inflated =
  {readonly ok: true; readonly text: string} | {readonly ok: false; readonly reason: "garbled" | "too large"};

/** A text as deflate and base64url: letters, digits, - and _ alone. */
export async function deflateText(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  // In pieces: a call takes only so many arguments.
  const piece = 0x2000;
  const characters = Array.from({length: Math.ceil(bytes.length / piece)}, (_, i) =>
    String.fromCharCode(...bytes.subarray(i * piece, (i + 1) * piece))
  );
  return btoa(characters.join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * The text that `deflateText` was given.
 *
 * It is counted while it inflates, and given up as soon as it is larger than `limit` bytes: a few letters can stand for
 * gigabytes, which are then never held.
 */
export async function inflateText(letters: string, limit: number): Promise<Inflated> {
  const garbled: Inflated = {ok: false, reason: "garbled"};
  if (!/^[\w-]*$/.test(letters) || letters.length % 4 === 1) return garbled;
  const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
    letter.charCodeAt(0)
  );
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder("utf-8", {fatal: true, ignoreBOM: true});
  const pieces: string[] = [];
  let size = 0;
  try {
    for (;;) {
      const {done, value} = await reader.read();
      if (done) break;
      size += value.length;
      if (size > limit) {
        await reader.cancel();
        return {ok: false, reason: "too large"};
      }
      pieces.push(decoder.decode(value, {stream: true}));
    }
    pieces.push(decoder.decode());
  } catch {
    // Neither the stream nor the decoder says more than that these bytes are none of theirs.
    return garbled;
  }
  return {ok: true, text: pieces.join("")};
}
