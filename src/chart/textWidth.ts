import {bold, characters, regular, shares, unitsPerEm} from "./fontMetrics.ts";

export type Weight = keyof typeof shares;

const regularWidths = unpack(regular);
const boldWidths = unpack(bold);
const places = new Map(Array.from(characters, (character, i) => [character, i]));

function unpack(digits: string): readonly number[] {
  return Array.from({length: digits.length / 2}, (_, i) => parseInt(digits.slice(2 * i, 2 * i + 2), 36));
}

/** Marks that stand on the letter before them, joiners, and signs that steer direction or the form of an emoji. */
const noWidth = /^[\p{Mn}\p{Me}\p{Cf}\u{1F3FB}-\u{1F3FF}]$/u;

/** Em widths for what Inter does not have, on the wide side: a label that is measured too long never collides. */
function foreignWidth(character: string): number {
  if (noWidth.test(character)) return 0;
  if (/^\p{Extended_Pictographic}|^\p{Regional_Indicator}/u.test(character)) return 1.3;
  if (
    /^[\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{20000}-\u{3ffff}]/u.test(
      character
    )
  )
    return 1;
  return 0.85;
}

function characterWidth(character: string, weight: Weight): number {
  const place = places.get(character);
  if (place === undefined) return foreignWidth(character);
  const light = regularWidths[place] ?? 0;
  return (light + shares[weight] * ((boldWidths[place] ?? 0) - light)) / unitsPerEm;
}

interface Measure {
  /** Width at one px a em. */
  readonly em: number;
  /** Characters that tracking spreads. */
  readonly count: number;
}

/** What was measured before: a label is measured many times over while something is dragged. */
const measures = new Map<string, Measure>();
const mostMeasures = 4000;

function measure(text: string, weight: Weight): Measure {
  const name = `${weight}${text}`;
  const known = measures.get(name);
  if (known) return known;
  let em = 0;
  let count = 0;
  for (const character of text) {
    const width = characterWidth(character, weight);
    em += width;
    if (width > 0) count += 1;
  }
  if (measures.size >= mostMeasures) measures.clear();
  const result = {em, count};
  measures.set(name, result);
  return result;
}

/** Width of a line in px, from the bundled table of advance widths: the same in every browser and without one. */
export function textWidth(text: string, size: number, weight: Weight, tracking = 0): number {
  const {em, count} = measure(text, weight);
  return em * size + count * tracking;
}
