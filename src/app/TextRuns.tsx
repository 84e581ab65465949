import type {Text} from "../chart/figure.ts";

/** Text of a figure in HTML: exponents as <sup>. */
export function TextRuns({text}: {readonly text: Text}) {
  return <>{text.map((run, i) => (run.sup ? <sup key={i}>{run.text}</sup> : <span key={i}>{run.text}</span>))}</>;
}
