import type {InputKind} from "../../scenario/inputs.ts";
import type {Quantity} from "../../scenario/quantity.ts";
import {isOutside} from "../../scenario/quantity.ts";
import {intervalText, numberText} from "./fieldText.ts";
import {beyond} from "./sliderScale.ts";

function outsideWords({quantity: kind}: InputKind, quantity: Quantity): string | undefined {
  if (!isOutside(quantity)) return undefined;
  return `Outside its interval, ${intervalText(quantity, kind)}, which is widened to hold it`;
}

function beyondWords(kind: InputKind, {value}: Quantity): string | undefined {
  const side = beyond(kind, value);
  if (side === undefined) return undefined;
  const end = numberText(kind.range[side === "below" ? 0 : 1], kind.quantity);
  return side === "below" ? `Below the slider, which begins at ${end}` : `Beyond the slider, which ends at ${end}`;
}

/** What is odd about a value and still allowed: it is said, never put right. */
export function rowRemark(kind: InputKind, quantity: Quantity): string | undefined {
  const said = [outsideWords(kind, quantity), beyondWords(kind, quantity)].filter((words) => words !== undefined);
  return said.length === 0 ? undefined : said.join(". ");
}
