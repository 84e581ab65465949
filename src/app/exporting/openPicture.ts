import {extract, tooLarge} from "../../export/extract.ts";

export type Opened =
  {readonly ok: true; readonly text: string; readonly remark: string} | {readonly ok: false; readonly message: string};

const sentence = (message: string): string => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;

/** The scenario that a picture carries, as text yet to be read; a picture of a size that is refused is not read. */
export async function pictureScenario(file: Blob): Promise<Opened> {
  const large = tooLarge(file.size);
  if (large !== undefined) return {ok: false, message: sentence(large)};
  const carried = await extract(new Uint8Array(await file.arrayBuffer()));
  if (!carried.ok) return {ok: false, message: sentence(carried.message)};
  const {scenario, view, version} = carried;
  const by = version === "" ? "" : `, Scaling Ladder ${version}`;
  return {
    ok: true,
    text: scenario,
    remark: `It is what the picture was drawn from: the ${view || "figure"} view${by}.`
  };
}
