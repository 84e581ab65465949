/** Sizes people need, CSS pixels; the first is the command's own. */
export const exportSizes = [
  {name: "wide", width: 1200, height: 760},
  {name: "slide", width: 1280, height: 720},
  {name: "column", width: 720, height: 560}
] as const;
