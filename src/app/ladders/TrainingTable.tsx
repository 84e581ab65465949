import {setupLooks} from "../../figures/costMarks.ts";
import {formatRoughDollars, inUnit, taskUnitOf} from "../../figures/costWords.ts";
import {plain} from "../../figures/wording.ts";
import {withTraining} from "../../scenario/costEdits.ts";
import {formatCount, formatFlop, formatShort} from "../../scenario/numberText.ts";
import type {Scenario} from "../../scenario/schema.ts";
import type {CostReport} from "../../simulation/costNumbers.ts";
import {NumberCell, SetupName} from "./CostCells.tsx";
import {CostChoice} from "./CostChoices.tsx";
import type {CostEditing} from "./useCostEdit.ts";

interface TrainingTableProps {
  readonly scenario: Scenario;
  readonly report: CostReport;
  /** That of the pinned scenario. */
  readonly old: CostReport | undefined;
  readonly edit: CostEditing;
}

const days = (value: number) => plain(formatShort(value));
const dollars = (value: number) => plain(value >= 1e6 ? `$${formatCount(value)}` : formatRoughDollars(value));

/** Where a setup’s training compute comes from. */
function sources({models, cost}: Scenario, id: string) {
  const setup = cost?.setups.find((item) => item.id === id);
  const model = models.find((item) => item.id === setup?.model);
  const own =
    model?.compute !== undefined
      ? "its model’s compute"
      : model?.parameters !== undefined && model.tokens !== undefined
        ? "6 × parameters × tokens"
        : "as the ladder solves it";
  return [
    {value: "model", words: own},
    {value: "chips", words: "chips × hours × peak × MFU"}
  ] as const;
}

/** What training costs: compute, dollars, days, and what of it falls on a task. */
export function TrainingTable({scenario, report, old, edit}: TrainingTableProps) {
  const looks = setupLooks(scenario);
  const unit = taskUnitOf(scenario);
  const [share, whole] = [`Share in ${unit.name}`, `${unit.name.replace("a", "A")} in all`];
  const hasDays = report.setups.some((setup) => setup.trainingDays.value !== null);
  return (
    <table class="numbers costs">
      <caption class="visually-hidden">Training, and its share of a task</caption>
      <thead>
        <tr>
          <th scope="col">Setup</th>
          <th scope="col">Training compute, FLOP</th>
          <th scope="col">Training</th>
          {hasDays && <th scope="col">Days</th>}
          <th scope="col">{share}</th>
          <th scope="col">{whole}</th>
        </tr>
      </thead>
      <tbody>
        {report.setups.map(({id, name, basis, compute, trainingDollars, trainingDays, trainingShare, dollars: all}) => {
          const was = old?.setups.find((other) => other.id === id);
          const hasRun = scenario.cost?.setups.find((setup) => setup.id === id)?.chips !== undefined;
          return (
            <tr key={id}>
              <SetupName look={looks.get(id)} {...(basis === "placed" ? {note: "compute placed"} : {})} />
              <td data-head="Training compute, FLOP">
                {compute.value === null ? <span>not disclosed</span> : <Flop value={compute} />}
                <CostChoice
                  edit={edit}
                  at={`training ${id}`}
                  label={`Training compute of ${name} from`}
                  hidden
                  step={`training compute of ${name}`}
                  value={hasRun ? "chips" : "model"}
                  options={sources(scenario, id)}
                  change={(now, value) => withTraining(now, id, value, compute.value ?? 1e24)}
                />
              </td>
              <NumberCell head="Training" told={trainingDollars} before={was?.trainingDollars} word={dollars} />
              {hasDays && <NumberCell head="Days" told={trainingDays} before={was?.trainingDays} word={days} />}
              <NumberCell
                head={share}
                told={inUnit(trainingShare, unit)}
                before={was && inUnit(was.trainingShare, unit)}
                word={(value) => plain(formatRoughDollars(value))}
              />
              <NumberCell
                head={whole}
                told={inUnit(all, unit)}
                before={was && inUnit(was.dollars, unit)}
                word={(value) => plain(formatRoughDollars(value))}
              />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type Told = CostReport["setups"][number]["compute"];

/** FLOP with their interval, as the number cells write theirs. */
function Flop({value: {value, interval}}: {readonly value: Told}) {
  const text = (flop: number) =>
    formatFlop(flop).runs.map(({text: run, sup}) => (sup === true ? <sup>{run}</sup> : run));
  return (
    <>
      <b>{text(value ?? NaN)}</b>
      {interval !== null && interval.high > interval.low * 1.000001 && (
        <span class="cost-interval">
          {text(interval.low)} to {text(interval.high)}
        </span>
      )}
    </>
  );
}
