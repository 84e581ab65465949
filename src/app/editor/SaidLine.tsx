import type {Editing} from "./editing.ts";

/** What the last edit changed besides, or why it was refused, at the foot of the screen while the tables are in sight. */
export function SaidLine({editing: {store, said}}: {readonly editing: Editing}) {
  const shown = said.value;
  const canUndo = shown?.of !== undefined && shown.of === store.scenario.value;
  return (
    <div class="said-place" aria-live="polite">
      {shown !== undefined && (
        <div class="said" data-kind={shown.kind}>
          <div class="said-text">
            <b>{shown.title}</b>
            {shown.lines.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </div>
          {canUndo && (
            <button
              type="button"
              class="quiet"
              onClick={() => {
                said.value = undefined;
                store.undo();
              }}
            >
              Undo
            </button>
          )}
          <button
            type="button"
            class="quiet"
            onClick={() => {
              said.value = undefined;
            }}
          >
            Close
          </button>
        </div>
      )}
    </div>
  );
}
