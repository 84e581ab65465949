/**
 * Inflates zlib bytes, and stops as soon as they come to more than `most`: what inflates enormously is never held.
 *
 * @returns the bytes, or why there are none
 */
export async function inflate(
  bytes: Uint8Array,
  most: number
): Promise<{readonly ok: true; readonly bytes: Uint8Array} | {readonly ok: false; readonly why: "large" | "damaged"}> {
  const reader = new Blob([bytes.slice()])
    .stream()
    .pipeThrough(new DecompressionStream("deflate"))
    .getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const {done, value} = await reader.read();
      if (done) break;
      length += value.length;
      if (length > most) {
        await reader.cancel().catch(() => undefined);
        return {ok: false, why: "large"};
      }
      parts.push(value);
    }
  } catch {
    return {ok: false, why: "damaged"};
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return {ok: true, bytes: whole};
}
