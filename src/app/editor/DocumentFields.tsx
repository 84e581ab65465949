import {useSignal} from "@preact/signals";
import type {Complaint} from "../controls/useDraft.ts";
import {setDescription, setMetricRange, setMetricText, setTitle} from "../../scenario/editDocument.ts";
import {metricShown} from "../../scenario/inputList.ts";
import type {Scenario} from "../../scenario/schema.ts";
import type {Editing} from "./editing.ts";
import {TextCell} from "./TextCell.tsx";

interface DocumentFieldsProps {
  readonly editing: Editing;
  readonly scenario: Scenario;
}

const metricTexts = [
  {key: "name", label: "Metric", empty: ""},
  {key: "short", label: "Short name", empty: "none"},
  {key: "version", label: "Version", empty: "none"},
  {key: "date", label: "Date of the values", empty: "none"},
  {key: "unit", label: "Unit", empty: ""}
] as const;

/** Two numbers as people write an axis: "0 to 70". */
function readRange(text: string): readonly [number, number] | undefined {
  const ends = /^\s*([-−]?[\d.]+)\s*(?:to|–|\.\.|,)\s*([-−]?[\d.]+)\s*$/.exec(text);
  const [low, high] = [ends?.[1], ends?.[2]].map((end) => Number((end ?? "x").replace("−", "-")));
  return low === undefined || high === undefined || Number.isNaN(low + high) ? undefined : [low, high];
}

/** The scenario's own texts and those of the metric on show. */
export function DocumentFields({editing, scenario}: DocumentFieldsProps) {
  const id = metricShown(scenario);
  const metric = scenario.metrics[id];
  const range =
    metric?.range === undefined ? "" : metric.range.map((end) => String(end).replace("-", "−")).join(" to ");
  const takeRange = (text: string): Complaint => {
    const ends = readRange(text);
    if (ends === undefined) return `An axis takes its two ends: for example 0 to 70, got ${text.trim() || "nothing"}.`;
    return editing.take((now) => setMetricRange(now, id, ends), "axis of the metric");
  };
  return (
    <section class="editor-section" aria-labelledby="editor-document">
      <h3 id="editor-document">Title and metric</h3>
      <dl class="editor-fields">
        <div class="wide">
          <dt>Title</dt>
          <dd>
            <TextCell
              label="Title of the scenario"
              text={scenario.title}
              take={(text) => editing.take((now) => setTitle(now, text), "title")}
            />
          </dd>
        </div>
        <div class="wide">
          <dt>Description</dt>
          <dd>
            <Description editing={editing} text={scenario.description ?? ""} />
          </dd>
        </div>
        {metric !== undefined &&
          metricTexts.map(({key, label, empty}) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>
                <TextCell
                  label={`${label}${key === "name" ? ", name" : " of the metric"}`}
                  text={metric[key] ?? ""}
                  empty={empty}
                  take={(text) =>
                    editing.take((now) => setMetricText(now, id, key, text), `${label.toLowerCase()} of the metric`)
                  }
                />
              </dd>
            </div>
          ))}
        <div>
          <dt>Axis</dt>
          <dd>
            <TextCell label="Axis of the metric" text={range} empty="0 to 100" take={takeRange} />
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Description({editing, text}: {readonly editing: Editing; readonly text: string}) {
  const complaint = useSignal<Complaint>(undefined);
  return (
    <div class="cell">
      <textarea
        aria-label="Description of the scenario"
        rows={3}
        placeholder="none"
        value={text}
        aria-invalid={complaint.value === undefined ? undefined : "true"}
        onChange={({currentTarget: {value}}) => {
          complaint.value = editing.take((now) => setDescription(now, value), "description");
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.currentTarget.value === text) return;
          event.stopPropagation();
          event.currentTarget.value = text;
          complaint.value = undefined;
        }}
      />
      {complaint.value !== undefined && (
        <p class="slider-error" role="alert">
          {complaint.value}
        </p>
      )}
    </div>
  );
}
