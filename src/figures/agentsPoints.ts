import type {Mark, PointMark} from "../chart/figure.ts";
import {log10} from "../numerics/exp.ts";
import type {Agents} from "../scenario/schema.ts";
import {kindWords} from "./evidenceKinds.ts";
import {gradeOf} from "./evidenceWords.ts";
import {agentsCounted, measured, share} from "./agentsWords.ts";
import type {EvidenceLookup} from "./footer.ts";
import {plain} from "./wording.ts";

/** The largest number of agents that was measured; undefined where none was. */
export function measuredTo({points = []}: Agents): number | undefined {
  const numbers = points.flatMap(({agents, score}) => (score === undefined ? [] : [agents]));
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}

/** The numbers of agents that are named and have no score, in words: "no value for 8 is disclosed". */
export function withoutValue({points = []}: Agents): string | undefined {
  const numbers = points.flatMap(({agents, score}) => (score === undefined ? [agents] : []));
  return numbers.length === 0 ? undefined : `no value for ${numbers.join(", ")} is disclosed`;
}

/** What the points can bear: how they were joined, and the least confidence that the sources have in them. */
export function confidenceWords({points = [], basis = "placed"}: Agents, find: EvidenceLookup): string {
  const low = points
    .flatMap(({score, evidence = []}) => (score === undefined ? [] : evidence))
    .flatMap((id) => find(id) ?? [])
    .map(gradeOf)
    .find(({grade}) => grade === "low");
  const joined = basis === "placed" ? ": how the answers are joined is not disclosed" : "";
  return `What can explain the points need not have made them${joined}.${low === undefined ? "" : ` The points are of low confidence: ${low.why}.`}`;
}

/** What was measured by the number of agents: a point with a whisker; where there is no value, so much in words. */
export function agentsPoints(section: Agents, find: EvidenceLookup | undefined): readonly Mark[] {
  const {points = []} = section;
  const without = points.flatMap(({agents, score}) => (score === undefined ? [agents] : []));
  const seen = points.flatMap(({agents, score}) =>
    score === undefined ? [] : [{agents, low: score.low ?? score.value}]
  );
  // Under the points on either side.
  const under = (n: number): number => {
    const [before, after] = [seen.filter(({agents}) => agents < n).at(-1), seen.find(({agents}) => agents > n)];
    return Math.min(before?.low ?? Infinity, after?.low ?? Infinity);
  };
  return [
    ...points.flatMap(({agents, score, evidence = []}, i): readonly Mark[] => {
      if (score === undefined) return [];
      const x = log10(agents);
      const {value, low, high} = score;
      const told = evidence.flatMap((id) => find?.(id) ?? []);
      // A number of one's own was measured; one whose source is not at hand is not passed off as such.
      const isReading = evidence.length > 0 && told.every(({kind}) => kind === "press" || kind === "estimate");
      const source =
        told[0] === undefined
          ? ""
          : `; ${kindWords(told[0])}, ${gradeOf(told[0]).grade} confidence: ${gradeOf(told[0]).why}`;
      const range = low === undefined || high === undefined ? "" : ` (${share(low)} to ${share(high)})`;
      return [
        ...(low === undefined || high === undefined
          ? []
          : [
              {
                type: "whisker",
                id: `whisker-${i}`,
                role: "subject",
                along: "y",
                at: x,
                low: 100 * low,
                high: 100 * high
              } as const
            ]),
        {
          type: "point",
          id: `point-${i}`,
          role: "subject",
          x,
          y: 100 * value,
          shape: "circle",
          basis: isReading ? "estimate" : "known",
          focus: false,
          detail: `${agentsCounted(agents)}: ${share(value)} of ${measured(section)}${range}${source}.`
        } satisfies PointMark
      ];
    }),
    ...(seen.length === 0
      ? []
      : without.map((agents, i): Mark => ({
          type: "note",
          id: `undisclosed-${i}`,
          role: "context",
          x: log10(agents),
          y: 100 * under(agents) - 3,
          title: plain(`no value for ${agents}`),
          note: plain("not disclosed")
        })))
  ];
}
