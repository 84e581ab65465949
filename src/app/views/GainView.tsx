import "./gainView.css";
import {useComputed} from "@preact/signals";
import {gainFigure, gainReadings} from "../../figures/gain.ts";
import type {GainReading} from "../../figures/gain.ts";
import {gainAnswer, landmarkRows, sideName} from "../../figures/gainWords.ts";
import {lawNames} from "../../figures/lawNames.ts";
import {multiplier} from "../../figures/wording.ts";
import {chinchillaLaws} from "../../scenario/chinchillaLaws.ts";
import type {ChinchillaSet} from "../../scenario/schema.ts";
import {recipeAddresses} from "../../scenario/inputList.ts";
import {inputAt} from "../../scenario/inputList.ts";
import {rolesOf} from "../../figures/roles.ts";
import {gains as gainsOf} from "../../simulation/gains.ts";
import type {Gains} from "../../simulation/gains.ts";
import {useBefore, Was} from "../compare/Was.tsx";
import {InputRow, keyOf} from "../controls/InputRow.tsx";
import {useDraft} from "../controls/useDraft.ts";
import type {Model} from "../model.ts";
import {TextRuns} from "../TextRuns.tsx";
import type {ViewProps} from "./LazyView.tsx";
import {StillFigure} from "./StillFigure.tsx";
import {Waterfall} from "./Waterfall.tsx";

/** What the gain is held against, and the level it is read at: choices that the document holds. */
function Choices({model}: {readonly model: Model}) {
  const {store} = model;
  const scenario = model.atRest.value;
  const {baseline, view} = scenario;
  const now = () => store.scenario.peek();
  const rivals = (view.rivals ?? scenario.models.map(({id}) => id)).filter(
    (id) => id !== model.simulation.value.gains?.of
  );
  const setBaseline = (change: Partial<typeof baseline>) =>
    store.commit({...now(), baseline: {...now().baseline, ...change}}, "what the gain is held against");
  return (
    <div class="gain-choices">
      <label>
        Against{" "}
        <select value={model.rival.value} onChange={({currentTarget}) => model.chooseRival(currentTarget.value)}>
          {rivals.map((id) => (
            <option key={id} value={id}>
              {sideName(scenario, id)}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>Held against it</legend>
        {(["as-trained", "compute-optimal"] as const).map((run) => (
          <label key={run}>
            <input type="radio" name="baseline" checked={baseline.run === run} onChange={() => setBaseline({run})} />{" "}
            {run === "as-trained" ? "as trained" : "as the compute-optimal run of equal loss"}
          </label>
        ))}
        {baseline.run === "compute-optimal" && (
          <select
            aria-label="Law that says what is optimal"
            value={baseline.law}
            onChange={({currentTarget}) => setBaseline({law: currentTarget.value as ChinchillaSet})}
          >
            {(Object.keys(chinchillaLaws) as readonly ChinchillaSet[]).map((law) => (
              <option key={law} value={law}>
                {lawNames[law]}
              </option>
            ))}
          </select>
        )}
        <Penalty model={model} />
      </fieldset>
      <Level model={model} />
    </div>
  );
}

/** The level the gain is read at; left empty, the frontier. */
function Level({model: {store, atRest}}: {readonly model: Model}) {
  const text = useComputed(() => {
    const {level} = atRest.value.view;
    return level === undefined ? "" : String(level);
  });
  const draft = useDraft(text, (typed) => {
    const level = typed.trim() === "" ? undefined : Number(typed);
    if (level !== undefined && !Number.isFinite(level))
      return `A level is a score, such as 30, or nothing for the frontier; got ${typed.trim()}`;
    const now = store.scenario.peek();
    const {level: _, ...rest} = now.view;
    store.commit({...now, view: level === undefined ? rest : {...rest, level}}, "level the gain is read at");
    return undefined;
  });
  const hidden = useComputed(() => draft.error.value === undefined);
  return (
    <>
      <label>
        Level <input type="text" inputMode="decimal" size={7} placeholder="frontier" {...draft.attributes} />
      </label>
      <p class="slider-error" id={draft.errorId} role="alert" hidden={hidden}>
        {draft.error}
      </p>
    </>
  );
}

/** How far from the optimum the rival was trained, where its size is told. */
function Penalty({model}: {readonly model: Model}) {
  const {ladder, gains} = model.simulation.value;
  const scenario = model.store.scenario.value;
  if (scenario.baseline.run !== "compute-optimal" || gains === undefined) return null;
  const penalty = ladder?.solution.models.get(gains.against)?.penalty ?? NaN;
  const name = sideName(scenario, gains.against);
  return (
    <span class="gain-note">
      {Number.isNaN(penalty)
        ? `Parameters and tokens of ${name} are not given: it stays as trained.`
        : `${name} as trained costs ${multiplier(penalty)} its optimum by this law for dense models.`}
    </span>
  );
}

/** The three ways a gain can be, each with its own control, and its parts. */
function Kinds({model, controls}: ViewProps) {
  const scenario = model.atRest.value;
  const {subject} = model.simulation.value.ladder ?? {};
  const recipe = scenario.recipes.find(({id}) => id === scenario.models.find((item) => item.id === subject)?.recipe);
  if (recipe === undefined || recipe.id === scenario.reference) return null;
  const roles = rolesOf(scenario);
  const inputs = recipeAddresses(scenario, recipe).flatMap((address) => inputAt(scenario, address) ?? []);
  const {gain} = recipe;
  const isThrough = recipe.curve === undefined && (gain === undefined || "through" in gain);
  return (
    <section aria-labelledby="kinds-title">
      <h2 class="section" id="kinds-title">
        Three ways {recipe.name} can differ <span>constant, changing with scale, another end</span>
      </h2>
      {isThrough && (
        <p class="condition">
          Its gain is read through {sideName(scenario, subject ?? "")}: move that model, or its compute, to change it.
        </p>
      )}
      <div class="controls gain-kinds">
        {inputs.map((input) => (
          <InputRow key={`gain ${keyOf(input)}`} {...controls} input={input} roles={roles} />
        ))}
      </div>
    </section>
  );
}

function Reading({model, reading}: {readonly model: Model; readonly reading: GainReading}) {
  const figure = useComputed(() => {
    const {gains} = model.simulation.value;
    return gains && gainFigure(model.store.scenario.value, gains, model.uncertainty.value.value.gains, reading);
  });
  return (
    <StillFigure
      figure={figure}
      heightFor={(width) => Math.round(Math.min(360, Math.max(260, width * 0.78)))}
      isWaiting={!model.uncertainty.value.fresh}
    />
  );
}

const pairName = ({of, against}: Pick<Gains, "of" | "against">): string => `${of} ${against}`;

/** The gain at each level that tells something. */
function Levels({model}: {readonly model: Model}) {
  const {gains} = model.simulation.value;
  const before = useBefore(model.store, (pinned) => {
    const found = gainsOf(pinned);
    return found && {pair: pairName(found), rows: landmarkRows(pinned, found, undefined)};
  });
  if (gains === undefined) return null;
  const old = before?.pair === pairName(gains) ? before.rows : [];
  return (
    <section aria-labelledby="levels-title">
      <h2 class="section" id="levels-title">
        Where it is read <span>a gain belongs to its level</span>
      </h2>
      <ul class="levels">
        {landmarkRows(model.store.scenario.value, gains, model.uncertainty.value.value.gains).map(
          ({level, says, gain, range, verdict}) => (
            <li key={says}>
              <span>
                <b>{level}</b> {says}
              </span>
              <span>
                <b>{gain}</b> {range}
                <Was now={gain} before={old.find((row) => row.says === says)?.gain} />
              </span>
              <span class="says">{verdict}</span>
            </li>
          )
        )}
      </ul>
    </section>
  );
}

/** The gain of the subject over a rival, by level and by compute, horizontal and vertical reading side by side. */
export function GainView({model, controls}: ViewProps) {
  const scenario = model.store.scenario.value;
  const {gains} = model.simulation.value;
  if (gains === undefined) {
    return (
      <div class="answer-box">
        <p class="answer">There is no pair to compare.</p>
        <p class="condition">
          A gain needs a subject and a rival, each with a score on the metric on show and a compute.
        </p>
      </div>
    );
  }
  const drawn = model.uncertainty.value.value.gains;
  const answer = gainAnswer(scenario, gains, drawn);
  return (
    <>
      <div class="answer-box" aria-live="polite" aria-atomic="true">
        <p class="answer">
          {answer.body}
          {answer.verdict !== undefined && <u class="verdict">{answer.verdict.words}</u>}.
        </p>
        <p class="condition">
          <TextRuns text={answer.condition} />
        </p>
      </div>
      <Choices model={model} />
      <div class="gain-readings">
        {gainReadings.map((reading) => (
          <Reading key={reading} model={model} reading={reading} />
        ))}
        <Levels model={model} />
      </div>
      <Waterfall model={model} />
      <Kinds model={model} controls={controls} />
    </>
  );
}
