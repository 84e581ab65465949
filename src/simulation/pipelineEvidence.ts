import {pricedBy} from "../scenario/prices.ts";
import type {Cost, Scenario} from "../scenario/schema.ts";
import {partEvidence} from "../scenario/setupEvidence.ts";
import {isGroup, noPenalty} from "../scenario/takesSchema.ts";
import type {FactorName} from "./pipeline.ts";
import type {SecondsFactorName} from "./pipelineSeconds.ts";

type Setup = Cost["setups"][number];

/** Ledger ids that a section gives under the places that begin so, such as `joining`. */
function underPlace(evidence: NonNullable<Scenario["agents"]>["evidence"], start: string): readonly string[] {
  return Object.entries(evidence ?? {}).flatMap(([place, ids]) =>
    place === start || place.startsWith(`${start}.`) ? ids : []
  );
}

/** The sources that a section gives for what a setup takes from it. */
function takenEvidence({agents, thinking}: Scenario, {takes}: Setup, name: FactorName | "pace"): readonly string[] {
  if (takes?.section === "agents") {
    const own = (start: string) => underPlace(agents?.evidence, start);
    switch (name) {
      case "output":
      case "input":
        return [...(agents?.work?.evidence ?? []), ...own("work")];
      case "agents":
        return takes.as === "one" ? [] : own("count");
      case "joining":
        return isGroup({takes}) ? own("joining") : [];
      case "pace":
        return [...(agents?.pace?.evidence ?? []), ...own("pace")];
      default:
        return [];
    }
  }
  if (takes === undefined || name !== "output") return [];
  const {penalty, compressed} = takes;
  const places = [
    ...(penalty === undefined || penalty === noPenalty ? ["limit"] : [`penalties.${penalty}`]),
    ...(compressed === true ? ["compressed"] : [])
  ];
  return places.flatMap((place) => underPlace(thinking?.evidence, place));
}

/** The sources of a factor, of both setups: their own, and those of the sections that they take their work from. */
export function factorEvidence(scenario: Scenario, name: FactorName | SecondsFactorName): readonly string[] {
  const {models, cost} = scenario;
  const {pipeline, setups = []} = cost ?? {};
  const two = [pipeline?.from, pipeline?.to].flatMap((id) => setups.find((setup) => setup.id === id) ?? []);
  const both = (of: (setup: Setup) => readonly string[]) => [
    ...new Set(two.flatMap((setup) => [...of(setup), ...takenEvidence(scenario, setup, name)]))
  ];
  /** Those of a part of the setup, or where there are none, those that its model gives. */
  const orOfModel = ({model, evidence}: Setup, part: "parameters" | "training", key: "run" | "compute") => {
    const own = partEvidence(evidence, part);
    return own.length > 0 ? own : (models.find(({id}) => id === model)?.evidence?.[key] ?? []);
  };
  switch (name) {
    case "output":
    case "input":
      return both(({evidence}) => partEvidence(evidence, "tokens"));
    case "agents":
      return both(({evidence}) => partEvidence(evidence, "agents"));
    case "joining":
      return both(() => []);
    case "pace":
      return both(({evidence}) => partEvidence(evidence, "latency"));
    case "price":
      return both((setup) => partEvidence(pricedBy(cost, setup).evidence, "price"));
    case "parameters":
      return both((setup) => orOfModel(setup, "parameters", "run"));
    case "compute":
    case "effectiveCompute":
      return both((setup) => orOfModel(setup, "training", "compute"));
    case "gain":
      return pipeline?.evidence ?? [];
  }
}
