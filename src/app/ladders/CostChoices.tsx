import {chips, findChip} from "../../scenario/chips.ts";
import {withHardware} from "../../scenario/costEdits.ts";
import type {CostEdit} from "../../scenario/costEdits.ts";
import {peakFormats} from "../../scenario/costSchema.ts";
import type {PeakFormat} from "../../scenario/costSchema.ts";
import type {Scenario} from "../../scenario/schema.ts";
import type {CostEditing} from "./useCostEdit.ts";

interface ChoiceProps<T extends string> {
  readonly edit: CostEditing;
  readonly at: string;
  /** What it is called beside it; `hidden` says it to screen readers alone. */
  readonly label: string;
  readonly hidden?: boolean;
  /** Drawn as a remark, since it is seldom needed. */
  readonly quiet?: boolean;
  /** The step of undo. */
  readonly step: string;
  readonly value: T;
  readonly options: readonly {readonly value: T; readonly words: string}[];
  readonly change: (scenario: Scenario, value: T) => CostEdit;
}

/** One of a few: taken at once, refused with a sentence, what was chosen before stays. */
export function CostChoice<T extends string>(props: ChoiceProps<T>) {
  const {edit, at, label, hidden, quiet, step, value, options, change} = props;
  const fault = edit.fault.value?.at === at ? edit.fault.value.message : undefined;
  return (
    <span class={quiet === true ? "cost-choice quiet" : "cost-choice"}>
      <label>
        <span class={hidden === true ? "visually-hidden" : ""}>{label}</span>
        <select
          value={value}
          aria-invalid={fault === undefined ? undefined : "true"}
          onChange={({currentTarget}) => {
            const chosen = currentTarget.value as T;
            edit.take(at, step, (scenario) => change(scenario, chosen));
            // A refused choice shows what stands.
            if (edit.fault.peek()?.at === at) currentTarget.value = value;
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.words}
            </option>
          ))}
        </select>
      </label>
      {fault !== undefined && (
        <span class="slider-error" role="alert">
          {fault}
        </span>
      )}
    </span>
  );
}

const names = {training: "Training on", serving: "Serving on"} as const;

/** Chip and number format of training, and of serving where that is set. */
export function HardwareChoices({
  scenario,
  original,
  edit
}: {
  readonly scenario: Scenario;
  /** As it was opened. */
  readonly original: Scenario;
  readonly edit: CostEditing;
}) {
  const {cost} = scenario;
  if (cost === undefined) return null;
  const sections = (["training", "serving"] as const).filter((section) => cost[section] !== undefined);
  return (
    <div class="cost-choices">
      {sections.map((section) => {
        const {chip = "", format = "BF16"} = cost[section] ?? {};
        return (
          <fieldset key={section}>
            <legend>{names[section]}</legend>
            <CostChoice
              edit={edit}
              at={`${section} chip`}
              label={`Chip of ${section}`}
              hidden
              step={`chip of ${section}`}
              value={findChip(chip)?.name ?? chip}
              options={chips.map(({name}) => ({value: name, words: name}))}
              change={(now, value) => withHardware(now, section, {chip: value}, original.cost)}
            />
            <CostChoice<PeakFormat>
              edit={edit}
              at={`${section} format`}
              label="peak in"
              step={`number format of ${section}`}
              value={format}
              options={peakFormats.map((name) => ({value: name, words: name}))}
              change={(now, value) => withHardware(now, section, {format: value}, original.cost)}
            />
            {findChip(chip)?.price === undefined && (
              <span class="cost-note">
                No price of an hour of {findChip(chip)?.name ?? chip} is on record: the one set is an assumption.
              </span>
            )}
          </fieldset>
        );
      })}
    </div>
  );
}
