import {confidenceWords} from "../../figures/agentsPoints.ts";
import type {EvidenceLookup} from "../../figures/footer.ts";
import {joiningFinding, joiningNames} from "../../figures/agentsWords.ts";
import {parameterNames} from "../../figures/agentsFitWords.ts";
import type {Agents} from "../../scenario/schema.ts";
import {measuredPoints} from "../../simulation/agentsFits.ts";
import type {AgentsUncertainty} from "../../simulation/agentsUncertainty.ts";

interface FindingsProps {
  readonly section: Agents;
  readonly drawn: AgentsUncertainty | undefined;
  readonly find: EvidenceLookup;
}

/** What the points say: where the gain is, and which ways of joining could have made it. */
export function AgentsFindings({section, drawn, find}: FindingsProps) {
  const count = measuredPoints(section).length;
  const fits = drawn?.joinings;
  return (
    <section aria-labelledby="agents-findings-title">
      <h2 class="section" id="agents-findings-title">
        What could explain the points <span>each way of joining at its best</span>
      </h2>
      {count < 3 ? (
        <p class="agents-note">
          Three points with a score are needed to tell ways of joining apart; there are {count}.
        </p>
      ) : (
        <ul class="agents-findings" aria-live="polite">
          {fits === undefined && <li>The fits are on their way.</li>}
          {fits?.map((fit) => (
            <li key={fit.kind}>
              <b>{joiningNames[fit.kind]}</b> {joiningFinding(fit)}.{" "}
              <span>Free: {fit.free.map((name) => parameterNames[name]).join(", ")}.</span>
            </li>
          ))}
        </ul>
      )}
      <p class="agents-note">{confidenceWords(section, find)}</p>
    </section>
  );
}
