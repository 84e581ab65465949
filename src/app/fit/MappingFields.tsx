import {unitsWith, withTitle, withUnit} from "../../fitting/mappingByHand.ts";
import type {RunColumn} from "../../fitting/runColumns.ts";
import {columnWords} from "../../fitting/runColumns.ts";
import type {TablePreview} from "../../fitting/tablePreview.ts";
import type {ImportState} from "./importState.ts";

/** The quantities a fit may use, in the order they are asked for. */
const shown: readonly RunColumn[] = ["N", "D", "C", "loss", "score", "recipe", "name"];

const none = "";

interface MappingFieldsProps {
  readonly state: ImportState;
  readonly preview: TablePreview;
  readonly change: (next: Partial<ImportState>) => void;
}

/** Which column gives which quantity, in which unit, and which rows are wanted. */
export function MappingFields({state: {said, filter, answer, questions}, preview, change}: MappingFieldsProps) {
  const mapping = answer === undefined ? {} : answer.read.ok ? answer.read.runs.mapping : answer.read.mapping;
  const titles = preview.titles.filter((title) => title !== "");
  const choosable = preview.titles.flatMap((title, i) => ((preview.values[i]?.length ?? 0) > 1 ? [title] : []));
  const values = preview.values[preview.titles.indexOf(filter.title)] ?? [];
  return (
    <>
      <h3>What its columns are</h3>
      <div class="import-mapping">
        {shown.map((column) => {
          const source = mapping[column];
          const units = source === undefined ? [] : unitsWith(column, source);
          const words = columnWords[column];
          const isOpen = questions.some(({quantity, taken}) => quantity === column && taken === undefined);
          return (
            <div key={column} class="import-quantity">
              <label>
                <span>{words}</span>
                <select
                  value={source?.title ?? none}
                  onChange={({currentTarget: {value}}) =>
                    change({said: withTitle(said, column, value === none ? undefined : value)})
                  }
                >
                  <option value={none}>no column</option>
                  {titles.map((title) => (
                    <option key={title} value={title}>
                      {title}
                    </option>
                  ))}
                </select>
              </label>
              {source !== undefined && units.length > 0 && (
                <select
                  aria-label={`Unit of ${words}`}
                  value={isOpen ? none : String(source.times)}
                  onChange={({currentTarget: {value}}) => change({said: withUnit(said, column, source, Number(value))})}
                >
                  {isOpen && <option value={none}>choose…</option>}
                  {units.map(({label, times}) => (
                    <option key={times} value={String(times)}>
                      {label}
                    </option>
                  ))}
                </select>
              )}
              {source !== undefined && units.length === 0 && source.unit !== "" && (
                <span class="fit-note">{source.unit}</span>
              )}
            </div>
          );
        })}
      </div>
      {choosable.length > 0 && (
        <div class="import-filter">
          <label>
            Only rows where{" "}
            <select
              value={filter.title}
              onChange={({currentTarget: {value}}) => change({filter: {title: value, value: ""}})}
            >
              <option value="">all rows</option>
              {choosable.map((title) => (
                <option key={title} value={title}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          {filter.title !== "" && (
            <label>
              is{" "}
              <select
                value={filter.value}
                onChange={({currentTarget: {value}}) => change({filter: {...filter, value}})}
              >
                <option value="">anything</option>
                {values.map((value) => (
                  <option key={value} value={value}>
                    {value}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      )}
    </>
  );
}
