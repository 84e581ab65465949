import {useSignal} from "@preact/signals";
import {fitAsLaw, fitRows, fitWords} from "../../figures/reinforcementFitWords.ts";
import {readScoredPoints} from "../../fitting/readScoredPoints.ts";
import {setPoints, takeLaw} from "../../scenario/editReinforcement.ts";
import type {ReinforcementEdit} from "../../scenario/editReinforcement.ts";
import type {Reinforcement, Scenario} from "../../scenario/schema.ts";
import type {ReinforcementNumbers} from "../../simulation/reinforcement.ts";
import type {ReinforcementUncertainty} from "../../simulation/reinforcementUncertainty.ts";
import type {Model} from "../model.ts";
import {PointsDialog} from "./PointsDialog.tsx";

interface PointsProps {
  readonly model: Model;
  readonly section: Reinforcement;
  readonly numbers: ReinforcementNumbers;
  readonly drawn: ReinforcementUncertainty | undefined;
}

/** The points there are, as a person would paste them. */
const pointsText = ({unit, points = []}: Reinforcement): string =>
  points.length === 0
    ? ""
    : [`${unit}, score`, ...points.map(({compute, score}) => `${compute}, ${score.value}`)].join("\n");

/** Measured points: pasted, fitted with a sigmoid, and the fit taken into the scenario by one press. */
export function ReinforcementPoints({model: {store}, section, numbers, drawn}: PointsProps) {
  const isPasting = useSignal(false);
  const edit = (change: (now: Scenario) => ReinforcementEdit) => {
    const {scenario, label} = change(store.scenario.peek());
    store.commit(scenario, label);
  };
  const law = fitAsLaw(section, numbers, drawn);
  const rows = fitRows(section, numbers, drawn);
  const {points = []} = section;
  return (
    <section aria-labelledby="points-title">
      <h2 class="section" id="points-title">
        Your own points <span>a run’s scores, fitted with a sigmoid</span>
      </h2>
      <p class="rl-says" aria-live="polite">
        {fitWords(section, numbers, drawn)}
      </p>
      {rows.length > 0 && (
        <table class="numbers rl-table">
          <thead>
            <tr>
              <th scope="col">Of the sigmoid</th>
              <th scope="col">In the scenario</th>
              <th scope="col">Fitted to the points</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({name, now, fitted, range}) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{now}</td>
                <td>
                  <b>{fitted}</b>
                  {range !== "" && <span class="rl-range">{range}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div class="ladder-bar">
        {points.length > 0 && (
          <button
            type="button"
            class="primary"
            disabled={law === undefined}
            onClick={() => law !== undefined && edit((now) => takeLaw(now, law))}
            title="Puts the fitted sigmoid with its intervals in place of the one there is; undo leads back"
          >
            Use this fit
          </button>
        )}
        <button type="button" class="fit-button" onClick={() => (isPasting.value = true)}>
          {points.length === 0 ? "Paste points…" : "Change the points…"}
        </button>
        {points.length > 0 && (
          <button type="button" class="fit-button" onClick={() => edit((now) => setPoints(now, []))}>
            Remove the points
          </button>
        )}
      </div>
      {isPasting.value && (
        <PointsDialog
          title="Points of a run"
          label={`${section.unit} and score, a line each, as a share or in percent; a head may stand above`}
          placeholder={`${section.unit}, score\n1000, 0.22\n10000, 41 %`}
          text={pointsText(section)}
          read={readScoredPoints}
          take={(found) => edit((now) => setPoints(now, found))}
          close={() => (isPasting.value = false)}
        />
      )}
    </section>
  );
}
