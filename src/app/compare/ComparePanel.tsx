import {useComputed} from "@preact/signals";
import {quantityWords, structureWords} from "../../figures/compareWords.ts";
import {compareScenarios} from "../../scenario/compareScenarios.ts";
import type {InputDifference} from "../../scenario/compareScenarios.ts";
import {inputAt} from "../../scenario/inputList.ts";
import type {Model} from "../model.ts";
import {Attributed} from "./Attributed.tsx";
import {WithPowers} from "./WithPowers.tsx";

/** An input that differs, with what it was and is, and the way back to what it was. */
function InputLine({difference, model}: {readonly difference: InputDifference; readonly model: Model}) {
  const {address, label, kind, before, after} = difference;
  const {store} = model;
  const side = (quantity: typeof before) => (quantity === undefined ? "not set" : quantityWords(quantity, kind));
  const reset = () => {
    if (before === undefined) return;
    const step = inputAt(store.scenario.peek(), address)?.step ?? label;
    store.setInput(address, before, {live: false, label: step});
  };
  return (
    <tr data-address={address}>
      <th scope="row">{label}</th>
      <td data-side="before">
        <WithPowers text={side(before)} />
      </td>
      <td data-side="now">
        <WithPowers text={side(after)} />
      </td>
      <td>
        {before !== undefined && after !== undefined && (
          <button type="button" class="quiet" aria-label={`Put back ${label}`} onClick={reset}>
            Put back
          </button>
        )}
      </td>
    </tr>
  );
}

/** What tells the scenario from the pinned one, side by side, and what each changed input does to one output. */
export function ComparePanel({model}: {readonly model: Model}) {
  const comparison = useComputed(() => {
    const before = model.store.pinned.value;
    return before && compareScenarios(before, model.atRest.value);
  });
  const found = comparison.value;
  if (found === undefined) return null;
  const {inputs, structure} = found;
  const others = structure.filter(({path}) => path !== "view.figure");
  if (inputs.length === 0 && others.length === 0)
    return <p class="compare-same">The two scenarios say the same. Move a slider to see what it does.</p>;
  return (
    <div class="compare-panel">
      {inputs.length > 0 && (
        <table class="compare-inputs">
          <caption>Inputs that differ</caption>
          <thead>
            <tr>
              <th scope="col">Input</th>
              <th scope="col">Before</th>
              <th scope="col">Now</th>
              <th scope="col">
                <span class="visually-hidden">Put back</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {inputs.map((difference) => (
              <InputLine key={difference.address} difference={difference} model={model} />
            ))}
          </tbody>
        </table>
      )}
      {others.length > 0 && (
        <section aria-labelledby="compare-structure">
          <h2 id="compare-structure">Built otherwise</h2>
          <ul class="compare-structure">
            {others.map((difference) => (
              <li key={difference.path}>
                <WithPowers text={structureWords(difference)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Attributed model={model} comparison={found} />
    </div>
  );
}
