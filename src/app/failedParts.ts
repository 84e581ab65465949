import type {Store} from "./store.ts";

/** Whether an error says that a part of the page could not be loaded; engines and the loader of styles say so in words alone. */
export const isFailedPart = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|importing a module script|preload css/i.test(error.message);

const title = "A part of the page could not be loaded. What was open is as it was.";

/**
 * Says that a part of the page could not be loaded, where the place that asked for it does not say so itself.
 *
 * Browsers remember which part failed and do not ask for it again before the page is reloaded.
 */
export function sayFailedParts({notice}: Store): void {
  window.addEventListener("unhandledrejection", (event) => {
    if (!isFailedPart(event.reason)) return;
    event.preventDefault();
    const said = notice.peek();
    notice.value =
      said?.kind === "problem" && said.title !== title
        ? {...said, lines: [...said.lines.filter((line) => line !== title), title]}
        : {
            kind: "problem",
            title,
            lines: ["With a connection, reload the page and ask again."],
            action: {label: "Reload the page", run: () => location.reload()}
          };
  });
}
