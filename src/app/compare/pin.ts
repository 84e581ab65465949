import {isFailedPart} from "../failedParts.ts";
import {textOfFile} from "../textOfFile.ts";
import {limits} from "../../scenario/limits.ts";
import type {Store} from "../store.ts";

const isPicture = ({name, type}: File): boolean => /\.(svg|png)$/i.test(name) || /^image\/(svg\+xml|png)$/.test(type);

/** The scenario’s text in a file or an exported picture, or why there is none. */
async function textOf(
  file: File
): Promise<{readonly ok: true; readonly text: string} | {readonly ok: false; readonly message: string}> {
  try {
    if (isPicture(file)) return await (await import("../exporting/openPicture.ts")).pictureScenario(file);
    if (file.size > limits.fileBytes)
      return {
        ok: false,
        message: `It is ${(file.size / 1e6).toFixed(0)} MB; a scenario may be ${limits.fileBytes / 1e6} MB at most.`
      };
    return {ok: true, text: await textOfFile(file)};
  } catch (error) {
    if (isFailedPart(error)) throw error;
    return {ok: false, message: "It could not be read."};
  }
}

/** Takes a scenario from a file as the baseline; what is open, and what was pinned, stays where it cannot be read. */
export async function pinFile(store: Store, file: File): Promise<boolean> {
  const refuse = (lines: readonly string[]) => {
    const title = `${file.name} was not taken as the baseline. What was open is as it was.`;
    store.notice.value = {kind: "problem", title, lines};
    return false;
  };
  const found = await textOf(file);
  if (!found.ok) return refuse([found.message]);
  const {readScenario, problemWithLine} = await import("../../scenario/read.ts");
  const read = await readScenario(found.text);
  if (!read.ok) return refuse(read.problems.map((problem) => problemWithLine(file.name, found.text, problem)));
  store.pinned.value = read.scenario;
  return true;
}

/** Lets a file be chosen as the baseline. */
export function chooseFile(store: Store): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,application/json,.svg,.png";
  input.onchange = () => {
    const [file] = input.files ?? [];
    if (file !== undefined) void pinFile(store, file);
  };
  input.click();
}
