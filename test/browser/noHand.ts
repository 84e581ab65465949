import type {Page} from "playwright-core";

/** Keeps from the page the move to 0, 0 that a browser without a mouse reports now and then; call it before opening. */
export const noHand = (page: Page) =>
  page.addInitScript(() => {
    window.addEventListener(
      "pointermove",
      (event) => {
        if (event.clientX === 0 && event.clientY === 0) event.stopImmediatePropagation();
      },
      {capture: true}
    );
  });
