import {findChip} from "./chips.ts";
import {boundsFault} from "./boundsFault.ts";
import {costInputs} from "./costInputs.ts";
import {chinchillaLaws} from "./chinchillaLaws.ts";
import type {Misfit} from "./misfit.ts";
import {checkTakes} from "./checkTakes.ts";
import {leastOf} from "./quantity.ts";
import type {Cost, Scenario} from "./schema.ts";
import {isTaken} from "./takesSchema.ts";
import {unknownName} from "./unknownName.ts";
import {formatsNamed} from "./utilization.ts";

type Path = Misfit["path"];

/** An MFU that is written of another number format than the one its peak is of. */
export function otherPeak(path: Path, {mfu, format}: Pick<Cost["training"], "mfu" | "format">): Misfit[] {
  const other = formatsNamed(mfu.written).find((named) => named !== format);
  if (other === undefined) return [];
  const message = `is written of the ${other} peak, and this MFU is of the ${format} peak`;
  return [{path, message, hint: `write it of the ${format} peak`}];
}

/** A chip nobody knows, or of whose peak in the number format there is no record. */
function checkHardware(section: "training" | "serving", hardware: Cost["training"] | Cost["serving"]): Misfit[] {
  if (hardware === undefined) return [];
  const written = otherPeak(["cost", section, "mfu"], hardware);
  const chip = findChip(hardware.chip);
  if (chip === undefined) {
    const message = `names no chip whose peak is on record: "${hardware.chip}"`;
    return [...written, {path: ["cost", section, "chip"], message, hint: "such as H100, H200, B200 or A100"}];
  }
  if (Object.hasOwn(chip.peaks, hardware.format)) return written;
  const known = Object.keys(chip.peaks).join(" and ");
  const message = `no ${hardware.format} peak of ${chip.name} is on record; on record is ${known}`;
  return [...written, {path: ["cost", section, "format"], message}];
}

/** Two keys of a setup that mean something only together. */
const pairs = [
  ["chips", "hours"],
  ["input", "output"],
  ["inputPrice", "outputPrice"]
] as const;

/** Prices that are those of another setup: one that has its own, and not stated here too. */
function checkPrices(setups: Cost["setups"], setup: Cost["setups"][number], at: Path): Misfit[] {
  const {id, pricesOf} = setup;
  if (pricesOf === undefined) return [];
  const twice = (["inputPrice", "outputPrice"] as const).flatMap((key): Misfit[] =>
    setup[key] === undefined
      ? []
      : [
          {
            path: [...at, key],
            message: `is stated twice: here, and by the setup "${pricesOf}" at whose prices this one is billed`,
            hint: `leave out ${key}, or pricesOf`
          }
        ]
  );
  const path: Path = [...at, "pricesOf"];
  const from = setups.find((other) => other.id === pricesOf);
  if (from === undefined) {
    const known = setups.map((other) => other.id).filter((other) => other !== id);
    return [...twice, unknownName(path, "setup", pricesOf, known)];
  }
  return from.inputPrice !== undefined && from.pricesOf === undefined && from.id !== id
    ? twice
    : [...twice, {path, message: `must name another setup that has prices of its own, got "${pricesOf}"`}];
}

function checkSetup(scenario: Scenario, setup: Cost["setups"][number], i: number): Misfit[] {
  const {models, cost} = scenario;
  const at = (...rest: Path): Path => ["cost", "setups", i, ...rest];
  const model = models.find(({id}) => id === setup.model);
  const unknown =
    model === undefined
      ? [
          unknownName(
            at("model"),
            "model",
            setup.model,
            models.map(({id}) => id)
          )
        ]
      : [];
  const halves = pairs.flatMap((pair): Misfit[] => {
    const [given, missing] = setup[pair[0]] === undefined ? [pair[1], pair[0]] : pair;
    if (setup[given] === undefined || setup[missing] !== undefined || isTaken(setup, missing)) return [];
    return [{path: at(given), message: `needs ${missing} beside it`}];
  });
  const misfits = [
    ...unknown,
    ...halves,
    ...checkPrices(cost?.setups ?? [], setup, at()),
    ...checkTakes(scenario, setup, at())
  ];
  const fault = setup.agents && boundsFault(costInputs.setupAgents, setup.agents);
  if (fault !== undefined) misfits.push({path: at("agents"), message: fault});
  if (setup.bill === "hardware") {
    if (cost?.serving === undefined) {
      misfits.push({path: at("bill"), message: "is the hardware, so cost.serving must say which"});
    }
    if (model !== undefined && (setup.parameters ?? model.parameters) === undefined) {
      misfits.push({path: at("bill"), message: "is the hardware, so the setup or its model must have parameters"});
    }
  }
  return misfits;
}

/** Tokens served that are stated, or those of a setup: one of the two. */
function checkServed({served, of}: NonNullable<Cost["lifetime"]>, setups: readonly string[]): Misfit[] {
  const at = (key: string): Path => ["cost", "lifetime", key];
  if (served === undefined && of === undefined) {
    return [{path: at("served"), message: "is missing", hint: "or name with “of” the setup whose tasks are served"}];
  }
  if (of === undefined) return [];
  if (served === undefined) return setups.includes(of) ? [] : [unknownName(at("of"), "setup", of, setups)];
  const message = `is stated twice: here, and as the tasks served times the tokens of the setup "${of}"`;
  return [{path: at("served"), message, hint: "leave out served, or of"}];
}

/** A loss that no run of the law reaches, as a value or at the low end of its interval. */
function checkLoss({lifetime}: Cost): Misfit[] {
  if (lifetime === undefined) return [];
  const {E} = chinchillaLaws[lifetime.law];
  const least = leastOf(lifetime.loss);
  if (least > E) return [];
  const message = `must be above the irreducible loss of ${lifetime.law}, ${E}, got ${least}`;
  return [{path: ["cost", "lifetime", "loss"], message}];
}

/** What does not fit together in the costs: names of nothing, halves of pairs, peaks without a record. */
export function checkCost(scenario: Scenario): Misfit[] {
  const {cost} = scenario;
  if (cost === undefined) return [];
  const {setups, changes, pipeline} = cost;
  const ids = setups.map(({id}) => id);
  const named = (path: Path, id: string) => (ids.includes(id) ? [] : [unknownName(path, "setup", id, ids)]);
  const twice = (section: "setups" | "changes") =>
    cost[section].flatMap(({id}, i): Misfit[] => {
      const first = cost[section].findIndex((item) => item.id === id);
      const message = `"${id}" is taken: cost.${section}[${first}] has it already`;
      return first === i ? [] : [{path: ["cost", section, i, "id"], message}];
    });
  const itself = (path: Path, {from, to}: {readonly from: string; readonly to: string}): Misfit[] =>
    from === to ? [{path, message: `must be another setup than "${from}"`}] : [];
  return [
    ...checkHardware("training", cost.training),
    ...checkHardware("serving", cost.serving),
    ...twice("setups"),
    ...twice("changes"),
    ...setups.flatMap((setup, i) => checkSetup(scenario, setup, i)),
    ...checkLoss(cost),
    ...(cost.lifetime === undefined ? [] : checkServed(cost.lifetime, ids)),
    ...[
      ...changes.map((change, i) => [change, ["cost", "changes", i]] as const),
      ...(pipeline === undefined ? [] : [[pipeline, ["cost", "pipeline"]] as const])
    ].flatMap(([pair, path]) => [
      ...named([...path, "from"], pair.from),
      ...named([...path, "to"], pair.to),
      ...itself([...path, "to"], pair)
    ])
  ];
}
