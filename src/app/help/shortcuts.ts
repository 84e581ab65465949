/** What a key does; keys that are pressed together stand in one text, with spaces between. */
export interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
}

export const shortcuts: readonly Shortcut[] = [
  {
    keys: ["Tab"],
    does: "To the next point: the subject first, then rivals by score, then known points; after them the controls"
  },
  {keys: ["←", "→"], does: "Move a point along its rung: less or more compute, the same score"},
  {
    keys: ["↑", "↓"],
    does: "Move a point along its curve: compute and score together. On a slider: the same as right and left"
  },
  {keys: ["Shift ←", "Shift →"], does: "Ten times further"},
  {keys: ["Home", "End"], does: "On a slider: to its ends"},
  {keys: ["Esc"], does: "Take back the move under way, or the text being typed"},
  {keys: ["Enter"], does: "Take the text in a field"},
  {keys: ["Ctrl Z"], does: "Undo; on a Mac ⌘ stands for Ctrl"},
  {keys: ["Ctrl Shift Z"], does: "Redo"},
  {keys: ["+", "−"], does: "Zoom the figure in or out"},
  {keys: ["0"], does: "Show the whole figure"},
  {keys: ["Ctrl O"], does: "Open a scenario"},
  {keys: ["Ctrl S"], does: "Save the scenario as a file"},
  {keys: ["?"], does: "This help"}
];
