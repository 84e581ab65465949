import type {GainRow} from "../../figures/gainTable.ts";
import {gainRows} from "../../figures/gainTable.ts";
import {claimWords} from "../../figures/wording.ts";
import {ladder as ladderOf} from "../../simulation/ladder.ts";
import {useBefore, Was} from "../compare/Was.tsx";
import type {Model} from "../model.ts";
import {TextRuns} from "../TextRuns.tsx";

/** The strip's axis: log10 of 0.01x to 1,000x, the same for every row. */
const ends = [-2, 3] as const;
const percent = (log10Ratio: number): number =>
  (100 * (Math.min(Math.max(log10Ratio, ends[0]), ends[1]) - ends[0])) / (ends[1] - ends[0]);
const at = (log10Ratio: number): string => `${percent(log10Ratio).toFixed(2)}%`;

/** An interval on the log strip: the line is 1x, the zone the claimed span, an arrowhead means that it runs on. */
function Strip({row, zone}: {readonly row: GainRow; readonly zone: Zone | undefined}) {
  const {log10Gain, interval, role} = row;
  const color = `var(--${role})`;
  const inside = log10Gain <= ends[1] && log10Gain >= ends[0];
  const low = interval?.low ?? log10Gain;
  const high = interval?.high ?? log10Gain;
  return (
    <svg class="strip" width="100%" height="18" aria-hidden="true">
      {zone && (
        <rect
          class="zone"
          x={at(zone.ends[0])}
          width={`${(percent(zone.ends[1]) - percent(zone.ends[0])).toFixed(2)}%`}
          y="0"
          height="18"
        />
      )}
      <line x1={at(0)} x2={at(0)} y1="0" y2="18" stroke="var(--line2)" stroke-width="1.5" />
      {interval && (
        <g stroke={color} stroke-width="1.5">
          <line x1={at(low)} x2={at(high)} y1="9" y2="9" />
          {low >= ends[0] && <line x1={at(low)} x2={at(low)} y1="5" y2="13" />}
          {high <= ends[1] && <line x1={at(high)} x2={at(high)} y1="5" y2="13" />}
        </g>
      )}
      {interval && high > ends[1] && (
        <svg x="100%" y="0" overflow="visible">
          <path d="M-5 5l5 4l-5 4" fill="none" stroke={color} stroke-width="1.5" />
        </svg>
      )}
      {interval && low < ends[0] && <path d="M5 5l-5 4l5 4" fill="none" stroke={color} stroke-width="1.5" />}
      {inside && <circle cx={at(log10Gain)} cy="9" r="5" fill={color} stroke="var(--bg)" stroke-width="2" />}
    </svg>
  );
}

interface Zone {
  /** log10 of the ratios. */
  readonly ends: readonly [number, number];
  /** `3–10×` */
  readonly words: string;
}

/** The claimed span behind the strips: that of the first claim on this metric that has two ends. */
function claimedZone(model: Model): Zone | undefined {
  const place = model.simulation.value.ladder?.claims.find(({met, open}) => met !== undefined && !open);
  const run = model.simulation.value.ladder?.solution.models.get(place?.claim.subject ?? "");
  const rival = model.simulation.value.ladder?.comparisons.find(({rival: id}) => id === place?.against);
  if (place === undefined || run === undefined || rival === undefined) return undefined;
  return {
    ends: [rival.crossing - place.to, rival.crossing - place.from],
    words: claimWords(place.claim).replace("× to ", "–")
  };
}

function Row({
  row,
  before,
  zone,
  model,
  chosen
}: {
  readonly row: GainRow;
  /** The same in the pinned scenario. */
  readonly before: GainRow | undefined;
  readonly zone: Zone | undefined;
  readonly model: Model;
  readonly chosen: boolean;
}) {
  const {store} = model;
  return (
    <tr
      data-model={row.rival}
      class={chosen ? "chosen" : undefined}
      onPointerEnter={() => (store.active.value = row.rival)}
      onPointerLeave={() => (store.active.value = undefined)}
    >
      <th scope="row">
        <button
          class={`rival role-${row.role}`}
          aria-pressed={chosen}
          title="Hold the answer against this model"
          onClick={() => model.chooseRival(row.rival)}
        >
          {row.name}
        </button>
      </th>
      <td class="compute">
        <TextRuns text={row.compute} /> {row.placed && <span class="quiet-word">placed</span>}
      </td>
      <td class="gain">
        <b>{row.gain}</b> <span>{row.range}</span>
        <Was now={row.gain} before={before?.gain} />
      </td>
      <td class="interval">
        <Strip row={row} zone={zone} />
      </td>
      <td class="points" title={row.pointsRange === "" ? undefined : `90 %: ${row.pointsRange}`}>
        {row.points}
        <span class="narrow-only"> at equal compute</span>
        <Was now={row.points} before={before?.points} />
      </td>
      <td class="says">{row.says}</td>
    </tr>
  );
}

/** The subject against each rival by both readings: how much less compute, how many more points. */
export function GainTable({model}: {readonly model: Model}) {
  const {ladder} = model.simulation.value;
  const scenario = model.store.scenario.value;
  const {value, fresh} = model.uncertainty.value;
  const before = useBefore(model.store, (pinned) => {
    const found = ladderOf(pinned);
    return found && {subject: found.subject, rows: gainRows(pinned, found, undefined)};
  });
  if (ladder === undefined || ladder.comparisons.length === 0) return null;
  const old = before?.subject === ladder.subject ? before?.rows : undefined;
  const rows = gainRows(scenario, ladder, value.ladder);
  const subject = scenario.models.find(({id}) => id === ladder.subject)?.name ?? "";
  const zone = claimedZone(model);
  const placed = rows.some((row) => row.placed);
  return (
    <section aria-labelledby="gains-title" class={fresh ? undefined : "waiting"}>
      <h2 class="section" id="gains-title">
        {subject} against each <span>{placed ? "as placed, 90 % interval" : "90 % interval"}</span>
      </h2>
      <table class="numbers gains">
        <thead>
          <tr>
            <th scope="col">Against</th>
            <th scope="col">Its compute, FLOP</th>
            <th scope="col">Gain at equal score</th>
            <th scope="col" class="interval">
              <svg class="strip-axis" width="100%" height="14" role="img" aria-label="log scale from 0.01× to 1,000×">
                <text x="0" y="11">
                  0.01
                </text>
                <text
                  x={at(0)}
                  y="11"
                  text-anchor={zone === undefined ? "middle" : "end"}
                  dx={zone === undefined ? 0 : 5}
                >
                  1×
                </text>
                {zone && (
                  <text x={at(zone.ends[0])} y="11">
                    {zone.words}
                  </text>
                )}
                <text x="100%" y="11" text-anchor="end">
                  1,000×
                </text>
              </svg>
            </th>
            <th scope="col">At equal compute</th>
            <th scope="col">Reads as</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.rival}
              row={row}
              before={old?.find(({rival}) => rival === row.rival)}
              zone={zone}
              model={model}
              chosen={row.rival === ladder.rival}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
