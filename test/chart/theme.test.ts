import {describe, expect, test} from "vitest";
import {cssVariables, darkTheme, lightTheme, nameColor, pageTheme, roleColor} from "../../src/chart/theme.ts";
import type {Theme} from "../../src/chart/theme.ts";
import {contrast, deficiencies, difference, lab} from "./colorMath.ts";
import type {Deficiency} from "./colorMath.ts";

const recipes = ["reference", "subject", "rival1", "rival2", "rival3"] as const;
const text = ["ink", "ink2", "ink3", "warn", "focus", ...recipes] as const;

function pairs<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b] as const));
}

test("difference agrees with pairs published with CIEDE2000", () => {
  // Sharma, Wu, Dalal 2005, table 1, pairs 1, 7 and 25.
  expect(difference([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(difference([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 4);
  expect(difference([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
});

describe.each([
  ["light", lightTheme],
  ["dark", darkTheme]
] as const)("%s", (_, theme: Theme) => {
  test.each(text)("%s reaches 4.5 to 1 on the background", (token) => {
    expect(contrast(theme[token], theme.bg)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["ink", "ink2", "ink3"] as const)("%s reaches 4.5 to 1 on a panel", (token) => {
    expect(contrast(theme[token], theme.panel)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([undefined, ...(Object.keys(deficiencies) as Deficiency[])])(
    "recipes differ by 10 or more, seen %s",
    (sight) => {
      for (const [a, b] of pairs(recipes)) {
        expect(difference(lab(theme[a], sight), lab(theme[b], sight)), `${a}, ${b}`).toBeGreaterThanOrEqual(10);
      }
    }
  );

  test("recipes are at least 4 of lightness apart in grey", () => {
    for (const [a, b] of pairs(recipes)) {
      expect(Math.abs(lab(theme[a])[0] - lab(theme[b])[0]), `${a}, ${b}`).toBeGreaterThanOrEqual(4);
    }
  });
});

test("the page’s theme names a variable for every colour, and cssVariables gives each its value", () => {
  const css = cssVariables(darkTheme);
  for (const [name, value] of Object.entries(pageTheme)) {
    expect(value).toBe(`var(--${name})`);
    expect(css).toContain(`--${name}: ${darkTheme[name as keyof Theme]};`);
  }
});

test("a recipe’s name wears its mark’s colour, and context’s is a shade stronger than its point", () => {
  for (const role of recipes) expect(nameColor[role]).toBe(roleColor[role]);
  expect([roleColor.context, nameColor.context]).toEqual(["ink3", "ink2"]);
});
