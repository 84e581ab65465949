import {signal} from "@preact/signals";

export type ThemeChoice = "auto" | "light" | "dark";

const key = "scaling-ladder.theme";
const order: readonly ThemeChoice[] = ["auto", "light", "dark"];

export const themeWords: Record<ThemeChoice, string> = {
  auto: "as the system",
  light: "light",
  dark: "dark"
};

/** The chosen theme; "auto" follows the system. */
export const theme = signal<ThemeChoice>("auto");

function apply(choice: ThemeChoice): void {
  theme.value = choice;
  if (choice === "auto") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.dataset["theme"] = choice;
}

/** Takes up what was chosen last time. */
export function restoreTheme(): void {
  try {
    const kept = localStorage.getItem(key);
    apply(order.find((choice) => choice === kept) ?? "auto");
  } catch {
    apply("auto");
  }
}

export function nextTheme(): void {
  const choice = order[(order.indexOf(theme.value) + 1) % order.length] ?? "auto";
  apply(choice);
  try {
    localStorage.setItem(key, choice);
  } catch {
    // A browser that keeps nothing still shows the theme until it is closed.
  }
}

/** The theme on show. */
export function shownTheme(): "light" | "dark" {
  if (theme.value !== "auto") return theme.value;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
