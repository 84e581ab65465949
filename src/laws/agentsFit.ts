import {exp, log} from "../numerics/exp.ts";
import {requirePositive, requireProbability, requireWhole} from "../numerics/ranges.ts";
import {minimizeBySimplex} from "../numerics/simplex.ts";
import {agentsScores, mostAgents, type AgentsLaw, type Joining} from "./agents.ts";
import {concentrationOf, spreadOf} from "./sharpening.ts";
import {meanSuccess} from "./sampling.ts";

/** The share of problems that a number of agents was seen to solve. */
export interface AgentsPoint {
  readonly n: number;
  /** In [0, 1]. */
  readonly score: number;
  /** How far off the reading may be, in the unit of the score; > 0. Points count by one over its square. */
  readonly error?: number;
}

/** A number of an AgentsLaw that a fit may move. */
export type AgentsParameter = "mean" | "concentration" | "repeat" | "truePositive" | "falsePositive" | "insight";

/** A number of a law; NaN where it has none such. */
export function parameterOf({success, repeat, joining}: AgentsLaw, name: AgentsParameter): number {
  if (name === "mean") return meanSuccess(success);
  if (name === "concentration") return concentrationOf(success);
  if (name === "repeat") return repeat;
  return (joining as Partial<Record<AgentsParameter, number>>)[name] ?? NaN;
}

/** The law that is nearest to points, and how near. */
export interface AgentsFit {
  readonly law: AgentsLaw;
  /** The score by the law less the one seen, point by point. */
  readonly residuals: readonly number[];
  /** The largest residual in size, of all that the law cannot say. */
  readonly largestResidual: number;
  readonly converged: boolean;
}

const parametersOf: Readonly<Record<Joining["kind"], readonly AgentsParameter[]>> = {
  vote: ["mean", "concentration", "repeat"],
  verifier: ["mean", "concentration", "repeat", "truePositive", "falsePositive"],
  refine: ["mean", "concentration", "repeat", "insight"]
};

/**
 * The law of least squares through points, some of its numbers free and the others as given.
 *
 * By a simplex over log-odds of the probabilities and the logarithm of the concentration, from the law given and from two
 * others whose problems are more and less alike; the best of the three. With `isNear` the law given is known to be near
 * and the others are not tried. With as many free numbers as points nothing is
 * left to tell a good law from a bad one: the residuals are then no measure of error.
 *
 * @throws RangeError if there are no points, fewer points than free numbers, a number that the joining has not, or a
 * point or a parameter out of its range
 */
export function fitAgents(
  points: readonly AgentsPoint[],
  start: AgentsLaw,
  free: readonly AgentsParameter[],
  {isNear = false}: {readonly isNear?: boolean} = {}
): AgentsFit {
  if (points.length === 0) throw new RangeError("invalid points; there are none");
  for (const {n, score, error = 1} of points) {
    requireWhole("number of agents", n, 1, mostAgents);
    requireProbability("score", score);
    requirePositive("error of a point", error);
  }
  if (free.length > points.length) {
    throw new RangeError(`invalid fit; ${free.length} free numbers and only ${points.length} points`);
  }
  const odd = free.find((name) => !parametersOf[start.joining.kind].includes(name));
  if (odd !== undefined) throw new RangeError(`invalid free number; none of a ${start.joining.kind}: ${odd}`);
  const lawAt = (x: readonly number[]) => free.reduce((law, name, i) => withCoordinate(law, name, x[i]!), start);
  const most = Math.max(...points.map(({n}) => n));
  const squares = (x: readonly number[]) => {
    const scoreOf = agentsScores(lawAt(x), most);
    return points.reduce((sum, {n, score, error = 1}) => {
      const off = (scoreOf(n) - score) / error;
      return sum + off * off;
    }, 0);
  };
  const first = free.map((name) => coordinate(start, name));
  const starts =
    free.includes("concentration") && !isNear
      ? [0, -2, 2].map((shift) => first.map((x, i) => (free[i] === "concentration" ? x + shift : x)))
      : [first];
  const minima = starts.map((x) => minimizeBySimplex(squares, x));
  const best = minima.reduce((a, b) => (b.value < a.value ? b : a));
  const law = lawAt(best.x);
  const scoreOf = agentsScores(law, most);
  const residuals = points.map(({n, score}) => scoreOf(n) - score);
  return {law, residuals, largestResidual: Math.max(...residuals.map(Math.abs)), converged: best.converged};
}

/** How far from 0 and 1, in log-odds, a search starts and ends: 1e-9 is as good as 0. */
const edge = 20.7;

function logOdds(p: number): number {
  return Math.min(4, Math.max(-4, log(p) - log(1 - p)));
}

function chance(x: number): number {
  return 1 / (1 + exp(-Math.min(edge, Math.max(-edge, x))));
}

function coordinate(law: AgentsLaw, name: AgentsParameter): number {
  const value = parameterOf(law, name);
  return name === "concentration" ? log(value) : logOdds(value);
}

function withCoordinate(law: AgentsLaw, name: AgentsParameter, x: number): AgentsLaw {
  const {success} = law;
  switch (name) {
    case "mean":
      return {...law, success: spreadOf(chance(x), concentrationOf(success))};
    case "concentration":
      return {...law, success: spreadOf(meanSuccess(success), exp(Math.min(edge, Math.max(-edge, x))))};
    case "repeat":
      return {...law, repeat: chance(x)};
    default:
      return {...law, joining: {...law.joining, [name]: chance(x)}};
  }
}
