import type {Text} from "../chart/figure.ts";
import type {Evidence} from "../scenario/schema.ts";
import {dateText, numberIn, valueWords} from "./evidenceWords.ts";
import type {Piece} from "./whatIsWrong.ts";
import {join, plain} from "./wording.ts";

/** Multipliers in prose have two digits; every other number has those of its source. */
function read(value: number, unit: string): Text {
  return numberIn(unit.startsWith("times ") ? Number(value.toPrecision(2)) : value, unit);
}

const rounded = (value: number | undefined, unit: string): number | undefined =>
  value !== undefined && unit.startsWith("times ") ? Number(value.toPrecision(2)) : value;

/** What of a figure stands in a sentence; a bound it does not have is "no number". */
export function citedText(entry: Evidence, field: Extract<Piece, {readonly id: string}>["field"]): Text {
  const {subject, date, unit, value, low, high} = entry;
  switch (field) {
    case "subject":
      return plain(subject);
    case "date":
      return plain(dateText(date));
    case "low":
    case "high": {
      const end = field === "low" ? low : high;
      return end === undefined ? plain("no number") : read(end, unit);
    }
    case "value":
    case "all": {
      const ends = {low: rounded(low, unit), high: rounded(high, unit)};
      const words = valueWords({
        ...entry,
        value: value === null ? null : (rounded(value, unit) ?? null),
        ...(ends.low === undefined ? {} : {low: ends.low}),
        ...(ends.high === undefined ? {} : {high: ends.high})
      });
      return field === "value" || words.unit === "" ? words.value : join(words.value, ` ${words.unit}`);
    }
  }
}
