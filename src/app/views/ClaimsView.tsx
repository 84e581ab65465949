import "./claimsView.css";
import {useSignal} from "@preact/signals";
import {useEffect} from "preact/hooks";
import {caseRow, claimStanding, claimTitle, flipRow, modelName, readingLines} from "../../figures/claimCards.ts";
import {cautions, nearEqual, settling} from "../../figures/claimCautions.ts";
import {kindWords} from "../../figures/evidenceKinds.ts";
import type {Claim, Reading, Scenario} from "../../scenario/schema.ts";
import type {ClaimCase, ClaimDraws} from "../../simulation/claims.ts";
import {asString} from "../../figures/wording.ts";
import {claimCases, flipsOf} from "../../simulation/claims.ts";
import type {Model} from "../model.ts";
import {TextRuns} from "../TextRuns.tsx";
import type {ViewProps} from "./LazyView.tsx";

interface CardProps {
  readonly model: Model;
  readonly claim: Claim;
  readonly cases: readonly {readonly found: ClaimCase; readonly drawn: ClaimDraws | undefined}[];
}

/** Who says it, of which kind the source is, and where. */
function Source({model, claim}: {readonly model: Model; readonly claim: Claim}) {
  const entries = (claim.evidence ?? []).flatMap((id) => model.find.value(id) ?? []);
  return (
    <p class="claim-source">
      {claimStanding(claim)}
      {entries.length === 0 ? ". No source is given." : ". Source: "}
      {entries.map((entry, i) => (
        <span key={entry.id}>
          {i > 0 && "; "}
          {entry.kind !== claim.kind && `${kindWords(entry)}: `}
          {entry.source.url === undefined || !/^https?:\/\//.test(entry.source.url) ? (
            entry.source.title
          ) : (
            <a href={entry.source.url} rel="noreferrer noopener" target="_blank">
              {entry.source.publisher ?? entry.source.title}
            </a>
          )}
        </span>
      ))}
    </p>
  );
}

/** The reading of a claim as a switch, each with what it would imply. */
function Readings({model, claim, found}: {readonly model: Model; readonly claim: Claim; readonly found: ClaimCase}) {
  const choose = (reading: Reading) => {
    const now = model.store.scenario.peek();
    const claims = now.claims.map((item) => (item.id === claim.id ? {...item, reading} : item));
    model.store.commit({...now, claims}, `reading of “${claim.words}”`);
  };
  return (
    <fieldset class="claim-readings">
      <legend>Read as</legend>
      {readingLines(model.store.scenario.value, found).map(({reading, name, implies}) => (
        <label key={reading} class={reading === claim.reading ? "chosen" : undefined}>
          <input
            type="radio"
            name={`reading-${claim.id}`}
            checked={reading === claim.reading}
            onChange={() => choose(reading)}
          />
          <span>
            <b>{name}</b> <TextRuns text={implies} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The value of each input at which the verdict against one model turns; looked for when it is unfolded. */
function Flips({
  scenario,
  found,
  isOpen
}: {
  readonly scenario: Scenario;
  readonly found: ClaimCase;
  readonly isOpen: boolean;
}) {
  const open = useSignal(isOpen);
  return (
    <details
      class="claim-turns"
      open={open.value}
      onToggle={({currentTarget}) => {
        open.value = currentTarget.open;
      }}
    >
      <summary>What would turn the verdict against {modelName(scenario, found.against)}</summary>
      {open.value && (
        <table class="claim-flips">
          <thead>
            <tr>
              <th scope="col">Input</th>
              <th scope="col">Now</th>
              <th scope="col">Turns at</th>
            </tr>
          </thead>
          <tbody>
            {flipsOf(scenario, found).map((flip) => {
              const {input, now, at} = flipRow(scenario, flip);
              return (
                <tr key={flip.address}>
                  <th scope="row">{input}</th>
                  <td>
                    <TextRuns text={now} />
                  </td>
                  <td>
                    <TextRuns text={at} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </details>
  );
}

/** What a gain between near-equal scores is made of. */
function NearEqual({
  scenario,
  cases
}: {
  readonly scenario: Scenario;
  readonly cases: readonly {readonly found: ClaimCase}[];
}) {
  const near = nearEqual(
    scenario,
    cases.map(({found}) => found)
  );
  if (near === undefined) return null;
  return (
    <div class="claim-near">
      <p>{near.says}</p>
      <p>
        <TextRuns text={near.formula} />
      </p>
      <ul>
        {near.taken.map((line) => (
          <li key={asString(line)}>
            <TextRuns text={line} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Card({model, claim, cases}: CardProps) {
  const scenario = model.store.scenario.value;
  const [first] = cases;
  if (first === undefined) return null;
  const resting = model.atRest.value;
  return (
    <section class="claim-card" aria-labelledby={`claim-${claim.id}`}>
      <h2 id={`claim-${claim.id}`}>{claimTitle(claim)}</h2>
      <Source model={model} claim={claim} />
      {cautions(scenario, claim).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <NearEqual scenario={scenario} cases={cases} />
      <Readings model={model} claim={claim} found={first.found} />
      <div class="claim-scroll">
        <table class="claim-cases">
          <thead>
            <tr>
              <th scope="col">Against</th>
              <th scope="col">Gain, 90 % interval</th>
              <th scope="col">Compute it leaves the subject, FLOP</th>
              <th scope="col">Under these inputs</th>
            </tr>
          </thead>
          <tbody>
            {cases.map(({found, drawn}) => {
              const row = caseRow(scenario, found, drawn);
              return (
                <tr key={found.against}>
                  <th scope="row">{row.against}</th>
                  <td>
                    <b>{row.gain}</b> <span>{row.range}</span>
                  </td>
                  <td>
                    <TextRuns text={row.implied} />
                    {row.impliedRange.length > 0 && (
                      <span>
                        {" "}
                        (<TextRuns text={row.impliedRange} />)
                      </span>
                    )}
                  </td>
                  <td>
                    <b>{row.verdict}</b>
                    {row.share !== "" && <span>; {row.share}</span>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {cases.map(({found}, i) => (
        <Flips key={found.against} scenario={resting} found={found} isOpen={i === 0} />
      ))}
      <h3>What would settle it</h3>
      <ul>
        {settling(scenario, claim).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** The claims of the scenario, each taken apart: what it says, what it would imply, how sure, what would turn it. */
export function ClaimsView({model}: ViewProps) {
  useEffect(() => model.needLedger(), []);
  const scenario = model.store.scenario.value;
  const drawn = model.uncertainty.value.value.claims ?? [];
  const cases = claimCases(scenario).map((found, i) => ({found, drawn: drawn[i]}));
  if (scenario.claims.length === 0) return <p class="answer">This scenario holds no claim.</p>;
  return (
    <div class={model.uncertainty.value.fresh ? undefined : "waiting"}>
      <div class="answer-box">
        <p class="answer">What each claim says, what it does not, and what would have to be so.</p>
        <p class="condition">
          A claim holds or does not hold as placed: the numbers are those of the inputs beside it, which you can move.
        </p>
      </div>
      {scenario.claims.map((claim) => (
        <Card
          key={claim.id}
          model={model}
          claim={claim}
          cases={cases.filter(({found}) => found.claim.id === claim.id)}
        />
      ))}
    </div>
  );
}
