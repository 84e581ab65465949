import {
  addClaim,
  addThreshold,
  duplicateThreshold,
  removeThreshold,
  renameThreshold
} from "../../scenario/editClaims.ts";
import {inputKinds} from "../../scenario/inputs.ts";
import type {Scenario} from "../../scenario/schema.ts";
import {ClaimRow} from "./ClaimRow.tsx";
import type {Editing} from "./editing.ts";
import {focusRow} from "./focusRow.ts";
import {QuantityCell} from "./QuantityCell.tsx";
import {RowActions} from "./RowActions.tsx";
import {TableSection} from "./TableSection.tsx";
import {TextCell} from "./TextCell.tsx";

interface TablesProps {
  readonly editing: Editing;
  readonly scenario: Scenario;
}

export function ClaimsTable({editing, scenario}: TablesProps) {
  return (
    <TableSection
      id="claims"
      title="Claims"
      count={scenario.claims.length}
      columns={["Claim", "By", "Source", "About", "Compared with", "Ratio", "Read as"]}
      actions={
        <button
          type="button"
          class="quiet"
          onClick={() => focusRow("claims", editing.run(addClaim, "new claim", "No claim was added."))}
        >
          Add a claim
        </button>
      }
    >
      {scenario.claims.map((claim) => (
        <ClaimRow key={claim.id} editing={editing} claim={claim} models={scenario.models} />
      ))}
    </TableSection>
  );
}

export function ThresholdsTable({editing, scenario}: TablesProps) {
  return (
    <TableSection
      id="thresholds"
      title="Thresholds"
      count={scenario.thresholds.length}
      columns={["Name", "Training compute, FLOP"]}
      actions={
        <button
          type="button"
          class="quiet"
          onClick={() =>
            focusRow(
              "thresholds",
              editing.run((now) => addThreshold(now), "new threshold", "No threshold was added.")
            )
          }
        >
          Add a threshold
        </button>
      }
    >
      {scenario.thresholds.map(({id, name, compute}) => (
        <tr key={id} data-threshold={id}>
          <th scope="row">
            <TextCell
              label={`Name of ${name}`}
              text={name}
              kind="name"
              take={(text) => editing.take((now) => renameThreshold(now, id, text), `name of ${name}`)}
            />
          </th>
          <td>
            <QuantityCell
              editing={editing}
              address={`thresholds.${id}.compute`}
              kind={inputKinds.thresholdCompute}
              label={`Compute of ${name}, FLOP`}
              step={`threshold ${name}`}
              quantity={compute}
            />
          </td>
          <RowActions
            table="thresholds"
            name={name}
            duplicate={() =>
              editing.run((now) => duplicateThreshold(now, id), `copy of ${name}`, `${name} was not copied.`)
            }
            remove={() =>
              editing.run((now) => removeThreshold(now, id), `deletion of ${name}`, `${name} was not deleted.`)
            }
          />
        </tr>
      ))}
    </TableSection>
  );
}
