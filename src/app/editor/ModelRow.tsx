import {Component} from "preact";
import type {Role} from "../../chart/figure.ts";
import {
  clearModel,
  duplicateModel,
  removeModel,
  renameModel,
  setModelBasis,
  setModelRecipe,
  setSolve
} from "../../scenario/editModels.ts";
import type {Triple} from "../../scenario/editModels.ts";
import {inputKinds} from "../../scenario/inputs.ts";
import {formatFlop, formatMultiplier} from "../../scenario/numberText.ts";
import type {NumberRun} from "../../scenario/numberText.ts";
import type {Metric, Model} from "../../scenario/schema.ts";
import {plainText} from "../controls/fieldText.ts";
import {NumberRuns} from "../controls/NumberRuns.tsx";
import type {Editing} from "./editing.ts";
import {QuantityCell} from "./QuantityCell.tsx";
import {RowActions} from "./RowActions.tsx";
import {SelectCell} from "./SelectCell.tsx";
import type {Choice} from "./SelectCell.tsx";
import {TextCell} from "./TextCell.tsx";

export interface ModelRowProps {
  readonly editing: Editing;
  readonly model: Model;
  readonly metricId: string;
  readonly metric: Metric | undefined;
  readonly solved: Triple | undefined;
  readonly role: Role;
  readonly recipes: readonly Choice[];
  /** Why it goes on solving for its gain; undefined where it need not. */
  readonly held: string | undefined;
}

const solves = ["compute", "gain", "score"] as const;
const bases: readonly (Choice & {readonly value: Model["basis"]})[] = [
  {value: "known", text: "known"},
  {value: "estimate", text: "estimate"},
  {value: "placed", text: "placed"}
];

/** "= 1.7×", but "over 1,000×". */
const equal = (runs: readonly NumberRun[]): readonly NumberRun[] =>
  /^(over|under) /.test(runs[0]?.text ?? "") ? runs : [{text: "= "}, ...runs];

/** A quantity that follows from the other two. */
function Solved({runs, what}: {readonly runs: readonly NumberRun[] | undefined; readonly what: string}) {
  return (
    <output class="cell-solved" aria-label={`${what}, solved`} title="Follows from the other two">
      {runs === undefined ? "cannot be told" : <NumberRuns runs={equal(runs)} />}
    </output>
  );
}

const runsOf = (value: number | undefined, write: (value: number) => readonly NumberRun[]) =>
  value === undefined || !Number.isFinite(value) ? undefined : write(value);

const gainRuns = (log10Gain: number | undefined) =>
  runsOf(log10Gain, (value) => [{text: formatMultiplier(10 ** value)}]);

const quantities = ["log10C", "log10Gain", "score"] as const;

function isSameRow(a: ModelRowProps, b: ModelRowProps): boolean {
  const {solved: before, ...others} = a;
  const {solved: now} = b;
  return (
    quantities.every((key) => Object.is(before?.[key], now?.[key])) &&
    Object.entries(others).every(([key, value]) => value === b[key as keyof ModelRowProps])
  );
}

/** A row that is rendered again only when its own model says something else: there may be hundreds. */
export class ModelRow extends Component<ModelRowProps> {
  override shouldComponentUpdate(next: ModelRowProps): boolean {
    return !isSameRow(this.props, next);
  }

  override render() {
    return <Cells {...this.props} />;
  }
}

/** A model: what is given is a field, what it solves for is shown as it follows. */
function Cells({editing, held, model, metricId, metric, solved, role, recipes}: ModelRowProps) {
  const {id, name, solve} = model;
  const recipeGain = gainRuns(solved?.log10Gain);
  const decimals = metric?.decimals ?? 2;
  const score = runsOf(solved?.score, (value) => [{text: value.toFixed(decimals).replace("-", "−")}]);
  const hasSize = model.parameters !== undefined && model.tokens !== undefined;
  return (
    <tr data-model={id} data-role={role}>
      <th scope="row">
        <TextCell
          label={`Name of ${name}`}
          text={name}
          kind="name"
          take={(text) => editing.take((now) => renameModel(now, id, text), `name of ${name}`)}
        />
      </th>
      <td data-key="recipe">
        <SelectCell
          label={`Recipe of ${name}`}
          value={model.recipe}
          choices={recipes}
          choose={(value) => editing.take((now) => setModelRecipe(now, id, value), `recipe of ${name}`)}
        />
      </td>
      <td data-key="compute">
        {solve === "compute" ? (
          <Solved runs={runsOf(solved?.log10C, (value) => formatFlop(10 ** value).runs)} what={`Compute of ${name}`} />
        ) : (
          <QuantityCell
            editing={editing}
            address={`models.${id}.compute`}
            kind={inputKinds.modelCompute}
            label={`Compute of ${name}, FLOP`}
            step={`compute of ${name}`}
            quantity={model.compute}
            empty={hasSize ? "6 × size × tokens" : "not disclosed"}
            clear={(now) => clearModel(now, id, "compute")}
          />
        )}
      </td>
      <td data-key="score">
        {solve === "score" ? (
          <Solved runs={score} what={`Score of ${name}`} />
        ) : (
          <QuantityCell
            editing={editing}
            address={`models.${id}.score.${metricId}`}
            kind={inputKinds.modelScore}
            label={`Score of ${name}`}
            step={`score of ${name}`}
            quantity={model.score[metricId]}
            empty={score === undefined ? "no score" : plainText(score)}
            emptyUnder={score === undefined ? undefined : "by the law"}
            clear={(now) => clearModel(now, id, "score")}
          />
        )}
      </td>
      <td data-key="gain">
        {solve === "gain" ? (
          <Solved runs={recipeGain} what={`Gain of ${name}`} />
        ) : (
          <QuantityCell
            editing={editing}
            address={`models.${id}.gain`}
            kind={inputKinds.modelGain}
            label={`Gain of ${name}`}
            step={`gain of ${name}`}
            quantity={model.gain}
            empty={recipeGain === undefined ? "its recipe’s" : plainText(recipeGain)}
            emptyUnder={recipeGain === undefined ? undefined : "its recipe’s"}
            clear={(now) => clearModel(now, id, "gain")}
          />
        )}
      </td>
      <td data-key="solve">
        <SelectCell
          label={`${name} solves for`}
          value={solve}
          choices={solves.map((value) => ({value, text: value}))}
          held={held}
          choose={(value) => {
            const next = solves.find((word) => word === value) ?? "gain";
            const now = solved ?? {log10C: NaN, log10Gain: NaN, score: NaN};
            return editing.take((current) => setSolve(current, id, next, now), `what ${name} solves for`);
          }}
        />
      </td>
      <td data-key="basis">
        <SelectCell
          label={`Compute of ${name} is`}
          value={model.basis}
          choices={bases}
          choose={(value) => {
            const basis = bases.find((choice) => choice.value === value)?.value ?? "known";
            return editing.take((now) => setModelBasis(now, id, basis), `basis of ${name}`);
          }}
        />
      </td>
      <RowActions
        table="models"
        name={name}
        duplicate={() => editing.run((now) => duplicateModel(now, id), `copy of ${name}`, `${name} was not copied.`)}
        remove={() => editing.run((now) => removeModel(now, id), `deletion of ${name}`, `${name} was not deleted.`)}
      />
    </tr>
  );
}
