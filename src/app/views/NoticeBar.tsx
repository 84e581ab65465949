import type {Model} from "../model.ts";

/** What is said, and below it the line of the file it is about, as text in the letters of a file. */
function NoticeLine({text}: {readonly text: string}) {
  const [said = "", ...source] = text.split("\n");
  return (
    <>
      <bdi>{said}</bdi>
      {source.length > 0 && <pre class="notice-source">{source.join("\n")}</pre>}
    </>
  );
}

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
                  <NoticeLine text={line} />
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
