import {render} from "preact";
import {CompareItems} from "../compare/CompareItems.tsx";
import type {Store} from "../store.ts";
import {StepList} from "./StepList.tsx";
import "./steps.css";

/** Menus of the header that are loaded when they are first opened. */
const menus = {
  steps: {name: "Steps", content: (store: Store) => <StepList store={store} />},
  compare: {name: "Compare", content: (store: Store) => <CompareItems store={store} />}
} as const;
export type MenuName = keyof typeof menus;

const panels = new Map<MenuName, HTMLElement>();

/** Arrow keys go round the buttons. */
function step(panel: HTMLElement, event: KeyboardEvent): void {
  const items = [...panel.querySelectorAll<HTMLElement>("button")];
  const to = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (to === undefined || items.length === 0) return;
  event.preventDefault();
  const at = items.findIndex((item) => item === document.activeElement);
  items[(at + to + items.length) % items.length]?.focus();
}

function panelOf(menu: MenuName, store: Store): HTMLElement {
  const known = panels.get(menu);
  if (known !== undefined) return known;
  const panel = document.createElement("div");
  panel.className = `menu ${menu}-popover`;
  panel.popover = "auto";
  panel.setAttribute("role", "group");
  panel.setAttribute("aria-label", menus[menu].name);
  panel.addEventListener("keydown", (event) => step(panel, event));
  if (menu === "compare") panel.addEventListener("click", () => panel.hidePopover());
  (document.querySelector("header.top") ?? document.body).append(panel);
  render(menus[menu].content(store), panel);
  panels.set(menu, panel);
  return panel;
}

/** Opens a menu under the button that asked for it, or closes it; the platform gives the focus back. */
export function openMenu(menu: MenuName, store: Store, button: Element): void {
  const panel = panelOf(menu, store);
  const {bottom, right} = button.getBoundingClientRect();
  panel.style.top = `${Math.max(0, bottom) + 4}px`;
  panel.style.right = `${Math.max(8, document.documentElement.clientWidth - right)}px`;
  panel.showPopover();
  (panel.querySelector<HTMLElement>("[aria-current]") ?? panel.querySelector("button"))?.focus();
}
