import {nearest} from "../scenario/nearest.ts";
import type {Cells} from "./guessMapping.ts";
import type {Run} from "./run.ts";
import {readCell} from "./runCell.ts";
import {numberColumns, runColumns, type ColumnMapping, type NumberColumn} from "./runColumns.ts";

/** A condition as people write it: "dataset=rpj", "C>1e21". */
export interface Condition {
  readonly name: string;
  readonly relation: Relation;
  readonly value: string;
}
export type Relation = "=" | "!=" | "<" | "<=" | ">" | ">=";

type Failure = {readonly ok: false; readonly message: string};

/** A condition that knows what it asks of a run, or of a row before it is a run. */
export type BoundCondition =
  | {readonly ok: true; readonly on: "run"; readonly holds: (run: Run) => boolean}
  | {readonly ok: true; readonly on: "cells"; readonly index: number; readonly holds: (cells: Cells) => boolean}
  | Failure;

/** Reads "name relation value", the relation being =, !=, <, <=, > or >=. */
export function readCondition(text: string): {readonly ok: true; readonly condition: Condition} | Failure {
  const parts = /^([^=<>!]+?)\s*(!=|<=|>=|==|=|<|>)\s*(.*)$/.exec(text.trim());
  const [, name, relation, value] = parts ?? [];
  if (name === undefined || relation === undefined || value === undefined || value === "") {
    return {ok: false, message: `"${text}" is no condition; write name=value, for example dataset=rpj or C>1e21`};
  }
  return {ok: true, condition: {name, relation: (relation === "==" ? "=" : relation) as Relation, value}};
}

/**
 * What a condition asks, given the table: its name is a title or a quantity (N, D, C, loss, score, recipe …).
 *
 * A quantity that is a number is compared as one, in its own unit ("N>=1B"); filled-in ones count. Texts are equal
 * whatever their case.
 */
export function bindCondition(
  {name, relation, value}: Condition,
  titles: readonly string[],
  mapping: ColumnMapping
): BoundCondition {
  const lower = name.toLowerCase();
  const exact = titles.indexOf(name);
  const index = exact >= 0 ? exact : titles.findIndex((title) => title !== "" && title.toLowerCase() === lower);
  const quantity = runColumns.find((column) =>
    index >= 0 ? mapping[column]?.index === index : column.toLowerCase() === lower
  );
  const number = numberColumns.find((column) => column === quantity);
  if (number !== undefined) return onNumber(number, name, relation, value);
  const source = index >= 0 ? index : quantity === undefined ? -1 : (mapping[quantity]?.index ?? -1);
  if (source < 0) {
    const named = titles.filter((title) => title !== "");
    const meant = nearest(name, [...named, ...runColumns]);
    return {
      ok: false,
      message: `No column is called ${name}${meant === undefined ? "" : `; did you mean ${meant}?`}; there are ${named.join(", ")}`
    };
  }
  return onText(source, name, relation, value);
}

function onNumber(column: NumberColumn, name: string, relation: Relation, value: string): BoundCondition {
  const read = readCell(value, column);
  if (!read.ok) return {ok: false, message: `${name}${relation}${value}: ${read.message}`};
  const target = read.value;
  return {ok: true, on: "run", holds: (run) => compares(run[column], relation, target)};
}

function onText(index: number, name: string, relation: Relation, value: string): BoundCondition {
  const number = readCell(value, "score");
  if (relation !== "=" && relation !== "!=" && !number.ok) {
    return {ok: false, message: `${name}${relation}${value}: ${relation} compares numbers, and ${value} is none`};
  }
  const wanted = value.toLowerCase();
  return {
    ok: true,
    on: "cells",
    index,
    holds(cells) {
      const cell = cells[index] ?? "";
      if (cell.toLowerCase() === wanted) return relation === "=" || relation === "<=" || relation === ">=";
      const read = number.ok ? readCell(cell, "score") : undefined;
      if (number.ok && read?.ok === true) return compares(read.value, relation, number.value);
      return relation === "!=";
    }
  };
}

/** Numbers within one part in a thousand million are equal, as 7B and 7000000000.0000001 are; NaN compares as nothing. */
function compares(value: number, relation: Relation, target: number): boolean {
  const isEqual = value === target || Math.abs(value - target) <= 1e-9 * Math.abs(target);
  switch (relation) {
    case "=":
      return isEqual;
    case "!=":
      return !isEqual && !Number.isNaN(value);
    case "<":
      return value < target && !isEqual;
    case "<=":
      return value < target || isEqual;
    case ">":
      return value > target && !isEqual;
    case ">=":
      return value > target || isEqual;
  }
}

/** Why no row meets a condition on texts: the nearest value there is, and the others. */
export function noneMeets({name, relation, value}: Condition, index: number, rows: readonly Cells[]): string {
  const values = [...new Set(rows.map((cells) => cells[index] ?? ""))].filter((one) => one !== "");
  const meant = relation === "=" ? nearest(value, values) : undefined;
  const shown = values.length > 8 ? [...values.slice(0, 8), "…"] : values;
  return `No row has ${name} ${relation} ${value}${meant === undefined ? "" : `; did you mean ${meant}?`}; there are ${shown.join(", ")}`;
}
