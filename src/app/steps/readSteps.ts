import {share} from "../../chart/share.ts";
import {readScenario} from "../../scenario/read.ts";
import type {Json} from "../../scenario/patch.ts";
import type {Scenario} from "../../scenario/schema.ts";
import type {History} from "../history.ts";
import type {Sheet} from "../store.ts";
import {unpacked} from "./packedSteps.ts";
import type {PackedSteps} from "./packedSteps.ts";

/** Lets the page breathe between documents. */
const breath = () => new Promise((resume) => setTimeout(resume));

/** Documents read as files are, upgraded where they are older; what is the same in two of them is one object. */
async function readAll(
  documents: readonly Json[],
  like: Scenario | undefined
): Promise<readonly Scenario[] | undefined> {
  const found: Scenario[] = [];
  for (const [i, document] of documents.entries()) {
    const before = found.at(-1);
    if (before !== undefined && document === documents[i - 1]) {
      found.push(before);
      continue;
    }
    const read = await readScenario(JSON.stringify(document));
    if (!read.ok) return undefined;
    found.push(share(before ?? like, read.scenario));
    await breath();
  }
  return found;
}

/**
 * The history that was packed; undefined where any of its documents cannot be read.
 *
 * @param likely documents of the page, each of which takes the place of one that says the same; the others, likely
 *   variants of the first, share its parts
 */
export async function readSteps(packed: PackedSteps, likely: readonly Scenario[]): Promise<History<Sheet> | undefined> {
  const found = unpacked(packed);
  if (found === undefined) return undefined;
  const originals: Scenario[] = [];
  for (const document of found.originals) {
    const [original] = (await readAll([document], undefined)) ?? [];
    if (original === undefined) return undefined;
    originals.push(likely.find((like) => share(like, original) === like) ?? share(likely[0], original));
  }
  const scenarios = await readAll(found.documents, originals[packed.original]);
  const sheets = scenarios?.flatMap((scenario, i): Sheet[] => {
    const original = originals[found.of[i] ?? -1];
    // A document as it was opened is that very object, so that nothing counts as edited.
    return original === undefined ? [] : [{scenario: share(original, scenario), original}];
  });
  const present = sheets?.[packed.at];
  if (sheets === undefined || present === undefined || sheets.length !== found.documents.length) return undefined;
  const step = (sheet: Sheet, i: number) => ({document: sheet, label: packed.steps[i]?.label ?? ""});
  return {
    past: sheets.slice(0, packed.at).map(step),
    present,
    future: sheets.slice(packed.at + 1).map((sheet, i) => step(sheet, packed.at + i))
  };
}
