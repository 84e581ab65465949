import type {Store} from "../store.ts";
import {isPanelOpen} from "./openPanel.ts";

/** What a menu offers about comparing: what is compared with, and what differs. */
export function CompareItems({store}: {readonly store: Store}) {
  const {pinned} = store;
  const isPinned = pinned.value !== undefined;
  return (
    <>
      <button onClick={() => (pinned.value = store.scenario.peek())}>
        {isPinned ? "Pin this one instead" : "Pin as baseline"}
      </button>
      {isPinned && <button onClick={() => (isPanelOpen.value = true)}>What differs</button>}
      <button onClick={() => void import("./pin.ts").then(({chooseFile}) => chooseFile(store))}>
        Compare with a file…
      </button>
      {isPinned && <button onClick={() => (pinned.value = undefined)}>Unpin</button>}
    </>
  );
}
