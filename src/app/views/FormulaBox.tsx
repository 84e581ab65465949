import type {ComponentChildren} from "preact";
import {formulaOf} from "../../figures/formula.ts";
import type {Model} from "../model.ts";
import {TextRuns} from "../TextRuns.tsx";

function Fraction({above, below}: {readonly above: ComponentChildren; readonly below: ComponentChildren}) {
  return (
    <span class="fraction">
      <span>{above}</span>
      <span class="over">
        <span class="visually-hidden"> divided by </span>
      </span>
      <span>{below}</span>
    </span>
  );
}

/** The formula of the answer with today's numbers in it. */
export function FormulaBox({model}: {readonly model: Model}) {
  const {ladder} = model.simulation.value;
  const formula = ladder && formulaOf(model.store.scenario.value, ladder);
  if (formula === undefined) return null;
  const {symbols, numbers, result} = formula;
  return (
    <section class="formula" aria-label="The formula with today’s numbers">
      <small>The formula with today’s numbers</small>
      <p>
        <span class="side">
          gain = <Fraction above={symbols.above} below={symbols.below} />
          {symbols.exponent && (
            <>
              {" "}
              × 10<sup>{symbols.exponent}</sup>
            </>
          )}
        </span>{" "}
        <span class="side">
          = <Fraction above={<TextRuns text={numbers.above} />} below={<TextRuns text={numbers.below} />} />
          {numbers.exponent && (
            <>
              {" "}
              × 10<sup>{numbers.exponent}</sup>
            </>
          )}{" "}
          = <b>{result}</b>
        </span>
      </p>
    </section>
  );
}
