import type {Text} from "../chart/figure.ts";
import {UnbrokenPercents} from "./UnbrokenPercents.tsx";

/** Text of a figure in HTML: exponents as <sup>. */
export function TextRuns({text}: {readonly text: Text}) {
  return (
    <>
      {text.map((run, i) =>
        run.sup ? (
          <sup key={i}>{run.text}</sup>
        ) : (
          <span key={i}>
            <UnbrokenPercents text={run.text} />
          </span>
        )
      )}
    </>
  );
}
