import type {EvidenceLookup} from "../../figures/footer.ts";
import {sourcesOf} from "../../figures/evidence.ts";
import {paysText} from "../../figures/costWords.ts";
import type {CostReport} from "../../simulation/costNumbers.ts";

interface CostChangesProps {
  readonly report: CostReport;
  readonly find: EvidenceLookup;
}

const kinds: Readonly<Record<string, string>> = {
  recipe: "a more efficient recipe",
  "smaller-model": "a smaller model",
  penalty: "a penalty on length"
};

/** After how many tasks each change has paid. */
export function CostChanges({report, find}: CostChangesProps) {
  if (report.changes.length === 0) return null;
  const named = (id: string) => report.setups.find((setup) => setup.id === id)?.name ?? id;
  return (
    <section aria-labelledby="changes-title">
      <h2 class="section" id="changes-title">
        When a change has paid <span>what it costs once, against what it saves a task</span>
      </h2>
      <table class="numbers costs">
        <thead>
          <tr>
            <th scope="col">Change</th>
            <th scope="col">From, to</th>
            <th scope="col">Has paid</th>
            <th scope="col">By the tasks served it pays</th>
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        <tbody>
          {report.changes.map((change) => {
            const {id, name, kind, from, to, probabilityPaysAtTasks: share, paysAtTasks, evidence} = change;
            return (
              <tr key={id}>
                <th scope="row">
                  {name}
                  <span class="cost-note">{kinds[kind]}</span>
                </th>
                <td data-head="From, to">
                  <span>
                    {named(from)}, {named(to)}
                  </span>
                </td>
                <td data-head="Has paid">{paysText(change)}</td>
                <td data-head="By the tasks served it pays">
                  {share === null
                    ? paysAtTasks === null
                      ? "no number"
                      : paysAtTasks
                        ? "yes, as set"
                        : "no, as set"
                    : `in ${(100 * share).toFixed(0)} % of draws`}
                </td>
                <td data-head="Evidence">
                  <span>{sourcesOf(evidence, find).text || "assumed"}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
