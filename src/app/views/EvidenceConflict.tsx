import {useMemo} from "preact/hooks";
import type {Change, ExchangeEffect} from "../../figures/evidenceExchange.ts";
import {effectOf, exchangeStep} from "../../figures/evidenceExchange.ts";
import type {FigureWords} from "../../figures/evidenceTable.ts";
import {numberIn} from "../../figures/evidenceWords.ts";
import type {Exchange} from "../../scenario/exchange.ts";
import type {Scenario} from "../../scenario/schema.ts";
import {TextRuns} from "../TextRuns.tsx";
import {ConflictSign} from "./ConflictSign.tsx";
import {SourceLink} from "./SourceLink.tsx";

/** What the exchange of a figure needs to know and to do. */
export interface Exchanging {
  readonly scenario: Scenario;
  readonly exchanges: readonly Exchange[];
  readonly use: (exchange: Exchange) => void;
}

function ChangeText({change: {what, before, after}}: {readonly change: Change}) {
  return (
    <>
      {what}: <TextRuns text={before} /> as it is, <TextRuns text={after} /> with the other figure
    </>
  );
}

/** What becomes of the gain in the answer. */
function AnswerChange({answer}: {readonly answer: ExchangeEffect["answer"]}) {
  if (answer?.changes === true) {
    return (
      <>
        <ChangeText change={answer} />.
      </>
    );
  }
  return (
    <>
      Changes nothing in the answer
      {answer !== undefined && (
        <>
          : {answer.what} stays <TextRuns text={answer.after} />
        </>
      )}
      .
    </>
  );
}

/** What becomes of the interval when the other figure is taken. */
function IntervalText({exchange: {quantity, keepsInterval, inUse}}: {readonly exchange: Exchange}) {
  const {low, high} = quantity;
  if (low === undefined || high === undefined) return <>It has no interval of its own: none is left.</>;
  return (
    <>
      {keepsInterval ? "It has no interval of its own: the one set stays, " : "It brings its interval, "}
      <TextRuns text={numberIn(low, inUse.unit)} /> to <TextRuns text={numberIn(high, inUse.unit)} />.
    </>
  );
}

/** The button that takes the other figure, and before it is pressed what that would change. */
function ExchangeButton({
  exchange,
  scenario,
  use
}: {readonly exchange: Exchange} & Pick<Exchanging, "scenario" | "use">) {
  const {answer, elsewhere} = useMemo(() => effectOf(scenario, exchange), [scenario, exchange]);
  const id = `effect-${exchange.address}-${exchange.other.id}`;
  const step = exchangeStep(scenario, exchange).replace("other figure for ", "");
  return (
    <div class="exchange">
      <button class="take" aria-describedby={id} onClick={() => use(exchange)}>
        Use the other figure<span class="visually-hidden"> for {step}</span>
      </button>
      <div id={id} class="effect">
        <p>
          <AnswerChange answer={answer} />
          {elsewhere.length > 0 && " Elsewhere:"}
        </p>
        {elsewhere.length > 0 && (
          <ul>
            {elsewhere.map((change) => (
              <li key={change.what}>
                <ChangeText change={change} />
              </li>
            ))}
          </ul>
        )}
        <p class="small">
          <IntervalText exchange={exchange} />
        </p>
      </div>
    </div>
  );
}

function Side({words, name}: {readonly words: FigureWords; readonly name: string}) {
  const {value, interval, unit, kindWords, grade, why, note} = words;
  return (
    <>
      <p class="side-name">{name}</p>
      <p class="side-value">
        <b>
          <TextRuns text={value} />
        </b>{" "}
        {unit}
        {interval !== undefined && (
          <span class="small">
            {" "}
            (<TextRuns text={interval} />)
          </span>
        )}
      </p>
      <p>
        {kindWords !== "" && `${kindWords}, `}confidence {grade}
        {why !== "" && `: ${why}`}
      </p>
      <p class="small">
        <SourceLink words={words} />, {words.date}
      </p>
      {note !== "" && <p>{note}</p>}
    </>
  );
}

/** Figures that disagree, side by side; where the other one could stand behind an input, what that would change. */
export function EvidenceConflict({
  words,
  conflicts,
  exchanging: {scenario, exchanges, use}
}: {
  readonly words: FigureWords;
  readonly conflicts: readonly FigureWords[];
  readonly exchanging: Exchanging;
}) {
  return (
    <details class="disagreement" open={exchanges.length > 0}>
      <summary>
        <ConflictSign />
        <span>
          conflict:{" "}
          {conflicts.map((other, i) => (
            <span key={other.id}>
              {i > 0 && "; "}
              <TextRuns text={other.value} />
              {other.unit !== "" && ` ${other.unit}`}
              {other.kindWords !== "" && `, ${other.kindWords}`}
              {other.note !== "" && <span class="why">: {other.note}</span>}
            </span>
          ))}
        </span>
      </summary>
      <div class="sides">
        <div class="side">
          <Side words={words} name={exchanges.length > 0 ? "In use" : "This figure"} />
        </div>
        {conflicts.map((other) => (
          <div class="side" key={other.id}>
            <Side words={other} name="The other figure" />
            {exchanges
              .filter((exchange) => exchange.other.id === other.id)
              .map((exchange) => (
                <ExchangeButton key={exchange.address} exchange={exchange} scenario={scenario} use={use} />
              ))}
          </div>
        ))}
      </div>
    </details>
  );
}
