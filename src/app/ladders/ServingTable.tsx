import {setupLooks} from "../../figures/costMarks.ts";
import {dollarsTold, dollarsWord, inUnit, setupScore, taskUnitOf} from "../../figures/costWords.ts";
import type {TaskUnit} from "../../figures/costWords.ts";
import {takenFrom} from "../../figures/takenWords.ts";
import type {ViewName} from "../../figures/view.ts";
import {plain} from "../../figures/wording.ts";
import {addedInputs} from "../../scenario/costAddress.ts";
import type {AddedInput} from "../../scenario/costAddress.ts";
import {withAddedInput, withBill} from "../../scenario/costEdits.ts";
import {formatCount, formatShort} from "../../scenario/numberText.ts";
import type {Scenario} from "../../scenario/schema.ts";
import {isTaken} from "../../scenario/takesSchema.ts";
import type {CostReport} from "../../simulation/costNumbers.ts";
import {NumberCell, SetupName} from "./CostCells.tsx";
import {CostChoice} from "./CostChoices.tsx";
import type {CostEditing} from "./useCostEdit.ts";

interface CostTableProps {
  readonly scenario: Scenario;
  readonly report: CostReport;
  /** That of the pinned scenario. */
  readonly old: CostReport | undefined;
  readonly edit: CostEditing;
  /** Turns to another view. */
  readonly turn: (view: ViewName) => void;
}

type Setup = CostReport["setups"][number];

const bills = [
  {value: "price", words: "price"},
  {value: "hardware", words: "hardware"}
] as const;

const priceWords: Readonly<Record<string, string>> = {
  later: "at the price of a later version: a scenario, not a fact",
  assumed: "at an assumed price"
};

/** What was measured beside what is computed. */
function Measured({setup: {bill, priceBasis}, unit}: {readonly setup: Setup; readonly unit: TaskUnit}) {
  const exactly = (dollars: number) => dollarsTold({value: dollars, interval: null}, unit);
  if (bill === null) return <span>nothing measured: computed on hardware</span>;
  if (bill.measured === null) return <span>{priceWords[priceBasis ?? ""] ?? "not disclosed"}</span>;
  return (
    <>
      <b>{exactly(bill.measured)}</b>
      <span class={bill.agrees === true ? "cost-note" : "cost-note differs"}>
        {bill.agrees === true ? "agrees to the cent" : `differs by ${exactly(Math.abs(bill.computed - bill.measured))}`}
      </span>
    </>
  );
}

const seconds = (value: number) => plain(`${formatShort(value)} s`);

const addedWords: Readonly<Record<AddedInput, string>> = {
  agents: "several agents",
  pace: "tokens per second",
  firstToken: "time to first token",
  parameters: "active parameters"
};

/** An input that a setup may have and has not, as an assumption: it stands then among the sliders. */
function AddInput({scenario, setup, edit}: Pick<CostTableProps, "scenario" | "edit"> & {readonly setup: Setup}) {
  const own = scenario.cost?.setups.find(({id}) => id === setup.id);
  const isSized = scenario.models.find(({id}) => id === setup.model)?.parameters !== undefined;
  const missing = addedInputs.filter(
    (key) => own !== undefined && own[key] === undefined && !isTaken(own, key) && !(key === "parameters" && isSized)
  );
  if (missing.length === 0) return null;
  const options = [
    {value: "" as const, words: "Add an input…"},
    ...missing.map((key) => ({value: key, words: addedWords[key]}))
  ];
  return (
    <CostChoice<AddedInput | "">
      edit={edit}
      at={`add ${setup.id}`}
      label={`Add an input to ${setup.name}`}
      hidden
      quiet
      step={`input added to ${setup.name}`}
      value=""
      options={options}
      change={(now, key) => (key === "" ? {ok: true, scenario: now} : withAddedInput(now, setup.id, key))}
    />
  );
}

/** The section that the work of a setup is taken from, and the way to its view. */
function TakenFrom({scenario, setup, turn}: Pick<CostTableProps, "scenario" | "turn"> & {readonly setup: Setup}) {
  const taken = takenFrom(scenario, setup);
  if (taken === undefined) return null;
  return (
    <span class="cost-note">
      from{" "}
      <button type="button" class="cost-turn" title={`Turn to ${taken.name}`} onClick={() => turn(taken.view)}>
        {taken.name}
      </button>
      : {taken.text}
    </span>
  );
}

/** What serving a task costs: computed beside measured, and how long it takes where a pace is set. */
export function ServingTable({scenario, report, old, edit, turn}: CostTableProps) {
  const looks = setupLooks(scenario);
  const unit = taskUnitOf(scenario);
  const headed = (head: string) => (unit.behind === "" ? head : `${head},${unit.behind}`);
  const hasUsers = report.setups.some((setup) => setup.tasksPerDay.value !== null);
  const hasPace = report.setups.some((setup) => setup.seconds.value !== null);
  return (
    <table class="numbers costs">
      <caption class="visually-hidden">Serving a task: computed against measured</caption>
      <thead>
        <tr>
          <th scope="col">Setup</th>
          <th scope="col">Tokens of a task</th>
          <th scope="col">Billed by</th>
          <th scope="col">{headed("Computed")}</th>
          <th scope="col">{headed("Measured")}</th>
          {hasPace && <th scope="col">A task takes</th>}
          {hasUsers && <th scope="col">Tasks a day</th>}
        </tr>
      </thead>
      <tbody>
        {report.setups.map((setup) => {
          const {id, servingDollars, input, output, agents, billedBy} = setup;
          const was = old?.setups.find((other) => other.id === id);
          const score = setupScore(scenario, report.metric, setup);
          const many = agents.value === 1 ? "" : `, ${Number((agents.value ?? 1).toPrecision(3))} agents`;
          return (
            <tr key={id}>
              <SetupName look={looks.get(id)} {...(score === undefined ? {} : {note: score})} />
              <td data-head="Tokens of a task">
                {input.value === null || output.value === null ? (
                  <span>not set</span>
                ) : (
                  <span>
                    {formatCount(input.value)} read, {formatCount(output.value)} written{many}
                  </span>
                )}
                <TakenFrom scenario={scenario} setup={setup} turn={turn} />
                <AddInput scenario={scenario} setup={setup} edit={edit} />
              </td>
              <td data-head="Billed by">
                <CostChoice
                  edit={edit}
                  at={`bill ${id}`}
                  label={`Bill of ${setup.name}`}
                  hidden
                  step={`bill of ${setup.name}`}
                  value={billedBy}
                  options={bills}
                  change={(now, value) => withBill(now, id, value)}
                />
              </td>
              <NumberCell
                head={headed("Computed")}
                told={inUnit(servingDollars, unit)}
                before={was && inUnit(was.servingDollars, unit)}
                word={(value) => plain(dollarsWord(servingDollars)(value))}
              />
              <td data-head={headed("Measured")}>
                <Measured setup={setup} unit={unit} />
              </td>
              {hasPace && <NumberCell head="A task takes" told={setup.seconds} before={was?.seconds} word={seconds} />}
              {hasUsers && (
                <NumberCell
                  head="Tasks a day"
                  told={setup.tasksPerDay}
                  before={was?.tasksPerDay}
                  word={(value) => plain(formatCount(value))}
                />
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
