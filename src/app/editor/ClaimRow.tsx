import {useSignal} from "@preact/signals";
import {duplicateClaim, removeClaim, setClaim} from "../../scenario/editClaims.ts";
import type {ClaimPart} from "../../scenario/editClaims.ts";
import {inputKinds} from "../../scenario/inputs.ts";
import {limits} from "../../scenario/limits.ts";
import type {Claim, EvidenceKind, Model, Reading} from "../../scenario/schema.ts";
import type {Editing} from "./editing.ts";
import {QuantityCell} from "./QuantityCell.tsx";
import {RowActions} from "./RowActions.tsx";
import {SelectCell} from "./SelectCell.tsx";
import type {Choice} from "./SelectCell.tsx";
import {TextCell} from "./TextCell.tsx";

const kinds: readonly (Choice & {readonly value: EvidenceKind})[] = [
  {value: "measured", text: "measured"},
  {value: "maker", text: "by its maker"},
  {value: "estimate", text: "estimate"},
  {value: "paper", text: "published"},
  {value: "derived", text: "derived"},
  {value: "press", text: "press only"},
  {value: "undisclosed", text: "not disclosed"}
];

const readings: readonly (Choice & {readonly value: Reading})[] = [
  {value: "equal-score", text: "equal score"},
  {value: "equal-loss", text: "equal loss"},
  {value: "pretraining", text: "pretraining"},
  {value: "all-training", text: "all training"},
  {value: "serving-cost", text: "cost of serving"}
];

/** The most models a claim may compare with, as the schema has it. */
const mostAgainst = 20;

export interface ClaimRowProps {
  readonly editing: Editing;
  readonly claim: Claim;
  readonly models: readonly Model[];
}

/** A claim: who says what of which models, and what the comparison is read as. */
export function ClaimRow({editing, claim, models}: ClaimRowProps) {
  const {id, words} = claim;
  const name = `claim “${words}”`;
  const set = (part: ClaimPart, what: string) =>
    editing.take((now) => setClaim(now, id, part), `${what} of the ${name}`);
  const choices = models.map((model) => ({value: model.id, text: model.name}));
  return (
    <tr data-claim={id}>
      <th scope="row">
        <TextCell
          label={`Words of the ${name}`}
          text={words}
          kind="name"
          take={(text) =>
            text.length > limits.textLength
              ? `At most ${limits.textLength} characters, got ${text.length}.`
              : set({words: text.trim()}, "words")
          }
        />
      </th>
      <td data-key="by">
        <TextCell label={`Who makes the ${name}`} text={claim.by} take={(text) => set({by: text.trim()}, "maker")} />
      </td>
      <td data-key="kind">
        <SelectCell
          label={`Source of the ${name}`}
          value={claim.kind}
          choices={kinds}
          choose={(value) => set({kind: kinds.find((kind) => kind.value === value)?.value ?? "press"}, "source")}
        />
      </td>
      <td data-key="subject">
        <SelectCell
          label={`Subject of the ${name}`}
          value={claim.subject}
          choices={choices}
          choose={(value) => set({subject: value}, "subject")}
        />
      </td>
      <td>
        <Against claim={claim} models={models} set={(against) => set({against}, "comparison")} />
      </td>
      <td>
        <QuantityCell
          editing={editing}
          address={`claims.${id}.ratio`}
          kind={inputKinds.claimRatio}
          label={`Ratio of the ${name}`}
          step={name}
          quantity={claim.ratio}
        />
      </td>
      <td data-key="kind">
        <SelectCell
          label={`Reading of the ${name}`}
          value={claim.reading}
          choices={readings}
          choose={(value) =>
            set({reading: readings.find((item) => item.value === value)?.value ?? "equal-score"}, "reading")
          }
        />
      </td>
      <RowActions
        table="claims"
        name={`the ${name}`}
        duplicate={() =>
          editing.run((now) => duplicateClaim(now, id), `copy of the ${name}`, "The claim was not copied.")
        }
        remove={() =>
          editing.run((now) => removeClaim(now, id), `deletion of the ${name}`, "The claim was not deleted.")
        }
      />
    </tr>
  );
}

interface AgainstProps {
  readonly claim: Claim;
  readonly models: readonly Model[];
  readonly set: (against: readonly string[]) => string | undefined;
}

/** The models a claim compares with: one by name, several as a list to tick. */
function Against({claim: {words, against}, models, set}: AgainstProps) {
  const first = models.find(({id}) => id === against[0])?.name ?? "";
  const more = against.length - 1;
  const isOpen = useSignal(false);
  return (
    <details
      class="cell-many"
      onToggle={({currentTarget}) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary aria-label={`The claim “${words}” compares with ${first}${more > 0 ? ` and ${more} more` : ""}`}>
        {first}
        {more > 0 ? ` and ${more} more` : ""}
      </summary>
      {(isOpen.value ? models : []).map(({id, name}) => {
        const isOn = against.includes(id);
        // A claim compares with one model at least, and with as many as the schema takes.
        const isHeld = isOn ? against.length === 1 : against.length >= mostAgainst;
        return (
          <label key={id}>
            <input
              type="checkbox"
              checked={isOn}
              disabled={isHeld}
              onChange={() => set(isOn ? against.filter((item) => item !== id) : [...against, id])}
            />
            {name}
          </label>
        );
      })}
    </details>
  );
}
