import "./evidenceView.css";
import {useComputed} from "@preact/signals";
import {useEffect} from "preact/hooks";
import {leadingModels, orderedIds} from "../../figures/evidence.ts";
import {exchangeStep} from "../../figures/evidenceExchange.ts";
import type {Column, TableView} from "../../figures/evidenceTable.ts";
import {evidenceTable, nextOrder, tableView} from "../../figures/evidenceTable.ts";
import {usesOf} from "../../figures/evidenceUse.ts";
import {exchangesOf} from "../../scenario/exchange.ts";
import type {Exchange} from "../../scenario/exchange.ts";
import {evidenceIds} from "../../scenario/ledger.ts";
import type {Model} from "../model.ts";
import {EvidenceFilters} from "./EvidenceFilters.tsx";
import {EvidenceTable} from "./EvidenceTable.tsx";
import {evidenceState, pageSize} from "./evidenceState.ts";

/** Every row of the scope on show, and the ids of the scenario that lead nowhere. */
function useRows(model: Model) {
  const {scope} = evidenceState(model);
  return useComputed(() => {
    const scenario = model.atRest.value;
    const find = model.find.value;
    const ledger = model.ledger.value;
    const used = orderedIds(scenario, leadingModels(scenario));
    const all = new Set([...(ledger?.figures.map(({id}) => id) ?? []), ...scenario.evidence.map(({id}) => id)]);
    const entries = (scope.value === "used" ? used : [...all]).flatMap((id) => find(id) ?? []);
    return {
      rows: evidenceTable(entries, usesOf(scenario, find), find),
      all: ledger === undefined ? undefined : all.size,
      lost: ledger === undefined ? [] : used.filter((id) => find(id) === undefined)
    };
  });
}

/** The exchanges the scenario offers, by the figure in use. */
function useExchanges(model: Model) {
  return useComputed(() => {
    const byId = new Map<string, readonly Exchange[]>();
    for (const exchange of exchangesOf(model.atRest.value, model.find.value)) {
      const {id} = exchange.inUse;
      byId.set(id, [...(byId.get(id) ?? []), exchange]);
    }
    return byId;
  });
}

const focusLater = (find: () => HTMLElement | null | undefined) =>
  requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus()));

/** How many figures were found, and how many of them stand there. */
function countWords({disclosed, undisclosed, conflicts}: TableView, shown: number): string {
  const count = disclosed.length + undisclosed.length;
  const found = `${count} ${count === 1 ? "figure" : "figures"}, ${undisclosed.length} not disclosed, ${conflicts} with conflicts`;
  return shown < disclosed.length ? `${found}; ${shown + undisclosed.length} shown.` : `${found}.`;
}

/** Every figure the open scenario stands on and the ledger behind it: searched, sorted, its conflicts side by side. */
export function EvidenceView({model}: {readonly model: Model}) {
  useEffect(() => model.needLedger(), []);
  const state = evidenceState(model);
  const listed = useRows(model).value;
  const exchanges = useExchanges(model).value;
  const scenario = model.atRest.value;
  const {rows, all, lost} = listed;
  const {search, kinds, conflictsOnly, order, limit} = state;
  const view = tableView(
    rows,
    {search: search.value, kinds: kinds.value, conflictsOnly: conflictsOnly.value},
    order.value
  );
  const {disclosed, undisclosed} = view;
  const shown = disclosed.slice(0, limit.value);
  const use = (exchange: Exchange) => {
    model.store.commit(exchange.scenario, exchangeStep(scenario, exchange));
    state.said.value = `Done: ${exchangeStep(scenario, exchange)}. Undo takes it back.`;
    focusLater(() => document.getElementById(`evidence-${exchange.other.id}`)?.querySelector<HTMLElement>(".take"));
  };
  const table = {
    context: {scenario, exchanges, use},
    order: order.value,
    onSort: (column: Column) => (order.value = nextOrder(order.value, column))
  };
  const showMore = () => {
    const next = disclosed[limit.value];
    limit.value += pageSize;
    focusLater(() => document.getElementById(`evidence-${next?.id}`));
  };
  return (
    <section class="evidence-view" aria-labelledby="evidence-view-title">
      <h2 id="evidence-view-title">Evidence</h2>
      <p class="intro">
        Every figure has a source and a kind. Where figures disagree both stand here, and what nobody has published is
        listed as that.
      </p>
      <EvidenceFilters state={state} used={evidenceIds(scenario).length} all={all} counts={view.counts} />
      <p class="count" role="status">
        {all === undefined ? "Loading the ledger" : `${countWords(view, shown.length)} ${state.said.value}`}
      </p>
      {shown.length > 0 && <EvidenceTable label="Figures" rows={shown} {...table} />}
      {shown.length < disclosed.length && (
        <button class="quiet more" onClick={showMore}>
          Show {Math.min(pageSize, disclosed.length - shown.length)} more
        </button>
      )}
      {all !== undefined && disclosed.length + undisclosed.length === 0 && (
        <p class="none">No figure fits. Fewer words or other kinds find more.</p>
      )}
      {undisclosed.length > 0 && (
        <>
          <h3>Not disclosed: nobody has published it</h3>
          <EvidenceTable label="Not disclosed" rows={undisclosed} {...table} />
        </>
      )}
      {lost.length > 0 && (
        <p class="none">Named by the scenario and neither in it nor in the ledger: {lost.join(", ")}.</p>
      )}
    </section>
  );
}
