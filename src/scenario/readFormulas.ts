import {compileExpression} from "../laws/expression.ts";
import {checkFormulaCurve} from "../laws/formulaCurve.ts";
import {pow10} from "../numerics/exp.ts";
import type {FormulaReader} from "./formula.ts";
import type {Misfit} from "./misfit.ts";
import type {CurveSpec, Scenario} from "./schema.ts";

/** Whether a scenario holds a formula, which takes a parser to read. */
export const hasFormulas = ({recipes}: Scenario): boolean =>
  recipes.some(({curve}) => Object.values(curve ?? {}).some(({law}) => law === "formula"));

/** FLOP as a message says it. */
const flop = (log10C: number): string => Number(pow10(log10C).toPrecision(2)).toExponential().replace("e+", "e");

/** The scenario with every formula read, and what is wrong with those that cannot be. */
export function readFormulas(
  scenario: Scenario,
  read: FormulaReader
): {readonly scenario: Scenario; readonly misfits: readonly Misfit[]} {
  const misfits: Misfit[] = [];
  const readSpec = (spec: CurveSpec, metric: string, path: Misfit["path"]): CurveSpec => {
    if (spec.law !== "formula") return spec;
    const names = Object.keys(spec.parameters);
    const result = read(spec.formula.written, names);
    const at = [...path, "formula"];
    const isLower = scenario.metrics[metric]?.better === "lower";
    if (!result.ok) {
      misfits.push({path: at, message: result.message, ...(result.hint === undefined ? {} : {hint: result.hint})});
      return spec;
    }
    for (const name of result.unused)
      misfits.push({path: [...path, "parameters", name], message: "is not in the formula", warning: true});
    const evaluate = compileExpression(result.expression, ["C", ...names]);
    const values = Float64Array.from([NaN, ...names.map((name) => spec.parameters[name]?.value ?? NaN)]);
    const check = checkFormulaCurve((log10C) => {
      values[0] = pow10(log10C);
      return evaluate(values);
    });
    if (!check.ok) {
      const where = `C = ${flop(check.log10C)} FLOP`;
      if (check.fault === "not finite") misfits.push({path: at, message: `gives no finite number at ${where}`});
      else
        misfits.push({
          path: at,
          message: `turns round near ${where}`,
          hint: "a level is then read at the least compute that reaches it",
          warning: true
        });
    } else if (check.direction === "flat") {
      misfits.push({path: at, message: "is the same at every compute: no level of it could be told from another"});
    } else if (check.direction === (isLower ? "rises" : "falls")) {
      misfits.push({
        path: at,
        message: `${check.direction} with compute, though on "${metric}" ${isLower ? "less" : "more"} is better`
      });
    }
    return {...spec, formula: {...spec.formula, expression: result.expression}};
  };
  const recipes = scenario.recipes.map((recipe, i) =>
    recipe.curve === undefined
      ? recipe
      : {
          ...recipe,
          curve: Object.fromEntries(
            Object.entries(recipe.curve).map(([metric, spec]) => [
              metric,
              readSpec(spec, metric, ["recipes", i, "curve", metric])
            ])
          )
        }
  );
  return {scenario: {...scenario, recipes}, misfits};
}
