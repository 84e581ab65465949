import type {Text} from "../chart/figure.ts";
import {Kept} from "./Kept.tsx";

/** Text of a figure in HTML: exponents as <sup>. */
export function TextRuns({text}: {readonly text: Text}) {
  return (
    <>
      {text.map((run, i) =>
        run.sup ? (
          <sup key={i}>{run.text}</sup>
        ) : (
          <span key={i}>
            <Kept text={run.text} />
          </span>
        )
      )}
    </>
  );
}
