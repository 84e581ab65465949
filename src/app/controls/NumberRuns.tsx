import type {NumberRun} from "../../scenario/numberText.ts";

/** Text with its exponents raised. */
export function NumberRuns({runs}: {readonly runs: readonly NumberRun[]}) {
  return <>{runs.map(({text, sup}, i) => (sup ? <sup key={i}>{text}</sup> : text))}</>;
}
