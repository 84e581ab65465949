import {amountSet} from "../../figures/reinforcementNumbers.ts";
import {lineRows, todayRows} from "../../figures/reinforcementTable.ts";
import type {Told} from "../../figures/reinforcementTable.ts";
import type {Reinforcement} from "../../scenario/schema.ts";
import {reinforcement} from "../../simulation/reinforcement.ts";
import type {ReinforcementNumbers} from "../../simulation/reinforcement.ts";
import type {ReinforcementUncertainty} from "../../simulation/reinforcementUncertainty.ts";
import {useBefore, Was} from "../compare/Was.tsx";
import type {Store} from "../store.ts";
import {UnbrokenPercents} from "../UnbrokenPercents.tsx";

interface TableProps {
  readonly store: Store;
  readonly section: Reinforcement;
  readonly numbers: ReinforcementNumbers;
  readonly drawn: ReinforcementUncertainty | undefined;
}

/** A number, its interval under it, and what it was in the pinned scenario. */
function ToldCell({told: {value, range}, before}: {readonly told: Told; readonly before: Told | undefined}) {
  return (
    <td>
      <b>{value}</b>
      {range !== "" && (
        <span class="rl-range">
          <UnbrokenPercents text={range} />
        </span>
      )}
      <Was now={value} before={before?.value} />
    </td>
  );
}

/** The rows of a table as they stand in the pinned scenario. */
const useRowsBefore = <Row,>(
  store: Store,
  rowsOf: (section: Reinforcement, numbers: ReinforcementNumbers, drawn: undefined) => readonly Row[]
): readonly Row[] | undefined =>
  useBefore(store, (pinned) => {
    const [section, numbers] = [pinned.reinforcement, reinforcement(pinned)];
    return section && numbers && rowsOf(section, numbers, undefined);
  });

/** Every score before training, at the compute of now, and without end. */
export function TodayTable({store, section, numbers, drawn}: TableProps) {
  const old = useRowsBefore(store, todayRows);
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
          {todayRows(section, numbers, drawn).map(({key, name, ...told}) => {
            const was = old?.find((row) => row.key === key);
            return (
              <tr key={key}>
                <th scope="row">{name}</th>
                {(["before", "now", "after"] as const).map((when) => (
                  <ToldCell key={when} told={told[when]} before={was?.[when]} />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** What the log-linear line comes to. */
export function LineTable({store, section, numbers, drawn}: TableProps) {
  const old = useRowsBefore(store, lineRows);
  const rows = lineRows(section, numbers, drawn);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="line-title">
      <h2 class="section" id="line-title">
        The log-linear line <span>touches the sigmoid in its middle</span>
      </h2>
      <table class="numbers rl-table rl-line">
        <tbody>
          {rows.map(({name, ...told}, i) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <ToldCell told={told} before={old?.[i]} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
