import {agentsScores} from "../laws/agents.ts";
import type {AgentsLaw} from "../laws/agents.ts";
import {fitAgents, parameterOf} from "../laws/agentsFit.ts";
import type {AgentsFit, AgentsParameter} from "../laws/agentsFit.ts";
import {drawInto, normal} from "../numerics/distributions.ts";
import {latinHypercube} from "../numerics/latinHypercube.ts";
import {seededRandom} from "../numerics/random.ts";
import type {Agents} from "../scenario/schema.ts";
import {measuredPoints} from "./agentsFits.ts";
import {interval} from "./draws.ts";
import type {Interval} from "./draws.ts";

/** No more refits are made: each takes some 50 ms. */
export const mostRefits = 100;

/** How far the reading of the points leaves a fit open, if its law is right. */
export interface AgentsRefits {
  readonly seed: number;
  /** Refits that were made, and how many of them did not converge and are left out. */
  readonly draws: number;
  readonly failed: number;
  /** Of each free number, the middle 90 %; empty where no refit converged. */
  readonly parameters: Readonly<Partial<Record<AgentsParameter, Interval>>>;
  /** Of the fitted curve, the middle 90 % in [0, 1], number of agents by number of agents; empty where none did. */
  readonly score: readonly (Interval & {readonly agents: number})[];
}

/** Where the fitted curve is told: at the measured numbers of agents and at the one on show. */
const toldAt = (section: Agents): readonly number[] =>
  [...new Set([...measuredPoints(section).map(({n}) => n), section.count.value])].sort((a, b) => a - b);

/**
 * The law fitted again and again to points drawn within the intervals they were read in, from the fit as it is.
 *
 * A point is drawn normal about its value, split where its ends are not as far, its ends 90 % apart, cut at 0 and 1; one
 * without an interval stays. Yields the fraction done after each refit; the same section, fit and seed give the same
 * bits. Undefined where no point has an interval.
 */
export function* agentsRefitSteps(
  section: Agents,
  {law}: Pick<AgentsFit, "law">,
  free: readonly AgentsParameter[],
  {seed, draws: asked}: {readonly seed: number; readonly draws: number}
): Generator<number, AgentsRefits | undefined> {
  const read = (section.points ?? []).flatMap(({score}) => (score === undefined ? [] : [score]));
  if (!read.some(({low, high}) => low !== undefined && high !== undefined)) return undefined;
  const draws = Math.min(asked, mostRefits);
  const points = measuredPoints(section);
  const columns = read.map(({value, low, high}, i) => {
    const column = new Float64Array(draws).fill(value);
    if (low === undefined || high === undefined || !(high > low)) return column;
    const random = latinHypercube(draws, seededRandom(seed, `read agents.points.${i}`));
    return drawInto(column, normal({value, low, high}), random);
  });
  const laws: AgentsLaw[] = [];
  let failed = 0;
  for (let draw = 0; draw < draws; ++draw) {
    const drawn = points.map((point, i) => ({
      ...point,
      score: Math.min(1, Math.max(0, columns[i]?.[draw] ?? point.score))
    }));
    const refit = fitAgents(drawn, law, free, {isNear: true});
    if (refit.converged) laws.push(refit.law);
    else ++failed;
    yield (draw + 1) / draws;
  }
  if (laws.length === 0) return {seed, draws, failed, parameters: {}, score: []};
  const of = (value: (law: AgentsLaw) => number): Interval => interval(Float64Array.from(laws, value));
  const told = toldAt(section);
  const scores = laws.map((refitted) => agentsScores(refitted, Math.max(...told)));
  return {
    seed,
    draws,
    failed,
    parameters: Object.fromEntries(free.map((name) => [name, of((refitted) => parameterOf(refitted, name))])),
    score: told.map((agents) => ({agents, ...interval(Float64Array.from(scores, (scoreOf) => scoreOf(agents)))}))
  };
}

/** The same at once. */
export function agentsRefits(...asked: Parameters<typeof agentsRefitSteps>): AgentsRefits | undefined {
  const steps = agentsRefitSteps(...asked);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
