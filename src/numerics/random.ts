/** A source of uniform numbers in (0, 1): never 0, never 1. */
export type Random = () => number;

/** Rounds of the generator that part two seeds which differ in a single bit. */
const warmUp = 16;

/**
 * A source of independent uniform draws that the seed and the name of the stream determine, to the last bit.
 *
 * Give each uncertain input a stream of its own, so that a change to one leaves the draws of the others as they
 * were. sfc32 has a state of 128 bits and a period of 2^128 / 4 on average; each number takes 52 bits from two
 * steps and lies halfway between two multiples of 2^−52.
 *
 * @param seed a whole number
 * @throws RangeError if the seed is not a safe integer
 * @see Doty-Humphrey 2018, PractRand 0.94, sfc32
 */
export function seededRandom(seed: number, stream = ""): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`invalid seed; not a whole number: ${seed}`);
  const hash = hashWords(`${seed}/${stream}`);
  let a = hash[0]!;
  let b = hash[1]!;
  let c = hash[2]!;
  let counter = hash[3]!;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum;
  };
  for (let i = 0; i < warmUp; ++i) next();
  return () => {
    const high = next() >>> 6;
    const low = next() >>> 6;
    return (high * 67108864 + low + 0.5) / 4503599627370496; // 2^26 and 2^52
  };
}

/** Four 32-bit words that depend on every character: FNV-1a from four offsets, each mixed as MurmurHash3 ends. */
function hashWords(text: string): Int32Array {
  return Int32Array.from([0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35], (offset) => {
    let hash = offset | 0;
    for (let i = 0; i < text.length; ++i) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return hash ^ (hash >>> 16);
  });
}
