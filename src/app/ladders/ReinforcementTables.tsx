import {amountSet} from "../../figures/reinforcementNumbers.ts";
import {lineRows, todayRows} from "../../figures/reinforcementTable.ts";
import type {Told} from "../../figures/reinforcementTable.ts";
import type {Reinforcement} from "../../scenario/schema.ts";
import type {ReinforcementNumbers} from "../../simulation/reinforcement.ts";
import type {ReinforcementUncertainty} from "../../simulation/reinforcementUncertainty.ts";
import {UnbrokenPercents} from "../UnbrokenPercents.tsx";

interface TableProps {
  readonly section: Reinforcement;
  readonly numbers: ReinforcementNumbers;
  readonly drawn: ReinforcementUncertainty | undefined;
}

/** A number, and its interval under it. */
function ToldCell({told: {value, range}}: {readonly told: Told}) {
  return (
    <td>
      <b>{value}</b>
      {range !== "" && (
        <span class="rl-range">
          <UnbrokenPercents text={range} />
        </span>
      )}
    </td>
  );
}

/** Every score before training, at the compute of now, and without end. */
export function TodayTable({section, numbers, drawn}: TableProps) {
  return (
    <section aria-labelledby="today-title">
      <h2 class="section" id="today-title">
        Today’s numbers <span>90 % intervals below each</span>
      </h2>
      <table class="numbers rl-table">
        <thead>
          <tr>
            <th scope="col">Share of problems</th>
            <th scope="col">Before training</th>
            <th scope="col">At {amountSet(numbers.at.compute, section.unit)}</th>
            <th scope="col">Without end</th>
          </tr>
        </thead>
        <tbody>
          {todayRows(section, numbers, drawn).map(({name, before, now, after}) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <ToldCell told={before} />
              <ToldCell told={now} />
              <ToldCell told={after} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the log-linear line comes to. */
export function LineTable({section, numbers, drawn}: TableProps) {
  const rows = lineRows(section, numbers, drawn);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="line-title">
      <h2 class="section" id="line-title">
        The log-linear line <span>touches the sigmoid in its middle</span>
      </h2>
      <table class="numbers rl-table rl-line">
        <tbody>
          {rows.map(({name, ...told}) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <ToldCell told={told} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
