const letters: Readonly<Record<string, string>> = {alpha: "α", beta: "β"};

const greek = (text: string): string => text.replace(/alpha|beta/g, (name) => letters[name] ?? name);

/** A formula as the papers set it: what follows a caret as an exponent, Greek letters as such. */
export function FormulaText({formula}: {readonly formula: string}) {
  const parts = formula.split(/\^([−-]?[\w.]*\w)/);
  return (
    <>{parts.map((part, i) => (i % 2 === 1 ? <sup key={i}>{greek(part)}</sup> : <span key={i}>{greek(part)}</span>))}</>
  );
}
