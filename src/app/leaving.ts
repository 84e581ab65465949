/** Does what is due as the page is left or goes out of sight, which may be the last that it gets to do. */
export function whenLeaving(act: () => void): void {
  window.addEventListener("pagehide", act);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") act();
  });
}
