import {useComputed} from "@preact/signals";
import {isoFlopPanels} from "../../figures/isoFlopFigure.ts";
import {isoFlopAnswer} from "../../figures/isoFlopWords.ts";
import {ladderGainFigure, ladderGainReadings} from "../../figures/ladderGainFigure.ts";
import type {LadderGainReading} from "../../figures/ladderGainFigure.ts";
import {ladderGainAnswer} from "../../figures/ladderGainWords.ts";
import {ladderFit} from "../../simulation/fits.ts";
import type {Model} from "../model.ts";
import {UnbrokenPercents} from "../UnbrokenPercents.tsx";
import {StillFigure} from "../views/StillFigure.tsx";
import {drawnFit} from "./drawnFit.ts";

// What the draws say is drawn anew when there are new draws, and not for each place a target passes on its way.

const heightFor = (width: number): number => Math.round(Math.min(400, Math.max(300, width * 0.8)));

function GainReading({model, reading}: {readonly model: Model; readonly reading: LadderGainReading}) {
  const drawn = useComputed(() => drawnFit(model));
  const figure = useComputed(() => {
    const found = drawn.value;
    const scenario = model.store.scenario.peek();
    const fit = ladderFit(scenario);
    return fit && ladderGainFigure(scenario, fit, found, reading);
  });
  return <StillFigure figure={figure} heightFor={heightFor} isWaiting={!model.uncertainty.value.fresh} />;
}

/** Ladder against ladder, where the runs are of several recipes. */
export function LadderAgainstLadder({model}: {readonly model: Model}) {
  const answer = ladderGainAnswer(drawnFit(model));
  if (answer.kind === "none") return null;
  return (
    <section aria-labelledby="against-title">
      <h2 class="section" id="against-title">
        Ladder against ladder <span>how many times less compute for the same loss</span>
      </h2>
      {answer.kind === "failed" ? (
        <p class="fit-says">{answer.message}</p>
      ) : (
        <>
          <div aria-live="polite">
            {answer.rows.map(({name, sentences}) => (
              <p class="fit-says" key={name}>
                <UnbrokenPercents text={sentences.join(" ")} />
              </p>
            ))}
            {answer.remark !== "" && <p class="fit-warn">{answer.remark}</p>}
          </div>
          <div class="fit-pair">
            {ladderGainReadings.map((reading) => (
              <GainReading key={reading} model={model} reading={reading} />
            ))}
          </div>
        </>
      )}
    </section>
  );
}

function IsoFlopPanel({model, at}: {readonly model: Model; readonly at: number}) {
  const drawn = useComputed(() => drawnFit(model));
  const figure = useComputed(() => {
    const found = drawn.value;
    const scenario = model.store.scenario.peek();
    const fit = ladderFit(scenario);
    return fit && isoFlopPanels(scenario, fit, found)?.panels[at]?.figure;
  });
  return <StillFigure figure={figure} heightFor={heightFor} isWaiting={!model.uncertainty.value.fresh} />;
}

/** Runs by budget, where budgets repeat: the best size of each, and how it grows. */
export function IsoFlop({model}: {readonly model: Model}) {
  const answer = isoFlopAnswer(drawnFit(model));
  if (answer.kind !== "minima") return null;
  return (
    <section aria-labelledby="isoflop-title">
      <h2 class="section" id="isoflop-title">
        Runs by budget <span>isoFLOP curves: the best size for a compute</span>
      </h2>
      <p class="fit-says">
        <UnbrokenPercents text={`${answer.sentence} ${answer.bias}`} />
      </p>
      <div class="fit-pair">
        {[0, 1].map((at) => (
          <IsoFlopPanel key={at} model={model} at={at} />
        ))}
      </div>
    </section>
  );
}
