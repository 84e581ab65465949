import {expect, test} from "vitest";
import {writeInput} from "../../src/scenario/address.ts";
import {inputAt} from "../../src/scenario/inputList.ts";
import {leadingKeys, penaltyFor, penaltyInFocus} from "../../src/simulation/penaltyFor.ts";
import {thinking} from "../../src/simulation/thinking.ts";
import {shippedScenario} from "./shipped.ts";

const shipped = await shippedScenario("thought-compression.json");
const section = shipped.thinking;
if (section === undefined) throw new Error("no thinking");

test.each(["lambda", "kimi", "l1-exact", "l1-max"])(
  "the number found for %s makes it pick the tokens asked for",
  (id) => {
    const penalty = section.penalties?.find((item) => item.id === id);
    if (penalty === undefined) throw new Error(id);
    const address = `thinking.penalties.${id}.${leadingKeys[penalty.kind]}`;
    const range = inputAt(shipped, address)?.kind.range ?? [NaN, NaN];
    const value = penaltyFor(section, penalty, 9500, range);
    const picked = thinking(writeInput(shipped, address, {value, written: value}))?.penalties.find(
      (row) => row.id === id
    );
    expect(Math.abs(Math.log((picked?.tokens ?? NaN) / 9500))).toBeLessThan(1e-3);
  }
);

test("tokens that no number within the range picks give the nearer end of it", () => {
  const penalty = section.penalties?.[0];
  if (penalty === undefined) throw new Error("no penalty");
  expect(penaltyFor(section, penalty, 1e6, [1e-7, 1e-3])).toBe(1e-7);
  expect(penaltyFor(section, penalty, 1, [1e-7, 1e-3])).toBe(1e-3);
});

test("the penalty in focus is the first, the one that is named, or none", () => {
  expect(penaltyInFocus(section)?.id).toBe("lambda");
  expect(penaltyInFocus({...section, focus: "kimi"})?.id).toBe("kimi");
  expect(penaltyInFocus({...section, focus: "none"})).toBeUndefined();
});
