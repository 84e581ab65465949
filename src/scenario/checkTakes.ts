import type {Misfit} from "./misfit.ts";
import type {Cost, Scenario} from "./schema.ts";
import {noPenalty, takenInputs} from "./takesSchema.ts";
import type {Takes} from "./takesSchema.ts";
import {unknownName} from "./unknownName.ts";

type Path = Misfit["path"];
type Setup = Cost["setups"][number];

function checkAgents(
  {agents, thinking}: Scenario,
  {as}: Extract<Takes, {readonly section: "agents"}>,
  path: Path
): Misfit[] {
  if (agents?.work === undefined) {
    const message = "needs agents.work: the tokens of one agent are not disclosed and none are placed";
    return [{path: [...path, "section"], message}];
  }
  if (as !== "longer" || thinking !== undefined) return [];
  const message = 'is "longer", and the scenario has no section "thinking", which says what one agent gains by tokens';
  return [{path: [...path, "as"], message}];
}

function checkThinking(
  {thinking}: Scenario,
  takes: Extract<Takes, {readonly section: "thinking"}>,
  path: Path
): Misfit[] {
  const {penalty, compressed} = takes;
  const names = [noPenalty, ...(thinking?.penalties ?? []).map(({id}) => id)];
  return [
    ...(penalty === undefined || names.includes(penalty)
      ? []
      : [unknownName([...path, "penalty"], "penalty", penalty, names)]),
    ...(compressed !== true || thinking?.compressed !== undefined
      ? []
      : [{path: [...path, "compressed"], message: "needs thinking.compressed, which the scenario does not have"}])
  ];
}

/** What does not fit where a setup takes its work from a section: a section that is not there, numbers stated twice. */
export function checkTakes(scenario: Scenario, setup: Setup, at: Path): Misfit[] {
  const {takes} = setup;
  if (takes === undefined) return [];
  const path: Path = [...at, "takes"];
  const twice = takenInputs[takes.section].flatMap((key): Misfit[] => {
    if (setup[key] === undefined) return [];
    const message = `is stated twice: here, and by the section "${takes.section}" that the setup takes its work from`;
    return [{path: [...at, key], message, hint: `leave out ${key}, or takes`}];
  });
  if (scenario[takes.section] === undefined) {
    const message = `names a section that the scenario does not have: "${takes.section}"`;
    return [...twice, {path: [...path, "section"], message, hint: "add it, or state input and output"}];
  }
  if (takes.section === "agents") return [...twice, ...checkAgents(scenario, takes, path)];
  const unread: Misfit[] =
    setup.input === undefined
      ? [{path, message: "needs input beside it: thinking says what is written for a task, not what is read"}]
      : [];
  return [...twice, ...unread, ...checkThinking(scenario, takes, path)];
}
