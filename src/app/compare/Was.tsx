import {useComputed} from "@preact/signals";
import type {Scenario} from "../../scenario/schema.ts";
import type {Store} from "../store.ts";
import {WithPowers} from "./WithPowers.tsx";

/** What a table says of the pinned scenario, without intervals; undefined while nothing is pinned. */
export function useBefore<T>({pinned}: Store, read: (before: Scenario) => T | undefined): T | undefined {
  return useComputed(() => pinned.value && read(pinned.value)).value;
}

interface WasProps {
  readonly now: string;
  /** The same number in the pinned scenario; undefined where it has none, or nothing is pinned. */
  readonly before: string | undefined;
}

/** "was 1.7×" under a number that reads otherwise in the pinned scenario. */
export const Was = ({now, before}: WasProps) =>
  before === undefined || before === "" || before === now ? null : (
    <small class="was">
      was <WithPowers text={before} />
    </small>
  );
