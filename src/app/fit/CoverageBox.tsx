import {coverageWords} from "../../figures/coverageWords.ts";
import {fewRunsWords} from "../../figures/fitWords.ts";
import {isLossForm} from "../../fitting/forms.ts";
import type {LadderFit} from "../../simulation/fits.ts";
import type {Model} from "../model.ts";

/** How good the intervals are for runs like these, found out on simulated ladders when asked. */
export function CoverageBox({model, fit}: {readonly model: Model; readonly fit: LadderFit}) {
  const {runs} = model.store.scenario.value;
  const found = model.coverage.value;
  const isChecking = model.working.value === "coverage";
  const isCurrent = found !== undefined && found.of === runs;
  if (!fit.result.ok || !isLossForm(fit.options.form)) return null;
  const words = isCurrent && found.value !== undefined ? coverageWords(found.value) : undefined;
  return (
    <section aria-labelledby="coverage-title">
      <h2 class="section" id="coverage-title">
        How good the intervals are <span>how often they hold the truth</span>
      </h2>
      <div aria-live="polite">
        <p class="fit-says">
          {words?.sentence ??
            (fewRunsWords(fit.result.fit.used.length) ||
              "A 90 % interval of a bootstrap holds the truth in 90 % of ladders only where there are many runs. Whether it does for ladders like this one can be tried.")}
        </p>
        {words !== undefined && (
          <>
            <ul class="fit-shares">
              {words.rows.map(({what, share, isNarrow}) => (
                <li key={what}>
                  <span>{what}</span> <b class={isNarrow ? "fit-warn" : undefined}>{share}</b>
                </li>
              ))}
            </ul>
            <p class="fit-note">{words.remark}</p>
          </>
        )}
      </div>
      {words === undefined && (
        <p class="fit-bar">
          <button
            type="button"
            class="fit-button"
            disabled={isChecking || !model.uncertainty.value.fresh}
            onClick={model.checkCoverage}
          >
            Check coverage
          </button>
          <span class="fit-note">200 ladders, each with 200 draws: a while.</span>
        </p>
      )}
    </section>
  );
}
