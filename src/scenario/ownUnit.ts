const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * A text without the unit that stands behind its field: "20 to 60 tokens per second" is "20 to 60".
 *
 * A field shows its number and its unit side by side, and whoever copies what stands there means the same. Only a unit
 * behind a number is taken away: the "s" of "tokens" is none.
 */
export function withoutUnit(text: string, unit: string): string {
  const trimmed = text.trim();
  if (unit === "") return trimmed;
  const behind = new RegExp(`(?<=[\\d%)\\s]|\\d[kKMBT])${escaped(unit)}(?=( or (more|less))?$)`, "i");
  return trimmed.replace(behind, "").replace(/\s+/g, " ").trim();
}
