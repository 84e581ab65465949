import "./fit.css";
import {useComputed} from "@preact/signals";
import {setBootstrap, setHoldOut} from "../../scenario/editRuns.ts";
import {limits} from "../../scenario/limits.ts";
import {ladderFit} from "../../simulation/fits.ts";
import {targetOf} from "../../simulation/fitUncertainty.ts";
import {SliderRow} from "../controls/SliderRow.tsx";
import type {ViewProps} from "../views/LazyView.tsx";
import type {PartProps} from "./fitPart.ts";
import {computeInput, decadesAround, usualHoldOut} from "./fitSliders.ts";
import {LawChoices, PolicyChoice} from "./LawChoices.tsx";
import {NumberField} from "./NumberField.tsx";
import {RunChoices} from "./RunChoices.tsx";

/** How far the law is extended, and what it is tested on. */
function Reach({model, runs, fit, edit}: PartProps) {
  const {store} = model;
  const computes = fit.rungs.map(({C}) => C).filter((C) => C > 0 && C < Infinity);
  if (computes.length === 0) return null;
  const span = [Math.min(...computes), Math.max(...computes)] as const;
  const range = decadesAround(span, 4);
  const inner = decadesAround(span);
  return (
    <>
      <SliderRow
        key={`target ${range.join(" ")}`}
        store={store}
        input={computeInput("runs.target", "Target", "target of the fit", range, targetOf(runs, fit))}
        role="reference"
        sourceText=""
        exact
      />
      <label class="fit-check">
        <input
          type="checkbox"
          checked={runs.holdOut !== undefined}
          onChange={({currentTarget}) =>
            edit((now) => setHoldOut(now, currentTarget.checked ? usualHoldOut(fit.taken.map(({C}) => C)) : undefined))
          }
        />
        Leave out the largest runs and foretell them
      </label>
      {runs.holdOut !== undefined && (
        <SliderRow
          key={`hold-out ${inner.join(" ")}`}
          store={store}
          input={computeInput("runs.holdOut", "Left out above", "hold-out of the fit", inner, runs.holdOut.value)}
          role="reference"
          sourceText=""
          exact
        />
      )}
    </>
  );
}

/** Everything of a fit that a person sets, beside it. */
export function FitControls({model}: ViewProps) {
  const {store} = model;
  const {scenario} = store;
  const draws = useComputed(() => scenario.value.runs?.draws ?? 0);
  const seed = useComputed(() => scenario.value.runs?.seed ?? 0);
  const {runs} = scenario.value;
  const fit = ladderFit(scenario.value);
  if (runs === undefined || fit === undefined) {
    return (
      <div class="controls">
        <div class="controls-head">
          <h2>What you can set</h2>
        </div>
        <p class="controls-note">
          The form of the law, the runs that take part and how far the law is extended are set here once there are runs.
        </p>
      </div>
    );
  }
  const edit: PartProps["edit"] = (change) => {
    const {scenario: next, label} = change(scenario.peek());
    store.commit(next, label);
  };
  const part = {model, runs, fit, edit};
  return (
    <div class="controls fit-controls">
      <div class="controls-head">
        <h2>What you can set</h2>
      </div>
      <Reach {...part} />
      <RunChoices {...part} />
      <LawChoices {...part} />
      <PolicyChoice {...part} />
      <NumberField
        label="Draws of the bootstrap"
        value={draws}
        accepted={`a whole number from 1 to ${limits.maxDraws}`}
        accepts={(value) => Number.isInteger(value) && value >= 1 && value <= limits.maxDraws}
        commit={(value) => edit((now) => setBootstrap(now, {draws: value}))}
      />
      <NumberField
        label="Seed"
        value={seed}
        accepted="a whole number from 0 to 4294967295"
        accepts={(value) => Number.isInteger(value) && value >= 0 && value <= 4294967295}
        commit={(value) => edit((now) => setBootstrap(now, {seed: value}))}
      />
      <p class="controls-note">Same runs, choices and seed: same numbers, here and by the command.</p>
    </div>
  );
}
