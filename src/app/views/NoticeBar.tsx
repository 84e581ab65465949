import type {Model} from "../model.ts";

/** What could not be done, or may be done, above everything; dismissed by hand. */
export function NoticeBar({model}: {readonly model: Model}) {
  const {notice} = model.store;
  const shown = notice.value;
  return (
    <div class="notice-place" aria-live="assertive">
      {shown && (
        <div class={`notice ${shown.kind}`} role={shown.kind === "problem" ? "alert" : "status"}>
          <p>{shown.title}</p>
          {shown.lines.length > 0 && (
            <ul tabIndex={0} aria-label="Details">
              {shown.lines.map((line, i) => (
                <li key={i}>
                  <bdi>{line}</bdi>
                </li>
              ))}
            </ul>
          )}
          <div class="notice-buttons">
            {shown.action && (
              <button
                class="primary"
                onClick={() => {
                  notice.value = undefined;
                  shown.action?.run();
                }}
              >
                {shown.action.label}
              </button>
            )}
            <button class="quiet" onClick={() => (notice.value = undefined)}>
              Close
            </button>
          </div>
        </div>
      )}
    </div>
  );
}
