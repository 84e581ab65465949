import {withCommas} from "../../scenario/numberText.ts";
import {aboveWords} from "../../figures/agentsAnswer.ts";
import {agentsTableRows} from "../../figures/agentsTable.ts";
import {useBefore, Was} from "../compare/Was.tsx";
import type {Store} from "../store.ts";
import {agentsAtHand} from "../../simulation/agents.ts";
import type {Agents} from "../../scenario/schema.ts";
import type {AgentsNumbers} from "../../simulation/agents.ts";
import type {AgentsUncertainty} from "../../simulation/agentsUncertainty.ts";

interface TableProps {
  readonly store: Store;
  readonly section: Agents;
  readonly numbers: AgentsNumbers;
  readonly drawn: AgentsUncertainty | undefined;
}

/** Today’s numbers by the number of agents, with the single agent that thinks for as many tokens. */
export function AgentsTable({store, section, numbers, drawn}: TableProps) {
  const before = useBefore(store, (pinned) => {
    const found = agentsAtHand(pinned);
    return pinned.agents && found && {section: pinned.agents, numbers: found};
  });
  // At the numbers of agents that are shown now.
  const old = before && agentsTableRows(before.section, {...before.numbers, count: numbers.count}, undefined);
  const rows = agentsTableRows(section, numbers, drawn);
  const above = aboveWords(drawn, numbers.count);
  return (
    <section aria-labelledby="agents-table-title">
      <h2 class="section" id="agents-table-title">
        By the number of agents{" "}
        <span>
          {drawn === undefined
            ? "intervals are on their way"
            : `90 % of ${withCommas(drawn.draws)} draws, seed ${drawn.seed}`}
        </span>
      </h2>
      <div class="agents-scroll" tabIndex={0} role="region" aria-label="Table by the number of agents">
        <table class="numbers agents-table agents-cards">
          <thead>
            <tr>
              <th scope="col">Agents</th>
              <th scope="col">Score</th>
              <th scope="col">Measured</th>
              <th scope="col">Tokens written</th>
              <th scope="col">To the answer</th>
              <th scope="col">One, as many tokens</th>
              <th scope="col">Over it, points</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const was = old?.find(({agents}) => agents === row.agents);
              return (
                <tr key={row.agents} class={row.isOnShow ? "chosen" : undefined}>
                  <th scope="row">
                    {row.agents}
                    <span class="agents-unit"> {row.agents === 1 ? "agent" : "agents"}</span>
                  </th>
                  <td data-head="Score">
                    <b>{row.score}</b> <span>{row.scoreRange}</span>
                    <Was now={row.score} before={was?.score} />
                  </td>
                  <td data-head="Measured">{row.measured}</td>
                  <td data-head="Tokens written">
                    {row.tokens}
                    <Was now={row.tokens} before={was?.tokens} />
                  </td>
                  <td data-head="To the answer">
                    {row.seconds}
                    <Was now={row.seconds} before={was?.seconds} />
                  </td>
                  <td data-head="One, as many tokens">
                    {row.single}
                    <Was now={row.single} before={was?.single} />
                  </td>
                  <td data-head="Over it, points">
                    {row.over !== "" && (
                      <>
                        <b>{row.over}</b> <span>{row.overRange}</span>
                        <Was now={row.over} before={was?.over} />
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p class="agents-note">
        {numbers.singleMissing === undefined
          ? `The agents over the single one, at ${numbers.count}: ${above === "" ? "on its way" : above}.`
          : `No single agent is set beside them: ${numbers.singleMissing}.`}{" "}
        Tokens are what is billed:{" "}
        {numbers.tokensUnit === "tokens"
          ? (section.basis ?? "placed") === "placed"
            ? "placed, not disclosed"
            : "as given"
          : "in multiples of one agent’s"}
        .
      </p>
    </section>
  );
}
