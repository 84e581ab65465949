import {batch} from "@preact/signals";
import {kindNames} from "../../figures/evidenceKinds.ts";
import type {EvidenceKind} from "../../scenario/schema.ts";
import {evidenceKinds} from "../../scenario/schema.ts";
import type {EvidenceState} from "./evidenceState.ts";
import {pageSize} from "./evidenceState.ts";

interface FiltersProps {
  readonly state: EvidenceState;
  /** How many figures the scenario uses, and how many the ledger has once it is there. */
  readonly used: number;
  readonly all: number | undefined;
  readonly counts: Readonly<Record<EvidenceKind, number>>;
}

/** The set with a member more or less. */
function toggled<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}

/** Which figures, which words, which kinds: all of it by keyboard, nothing waits for a button. */
export function EvidenceFilters({state, used, all, counts}: FiltersProps) {
  const ask = (change: () => void) =>
    batch(() => {
      change();
      state.limit.value = pageSize;
      state.said.value = "";
    });
  const scopes = [
    {scope: "used", name: "Used here", count: used},
    {scope: "ledger", name: "The whole ledger", count: all}
  ] as const;
  return (
    <form class="evidence-filters" role="search" aria-label="Evidence" onSubmit={(event) => event.preventDefault()}>
      <fieldset class="segments">
        <legend class="visually-hidden">Which figures</legend>
        {scopes.map(({scope, name, count}) => (
          <label key={scope}>
            <input
              type="radio"
              name="evidence-scope"
              checked={state.scope.value === scope}
              onChange={() => ask(() => (state.scope.value = scope))}
            />
            <span>
              {name} {count !== undefined && <small>{count}</small>}
            </span>
          </label>
        ))}
      </fieldset>
      <label class="search">
        <span class="visually-hidden">Search subject, quantity, note and source</span>
        <input
          type="search"
          placeholder="Search subject, quantity, note, source"
          autocomplete="off"
          spellcheck={false}
          value={state.search.value}
          onInput={({currentTarget}) => ask(() => (state.search.value = currentTarget.value))}
        />
      </label>
      <label class="conflicts-only">
        <input
          type="checkbox"
          checked={state.conflictsOnly.value}
          onChange={({currentTarget}) => ask(() => (state.conflictsOnly.value = currentTarget.checked))}
        />
        with conflicts only
      </label>
      <div class="chips" role="group" aria-label="Kinds of evidence">
        {evidenceKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            class="chip"
            aria-pressed={state.kinds.value.has(kind)}
            onClick={() => ask(() => (state.kinds.value = toggled(state.kinds.value, kind)))}
          >
            {kindNames[kind]} <small>{counts[kind]}</small>
          </button>
        ))}
      </div>
    </form>
  );
}
