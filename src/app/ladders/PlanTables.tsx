import {simulatedWords} from "../../figures/planFooter.ts";
import {buysRows, runRows, runsTotal, toldRows} from "../../figures/planRows.ts";
import {designWords} from "../../figures/planWords.ts";
import {asString} from "../../figures/wording.ts";
import {knownPlan} from "../../simulation/knownPlan.ts";
import type {PlanNumbers} from "../../simulation/plan.ts";
import type {LadderPoint} from "../../simulation/planBuys.ts";
import type {PlanDraws} from "../../simulation/planDraws.ts";
import {drawnBefore} from "../compare/compared.ts";
import {useBefore, Was} from "../compare/Was.tsx";
import type {Store} from "../store.ts";
import {UnbrokenPercents} from "../UnbrokenPercents.tsx";
import {TextRuns} from "../TextRuns.tsx";

interface ToldProps {
  readonly store: Store;
  readonly numbers: PlanNumbers;
  readonly drawn: PlanDraws | undefined;
  /** The simulation is of a moment ago. */
  readonly isWaiting: boolean;
  /** Nobody is simulating: it was cancelled. */
  readonly isStopped: boolean;
}

/** What the ladder on show tells, by the delta method and by simulation. */
export function ToldTable({store, numbers, drawn, isWaiting, isStopped}: ToldProps) {
  // The rows are the same ones of any plan; what they are called says numbers of it.
  const before = useBefore(store, (pinned) => {
    const found = knownPlan(pinned);
    return found?.ok === true ? toldRows(found, undefined).map(({fast}) => asString(fast)) : undefined;
  });
  const late = isStopped ? "simulation was stopped" : "simulation is on its way";
  return (
    <section aria-labelledby="plan-told-title">
      <h2 class="section" id="plan-told-title">
        What this ladder tells <span>{drawn === undefined ? late : simulatedWords(drawn)}</span>
      </h2>
      <table class="numbers plan-table plan-told">
        <thead>
          <tr>
            <td />
            <th scope="col">Delta method</th>
            <th scope="col">Simulated</th>
          </tr>
        </thead>
        <tbody>
          {toldRows(numbers, drawn, isStopped).map(({name, fast, simulated}, i) => (
            <tr key={name}>
              <th scope="row">
                <UnbrokenPercents text={name} />
              </th>
              <td colSpan={simulated === undefined ? 2 : 1}>
                <TextRuns text={fast} />
                <Was now={asString(fast)} before={before?.[i]} />
              </td>
              {simulated !== undefined && (
                <td class={isWaiting ? "plan-waiting" : undefined}>
                  <UnbrokenPercents text={simulated} />
                  {drawn !== undefined && <Was now={simulated} before={drawnBefore.value?.told?.[i]} />}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface BuysProps {
  readonly title: string;
  readonly by: "rungs" | "decades";
  readonly points: readonly LadderPoint[];
}

function BuysTable({title, by, points}: BuysProps) {
  if (points.length === 0) return null;
  return (
    <table class="numbers plan-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{by === "rungs" ? "Rungs" : "Decades"}</th>
          <th scope="col">Cost, FLOP</th>
          <th scope="col">Told</th>
          <th scope="col">Gain, 90 %</th>
        </tr>
      </thead>
      <tbody>
        {buysRows(points, by).map(({name, cost, power, gains}) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <TextRuns text={cost.slice(0, -1)} />
            </td>
            <td>{power}</td>
            <td>{gains}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The two numbers people quote, with what each buys. */
export function BuysTables({numbers}: {readonly numbers: PlanNumbers}) {
  const {shape} = numbers.question;
  const seeds = numbers.kind === "plan" ? (shape.seeds ?? 1) : 1;
  return (
    <section aria-labelledby="plan-buys-title">
      <h2 class="section" id="plan-buys-title">
        What rungs and decades buy{" "}
        <span>{`geometric ladders, ${seeds} ${seeds === 1 ? "seed" : "seeds"} a rung, by the delta method`}</span>
      </h2>
      <div class="plan-buys">
        <BuysTable title="More rungs between the same ends" by="rungs" points={numbers.rungsBuy} />
        <BuysTable
          title={`Fewer decades of extrapolation, ${shape.rungs} rungs`}
          by="decades"
          points={numbers.decadesBuy}
        />
      </div>
    </section>
  );
}

/** The ladder on show, run by run, and what its design comes to. */
export function RunsTable({numbers, save}: {readonly numbers: PlanNumbers; readonly save: () => void}) {
  const total = runsTotal(numbers);
  return (
    <section aria-labelledby="plan-runs-title">
      <h2 class="section" id="plan-runs-title">
        The runs{" "}
        <span>
          {numbers.kind === "plan" ? `${numbers.question.ladder} ladder` : "of this ladder"}; GPU-hours and dollars of
          all seeds of a row
        </span>
      </h2>
      {designWords(numbers).map((sentence) => (
        <p key={sentence} class="plan-says">
          <UnbrokenPercents text={sentence} />
        </p>
      ))}
      <div class="plan-scroll" tabIndex={0} role="region" aria-label="The runs, which scroll sideways">
        <table class="numbers plan-table plan-runs">
          <thead>
            <tr>
              <th scope="col">Recipe</th>
              <th scope="col">FLOP of a run</th>
              <th scope="col">Para&shy;meters</th>
              <th scope="col">Tokens</th>
              <th scope="col">Seeds</th>
              <th scope="col">GPU-hours</th>
              <th scope="col">Dollars</th>
            </tr>
          </thead>
          <tbody>
            {runRows(numbers).map((row, i) => (
              <tr key={i}>
                <th scope="row" data-role={row.role}>
                  {row.recipe}
                </th>
                <td>
                  <TextRuns text={row.compute} />
                </td>
                <td>{row.parameters}</td>
                <td>{row.tokens}</td>
                <td>{row.seeds}</td>
                <td>{row.hours}</td>
                <td>{row.dollars}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Together</th>
              <td>
                <TextRuns text={total.compute} />
              </td>
              <td />
              <td />
              <td>{total.runs}</td>
              <td>{total.hours}</td>
              <td>{total.dollars}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <div class="ladder-bar">
        <button type="button" class="fit-button" onClick={save}>
          Run list as CSV
        </button>
      </div>
    </section>
  );
}
