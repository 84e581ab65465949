import {boundsFault} from "./boundsFault.ts";
import type {InputKind} from "./inputs.ts";
import type {Misfit} from "./misfit.ts";
import {leastOf, mostOf} from "./quantity.ts";
import type {Quantity} from "./quantity.ts";
import type {Agents, Reinforcement, Scenario, Thinking} from "./schema.ts";
import {sectionKinds as inputs} from "./sectionKinds.ts";
import {aroraBounds} from "./thinkingInputs.ts";

type Path = Misfit["path"];

/** A number out of its bounds. */
function within(path: Path, quantity: Quantity, kind: InputKind): readonly Misfit[] {
  const message = boundsFault(kind, quantity);
  return message === undefined ? [] : [{path, message}];
}

function checkAgents({count, success, joining, points = [], fit = []}: Agents): readonly Misfit[] {
  const at = (...rest: Path): Path => ["agents", ...rest];
  const {value, low} = count;
  const unfit = within(at("count"), count, inputs.agentsCount);
  const misfits: Misfit[] = [...within(at("success", "mean"), success.mean, inputs.agentsMean)];
  if (low !== undefined || count.bound !== undefined) {
    misfits.push({path: at("count"), message: "must be one number of agents, not an interval"});
  } else if (unfit.length > 0) {
    misfits.push(...unfit);
  } else if (joining.kind === "vote" && joining.ties === undefined && value % 2 === 0) {
    misfits.push({
      path: at("joining"),
      message: `lets ${value} agents split evenly, so it must say how ties go`,
      hint: '"ties": "drawn" draws among the answers that share the lead'
    });
  }
  const own = {vote: [], verifier: ["truePositive", "falsePositive"], refine: ["insight"]}[joining.kind] as string[];
  fit.forEach((name, i) => {
    const known = ["mean", "concentration", "repeat", ...own];
    if (!known.includes(name)) {
      misfits.push({path: at("fit", i), message: `is no number of a ${joining.kind}; one of ${known.join(", ")}`});
    }
  });
  const scored = points.filter(({score}) => score !== undefined).length;
  if (fit.length > scored) {
    const message = `frees ${fit.length} numbers, and only ${scored} points have a score`;
    misfits.push({path: at("fit"), message});
  }
  return misfits;
}

/** The ids that a list holds twice. */
function twice(path: Path, items: readonly {readonly id: string}[]): readonly Misfit[] {
  return items.flatMap(({id}, i) =>
    items.findIndex((item) => item.id === id) < i
      ? [{path: [...path, i, "id"], message: `"${id}" is taken by another of the list`}]
      : []
  );
}

/** That one quantity stays below another in the middle and at the ends that meet. */
function rising(path: Path, [below, of]: readonly [string, Quantity], [above, top]: readonly [string, Quantity]) {
  if (of.value <= top.value && mostOf(of) <= leastOf(top)) return [];
  const isPlain = of.value > top.value;
  const got = isPlain || mostOf(of) === of.value ? `${of.value}` : `up to ${mostOf(of)}`;
  const least = isPlain || leastOf(top) === top.value ? `${top.value}` : `${leastOf(top)} or more`;
  return [{path, message: `must have ${below} no higher than ${above}, got ${got} and ${least}`}];
}

function checkThinking(thinking: Thinking, {models, metrics}: Scenario): readonly Misfit[] {
  const {difficulties, compressed, penalties = [], path: lengths, series = [], index} = thinking;
  const at = (...rest: Path): Path => ["thinking", ...rest];
  const ids = difficulties.map(({id}) => id);
  return [
    ...twice(at("difficulties"), difficulties),
    ...twice(at("penalties"), penalties),
    ...twice(at("series"), series),
    ...checkFocus(thinking),
    ...difficulties.flatMap(({floor, ceiling}, i) =>
      rising(at("difficulties", i), ["floor", floor], ["ceiling", ceiling])
    ),
    ...(difficulties.some(({weight}) => leastOf(weight) > 0)
      ? []
      : [{path: at("difficulties"), message: "must hold one with a weight above 0"}]),
    ...Object.keys(compressed?.factors ?? {})
      .filter((id) => !ids.includes(id))
      .map((id) => ({
        path: at("compressed", "factors", id),
        message: `names no difficulty: "${id}"`,
        hint: `there are: ${ids.join(", ")}`
      })),
    ...penalties.flatMap((penalty, i): readonly Misfit[] => {
      if (penalty.kind === "kimi") {
        return rising(at("penalties", i), ["shortest", penalty.shortest], ["longest", penalty.longest]);
      }
      if (!("alpha" in penalty)) return [];
      const own = penalty.kind === "arora" ? {bounds: aroraBounds} : {};
      return within(at("penalties", i, "alpha"), penalty.alpha, {...inputs.thinkingAlpha, ...own});
    }),
    ...(lengths === undefined
      ? []
      : [
          ...rising(at("path"), ["start", lengths.start], ["longest", lengths.longest]),
          ...rising(at("path"), ["compressed", lengths.compressed], ["longest", lengths.longest]),
          ...rising(at("path"), ["compressed", lengths.compressed], ["end", lengths.end]),
          ...within(at("path", "longestAt"), lengths.longestAt, inputs.thinkingLongestAt),
          ...within(at("path", "compressedAt"), lengths.compressedAt, inputs.thinkingCompressedAt),
          ...(mostOf(lengths.longestAt) < leastOf(lengths.compressedAt)
            ? []
            : [{path: at("path"), message: "must turn first at longestAt and later at compressedAt"}])
        ]),
    ...(index === undefined ? [] : checkIndex(index, models, metrics))
  ];
}

function checkFocus({focus, penalties = []}: Thinking): readonly Misfit[] {
  if (focus === undefined || focus === "none" || penalties.some(({id}) => id === focus)) return [];
  const hint = `there are: ${["none", ...penalties.map(({id}) => id)].join(", ")}`;
  return [{path: ["thinking", "focus"], message: `names no penalty: "${focus}"`, hint}];
}

function checkIndex(
  {metric, subject, runs}: NonNullable<Thinking["index"]>,
  models: Scenario["models"],
  metrics: Scenario["metrics"]
): readonly Misfit[] {
  const at = (...rest: Path): Path => ["thinking", "index", ...rest];
  return [
    ...twice(at("runs"), runs),
    ...(metric in metrics ? [] : [{path: at("metric"), message: `names no metric: "${metric}"`}]),
    ...(runs.some(({id}) => id === subject)
      ? []
      : [{path: at("subject"), message: `names no run of the index: "${subject}"`}]),
    ...runs.flatMap(({id}, i): readonly Misfit[] => {
      const model = models.find((item) => item.id === id);
      if (model === undefined) return [{path: at("runs", i, "id"), message: `names no model: "${id}"`}];
      return metric in model.score || !(metric in metrics)
        ? []
        : [{path: at("runs", i, "id"), message: `names "${id}", which has no score on "${metric}"`}];
    })
  ];
}

function checkReinforcement(section: Reinforcement): readonly Misfit[] {
  const at = (...rest: Path): Path => ["reinforcement", ...rest];
  const {law, heldOut, compute, tolerance, success, sharpening} = section;
  return [
    ...rising(at("law"), ["before", law.before], ["ceiling", law.ceiling]),
    ...within(at("law", "middle"), law.middle, inputs.reinforcementMiddle),
    ...(heldOut === undefined
      ? []
      : [
          ...rising(at("heldOut"), ["before", heldOut.before], ["ceiling", heldOut.ceiling]),
          ...within(at("heldOut", "middle"), heldOut.middle, inputs.heldOutMiddle)
        ]),
    ...within(at("compute"), compute, inputs.reinforcementCompute),
    ...(tolerance === undefined ? [] : within(at("tolerance"), tolerance, inputs.reinforcementTolerance)),
    ...(success?.mean === undefined ? [] : within(at("success", "mean"), success.mean, inputs.reinforcementMean)),
    ...(sharpening !== undefined && success === undefined
      ? [{path: at("sharpening"), message: "needs success, how it spreads over problems before training"}]
      : [])
  ];
}

/** What does not fit together in the sections of agents, thinking and reinforcement learning. */
export function checkLadders(scenario: Scenario): readonly Misfit[] {
  const {agents, thinking, reinforcement} = scenario;
  return [
    ...(agents === undefined ? [] : checkAgents(agents)),
    ...(thinking === undefined ? [] : checkThinking(thinking, scenario)),
    ...(reinforcement === undefined ? [] : checkReinforcement(reinforcement))
  ];
}
