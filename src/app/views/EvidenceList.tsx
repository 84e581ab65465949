import {useSignal, useSignalEffect} from "@preact/signals";
import type {ComponentType} from "preact";
import {useEffect, useRef} from "preact/hooks";
import {leadingModels, orderedIds} from "../../figures/evidence.ts";
import {sectionEvidenceIds, sectionOfView} from "../../scenario/viewInputs.ts";
import type {Model} from "../model.ts";
import type {EvidenceRowsProps} from "./EvidenceRows.tsx";

/** The figures the scenario stands on, with sources, kinds and conflicts; loaded when they come near the screen. */
export function EvidenceList({model}: {readonly model: Model}) {
  const place = useRef<HTMLElement>(null);
  const part = useSignal<{readonly EvidenceRows: ComponentType<EvidenceRowsProps>} | undefined>(undefined);
  const isFailed = useSignal(false);
  useEffect(() => {
    if (place.current === null) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) model.needLedger();
      },
      {rootMargin: "200px"}
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  // Without the ledger there is nothing to set in rows.
  useSignalEffect(() => {
    if (model.ledger.value === undefined) return;
    import("./EvidenceRows.tsx").then((loaded) => (part.value = loaded)).catch(() => (isFailed.value = true));
  });
  const scenario = model.atRest.value;
  const section = sectionOfView(scenario.view.figure);
  const ids =
    section === undefined ? orderedIds(scenario, leadingModels(scenario)) : sectionEvidenceIds(scenario, section);
  const count = ids.length;
  if (count === 0) return null;
  const find = model.find.value;
  const found = ids.flatMap((id) => find(id) ?? []);
  const conflicts = found.filter(({conflictsWith = []}) => conflictsWith.some((id) => find(id) !== undefined)).length;
  const isThere = found.length === count;
  return (
    <section aria-labelledby="evidence-title" ref={place}>
      <h2 class="section" id="evidence-title">
        Evidence used here{" "}
        <span>
          {count} figures{isThere && conflicts > 0 && `, ${conflicts} with conflicts`}
        </span>
      </h2>
      {isThere && part.value !== undefined ? (
        <part.value.EvidenceRows ids={ids} find={find} />
      ) : (
        <ul class="evidence-list">
          <li class="evidence">{isFailed.value ? "The evidence could not be loaded: reload the page." : "loading"}</li>
        </ul>
      )}
    </section>
  );
}
