import {useSignal} from "@preact/signals";
import {still} from "../../chart/still.ts";
import {residualsOf} from "../../figures/residualFigure.ts";
import {isLossForm} from "../../fitting/forms.ts";
import {formatCount, formatFlop} from "../../scenario/numberText.ts";
import type {LadderFit, Rung} from "../../simulation/fits.ts";

const perPage = 50;

const orders = {
  row: "as in the table",
  residual: "furthest from the law first",
  loss: "largest loss first"
} as const;
type Order = keyof typeof orders;

const short = (value: number): string => (Number.isFinite(value) ? Number(value.toPrecision(5)).toString() : "");
const count = (value: number): string => (Number.isFinite(value) ? formatCount(value) : "");

function Flop({value}: {readonly value: number}) {
  if (!Number.isFinite(value)) return null;
  return (
    <>
      {formatFlop(value).runs.map(({text, sup}, i) => (sup ? <sup key={i}>{text}</sup> : <span key={i}>{text}</span>))}
    </>
  );
}

function sorted(rungs: readonly Rung[], order: Order, residuals: ReadonlyMap<number, number>): readonly Rung[] {
  if (order === "row") return rungs;
  const of = ({row, loss}: Rung) => (order === "loss" ? loss : Math.abs(residuals.get(row) ?? NaN));
  const known = (value: number) => (Number.isFinite(value) ? value : -Infinity);
  return [...rungs].sort((one, other) => known(of(other)) - known(of(one)) || one.row - other.row);
}

interface RunsTableProps extends Pick<LadderFit, "rungs" | "recipes" | "taken" | "options" | "result"> {
  readonly onRun: (row: number) => void;
  readonly onAll: () => void;
}

/** Every run with what the law missed it by, fifty on a page; each is switched off and on here too. */
export const RunsTable = still(({rungs, recipes, taken, options, result, onRun, onAll}: RunsTableProps) => {
  const page = useSignal(0);
  const order = useSignal<Order>("row");
  const residuals = new Map(residualsOf({taken, result}).map(({rung, value}) => [rung.row, value]));
  const isLoss = isLossForm(options.form);
  const rows = sorted(rungs, order.value, residuals);
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  const at = Math.min(page.value, pages - 1);
  const shown = rows.slice(at * perPage, (at + 1) * perPage);
  const hasNames = rungs.some(({name}) => name !== "");
  const off = rungs.filter(({out}) => out === "switched off").length;
  return (
    <section aria-labelledby="runs-title">
      <h2 class="section" id="runs-title">
        Runs <span>{rungs.length.toLocaleString("en")}, each switched off and on here or by a click in the figure</span>
      </h2>
      <div class="fit-bar">
        <label>
          Order{" "}
          <select
            value={order.value}
            onChange={({currentTarget}) => {
              order.value = currentTarget.value as Order;
              page.value = 0;
            }}
          >
            {Object.entries(orders).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {off > 0 && (
          <button type="button" class="fit-button" onClick={onAll}>
            Switch all on again
          </button>
        )}
      </div>
      <div class="fit-scroll" tabIndex={0} role="region" aria-label="Runs as a table">
        <table class="numbers fit-table runs-table">
          <thead>
            <tr>
              <th scope="col">On</th>
              <th scope="col">Row</th>
              {hasNames && <th scope="col">Name</th>}
              {recipes.length > 0 && <th scope="col">Recipe</th>}
              <th scope="col">N</th>
              <th scope="col">D</th>
              <th scope="col">C, FLOP</th>
              <th scope="col">{isLoss ? "Loss" : "Score"}</th>
              <th scope="col">Off the law</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((rung) => {
              const {row, name, recipe, N, D, C, out} = rung;
              const residual = residuals.get(row);
              return (
                <tr key={row} data-out={out === undefined ? undefined : ""}>
                  <td>
                    <label class="fit-switch">
                      <input
                        type="checkbox"
                        checked={out !== "switched off"}
                        aria-label={`Run ${row}${name === "" ? "" : `, ${name}`}, takes part`}
                        onChange={() => onRun(row)}
                      />
                    </label>
                  </td>
                  <th scope="row">{row}</th>
                  {hasNames && <td class="fit-name">{name}</td>}
                  {recipes.length > 0 && <td class="fit-name">{recipe}</td>}
                  <td>{count(N)}</td>
                  <td>{count(D)}</td>
                  <td>
                    <Flop value={C} />
                  </td>
                  <td>{short(isLoss ? rung.loss : rung.score)}</td>
                  <td>
                    {residual === undefined
                      ? (out ?? "not fitted")
                      : `${residual < 0 ? "−" : "+"}${Math.abs(residual).toFixed(2)} ${isLoss ? "%" : "points"}`}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {pages > 1 && (
        <div class="fit-bar" role="group" aria-label="Pages of the table">
          <button type="button" class="fit-button" disabled={at === 0} onClick={() => (page.value = at - 1)}>
            Before
          </button>
          <span role="status">
            {`${at * perPage + 1} to ${Math.min(rows.length, (at + 1) * perPage)} of ${rows.length}`}
          </span>
          <button type="button" class="fit-button" disabled={at === pages - 1} onClick={() => (page.value = at + 1)}>
            Next
          </button>
        </div>
      )}
    </section>
  );
});
