import {useComputed} from "@preact/signals";
import {formRows} from "../../figures/fitTests.ts";
import {forms, formNames, isLossForm} from "../../fitting/forms.ts";
import {setAnchor, setDelta, setForm, setObjective, setPolicy} from "../../scenario/editRuns.ts";
import type {FitObjective} from "../../scenario/fitChoices.ts";
import {Choice} from "./Choice.tsx";
import {drawnFit} from "./drawnFit.ts";
import type {PartProps} from "./fitPart.ts";
import {FormulaText} from "./FormulaText.tsx";
import {NumberField} from "./NumberField.tsx";

const objectives: readonly {readonly value: FitObjective; readonly name: string; readonly note: string}[] = [
  {value: "huber", name: "Huber", note: "squares near the law, distances far from it"},
  {value: "lad", name: "Least absolute deviations", note: "the median run decides"},
  {value: "squares", name: "Least squares", note: "a stray run pulls hard"}
];

/** What the runs are fitted by. */
export function LawChoices({model, runs, fit, edit}: PartProps) {
  const rows = formRows(fit, drawnFit(model));
  const delta = useComputed(() => model.store.scenario.value.runs?.delta ?? 1e-3);
  const usable = formNames.filter((form) =>
    fit.rungs.some((rung) => Number.isFinite(isLossForm(form) ? rung.loss : rung.score))
  );
  return (
    <>
      <Choice
        legend="Form of the law"
        value={runs.form}
        onChoose={(form) => edit((now) => setForm(now, form))}
        options={usable.map((value) => {
          const row = rows.find(({form}) => form === value);
          return {
            value,
            name: forms[value].name,
            note: <FormulaText formula={forms[value].formula} />,
            ...(row === undefined
              ? {}
              : {aside: `off by ${row.holdOut}`.replace(/^off by (no fit|too few runs)$/, "$1")})
          };
        })}
      />
      <p class="fit-note">“Off by”: how far it misses larger runs it has not seen, in a rolled hold-out.</p>
      <Choice
        legend="What the fit makes small"
        value={runs.objective}
        onChoose={(objective) => edit((now) => setObjective(now, objective))}
        options={objectives}
      />
      {runs.objective === "huber" && (
        <NumberField
          label="Delta"
          value={delta}
          accepted="a number above 0, such as 1e-3"
          accepts={(value) => value > 0 && value < Infinity}
          commit={(value) => edit((now) => setDelta(now, value))}
          unit="of log loss"
        />
      )}
      {runs.form === "two-step" && (
        <label class="fit-check">
          <input
            type="checkbox"
            checked={runs.anchor}
            onChange={({currentTarget}) => edit((now) => setAnchor(now, currentTarget.checked))}
          />
          A perfect model counts as one more point
        </label>
      )}
    </>
  );
}

/** How a law of N and D becomes one of compute. */
export function PolicyChoice({model, runs, edit}: PartProps) {
  const ratio = useComputed(() => {
    const policy = model.store.scenario.value.runs?.policy;
    return policy === undefined || policy === "compute-optimal" ? 20 : policy.tokensPerParameter.value;
  });
  if (["power-law", "power-law-no-floor", "logistic"].includes(runs.form)) return null;
  const isOptimal = runs.policy === "compute-optimal";
  return (
    <>
      <Choice
        legend="Mix of parameters and tokens along the curve"
        value={isOptimal ? "optimal" : "ratio"}
        onChoose={(which) => edit((now) => setPolicy(now, which === "optimal" ? undefined : ratio.peek()))}
        options={[
          {value: "optimal", name: "Compute-optimal"},
          {value: "ratio", name: "A fixed number of tokens per parameter"}
        ]}
      />
      {!isOptimal && (
        <NumberField
          label="Tokens per parameter"
          value={ratio}
          accepted="a number above 0, such as 20"
          accepts={(value) => value > 0 && value < 1e6}
          commit={(value) => edit((now) => setPolicy(now, value))}
        />
      )}
    </>
  );
}
