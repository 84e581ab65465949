import {conditionWords} from "../../figures/fitWords.ts";
import {formRows, formsSentence, holdOutWords} from "../../figures/fitTests.ts";
import {parameterRows} from "../../figures/fitParameters.ts";
import {asString} from "../../figures/wording.ts";
import type {FormName} from "../../fitting/forms.ts";
import {ladderFit} from "../../simulation/fits.ts";
import type {LadderFit} from "../../simulation/fits.ts";
import type {FitUncertainty} from "../../simulation/fitUncertainty.ts";
import {drawnBefore} from "../compare/compared.ts";
import {useBefore, Was} from "../compare/Was.tsx";
import type {Store} from "../store.ts";
import {TextRuns} from "../TextRuns.tsx";
import {UnbrokenPercents} from "../UnbrokenPercents.tsx";
import {FormulaText} from "./FormulaText.tsx";

interface TablesProps {
  readonly fit: LadderFit;
  readonly drawn: FitUncertainty | undefined;
}

/** The parameters with their 90 % intervals, and what the runs do not tell of them. */
export function ParameterTable({store, fit, drawn}: TablesProps & {readonly store: Store}) {
  // A value has as many digits as its interval allows: held against each other they are as without.
  const wordsOf = (of: LadderFit) =>
    new Map(parameterRows(of, undefined).map(({name, value}) => [name, asString(value)]));
  const old = useBefore(store, (pinned) => {
    const found = ladderFit(pinned);
    return found?.result.ok === true ? wordsOf(found) : undefined;
  });
  const plain = old && wordsOf(fit);
  const rows = parameterRows(fit, drawn);
  if (!fit.result.ok) return null;
  const {converged, value, firstValue, condition} = fit.result.fit;
  return (
    <section aria-labelledby="parameters-title">
      <h2 class="section" id="parameters-title">
        Parameters{" "}
        <span>
          {drawn === undefined ? "" : `90 % of ${drawn.draws.toLocaleString("en")} draws, seed ${drawn.seed}`}
        </span>
      </h2>
      <table class="numbers fit-table">
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">Value</th>
            <th scope="col">90 %</th>
            <th scope="col">What it is</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({name, symbol, meaning, value: number, interval, remark}) => (
            <tr key={name}>
              <th scope="row">{symbol}</th>
              <td>
                <b>
                  <TextRuns text={number} />
                </b>
                <Was now={plain?.get(name) ?? ""} before={old?.get(name)} />
              </td>
              <td class="fit-interval" data-label="90 %:">
                <TextRuns text={interval} />
                <Was now={asString(interval)} before={drawnBefore.value?.parameters?.[name]} />
              </td>
              <td class="fit-words">
                {meaning}
                {remark !== "" && <span class="fit-warn">{remark}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="fit-note">
        {converged ? "Converged" : "Not converged"}; objective {Number(value.toPrecision(6))}
        {firstValue === undefined ? "" : `, of the first step ${Number(firstValue.toPrecision(6))}`}.{" "}
        {conditionWords(condition)}
      </p>
    </section>
  );
}

/** The forms side by side, and what the law of the smaller runs said of those left out. */
export function FormsTable({fit, drawn}: TablesProps) {
  const rows = formRows(fit, drawn);
  const held = holdOutWords(fit, drawn);
  const beforeOf = (name: FormName) => drawnBefore.value?.forms?.find(({form}) => form === name);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="forms-title">
      <h2 class="section" id="forms-title">
        Forms side by side <span>by what they miss of larger runs first, by AICc second</span>
      </h2>
      <p class="fit-says">
        <UnbrokenPercents text={formsSentence(fit, drawn)} />
      </p>
      <table class="numbers fit-table">
        <thead>
          <tr>
            <th scope="col">Form</th>
            <th scope="col">Hold-out error</th>
            <th scope="col">AICc</th>
            <th scope="col">Formula</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({form, name, formula, holdOut, aicc, remark, isShown}) => (
            <tr key={form} data-shown={isShown ? "" : undefined}>
              <th scope="row">
                {name}
                {isShown && <span class="fit-tag">fitted</span>}
              </th>
              <td data-label="off by">
                {holdOut}
                <Was now={holdOut} before={beforeOf(form)?.holdOut} />
              </td>
              <td data-label="AICc">
                {aicc}
                <Was now={aicc} before={beforeOf(form)?.aicc} />
              </td>
              <td class="fit-words">
                <FormulaText formula={formula} />
                {remark !== "" && <span class="fit-warn">{remark}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {held !== "" && (
        <p class="fit-says">
          <UnbrokenPercents text={held} />
        </p>
      )}
    </section>
  );
}
