import type {ViewAnswer} from "../../figures/viewPart.ts";
import {TextRuns} from "../TextRuns.tsx";

/** The answer of a view: what it says, its verdict, and what that rests on. */
export function ViewAnswerText({answer: {body, verdict, condition}}: {readonly answer: ViewAnswer}) {
  return (
    <>
      <p class="answer">
        <TextRuns text={body} />
        {verdict !== undefined && <u class="verdict">{verdict}</u>}.
      </p>
      <p class="condition">
        <TextRuns text={condition} />
      </p>
    </>
  );
}
