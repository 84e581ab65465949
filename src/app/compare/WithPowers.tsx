/** A sentence with its powers of ten set as such. */
export function WithPowers({text}: {readonly text: string}) {
  const parts = text.split(/\^([−-]?\d+)/);
  return <>{parts.map((part, i) => (i % 2 === 1 ? <sup key={i}>{part}</sup> : <span key={i}>{part}</span>))}</>;
}
