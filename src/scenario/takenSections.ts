import type {Scenario} from "./schema.ts";
import type {Takes} from "./takesSchema.ts";

/** The sections that setups take their work from, and the thinking that the single agent of as many tokens thinks by. */
export function takenSections({cost}: Scenario): readonly Takes["section"][] {
  const taken = (cost?.setups ?? []).flatMap(({takes}) => takes ?? []);
  const isLonger = taken.some((one) => one.section === "agents" && one.as === "longer");
  return [...taken.map(({section}) => section), ...(isLonger ? (["thinking"] as const) : [])];
}
