import {evidenceAt} from "../scenario/ownEvidence.ts";
import type {Scenario} from "../scenario/schema.ts";
import {partEvidence} from "../scenario/setupEvidence.ts";
import {isGroup, isTaken} from "../scenario/takesSchema.ts";
import {costReport} from "../simulation/costNumbers.ts";
import type {CostReport, Told} from "../simulation/costNumbers.ts";
import type {CostUncertainty} from "../simulation/costUncertainty.ts";
import {factorNames, hasOtherSeconds, secondsNames} from "./pipelineWords.ts";
import {tellingFactors} from "./sharedFactors.ts";
import type {Cell} from "./viewPart.ts";

type Row = readonly Cell[];

const head: Row = ["part", "of", "quantity", "unit", "value", "5 %", "95 %", "note", "evidence"];

interface Item {
  readonly part: string;
  readonly of: string;
  readonly quantity: string;
  readonly unit: string;
  readonly told: Told;
  readonly note?: string;
  readonly evidence?: readonly string[];
}

const row = ({part, of, quantity, unit, told, note = "", evidence = []}: Item): Row => [
  part,
  of,
  quantity,
  unit,
  told.value ?? NaN,
  told.interval?.low ?? NaN,
  told.interval?.high ?? NaN,
  note,
  evidence.join(" ")
];

const exactly = (value: number | null): Told => ({value, interval: null});

const quantities = [
  ["score", "score", "points"],
  ["compute", "training compute", "FLOP"],
  ["trainingDollars", "training", "US dollars"],
  ["trainingDays", "training", "days"],
  ["input", "tokens read by an agent", "tokens"],
  ["output", "tokens written by an agent", "tokens"],
  ["agents", "agents", "agents"],
  ["joiningInput", "tokens read by the joining step", "tokens"],
  ["joiningOutput", "tokens written by the joining step", "tokens"],
  ["servingDollars", "serving a task", "US dollars"],
  ["trainingShare", "share of the training in a task", "US dollars"],
  ["dollars", "task", "US dollars"],
  ["seconds", "task", "seconds"],
  ["tasksPerDay", "tasks a day", "tasks"]
] as const;

const joiningKeys: readonly string[] = ["joiningInput", "joiningOutput"];

/** The part of a setup's evidence that stands behind each quantity. */
const partOf: Readonly<Record<string, Parameters<typeof partEvidence>[1]>> = {
  compute: "training",
  input: "tokens",
  output: "tokens",
  agents: "agents",
  servingDollars: "price",
  seconds: "latency"
};

function setupRows(setup: CostReport["setups"][number], scoreUnit: string): readonly Row[] {
  const {name: of, bill, basis, priceBasis, measure, takes} = setup;
  const notes: Readonly<Record<string, string>> = {
    compute: basis === "placed" ? "placed" : "",
    servingDollars: priceBasis === null || priceBasis === "listed" ? "" : `price: ${priceBasis}`
  };
  const shown = quantities.filter(([key]) => isGroup(setup) || !joiningKeys.includes(key));
  const own = shown.map(([key, quantity, unit]) => {
    const evidencePart = partOf[key];
    return row({
      part: "setup",
      of,
      quantity,
      unit: key !== "score" ? unit : measure.kind === "share" ? `share of 1, ${measure.name}` : scoreUnit,
      told: setup[key],
      note: notes[key] ?? (takes !== null && isTaken({takes}, key) ? `taken from ${takes.section}` : ""),
      evidence: evidencePart === undefined ? [] : partEvidence(setup.evidence, evidencePart)
    });
  });
  if (bill === null) return own;
  const note = bill.agrees === null ? "not disclosed" : bill.agrees ? "agrees to the cent" : "differs";
  return [
    ...own,
    row({part: "bill", of, quantity: "computed, to the cent", unit: "US dollars", told: exactly(bill.computed)}),
    row({
      part: "bill",
      of,
      quantity: "measured",
      unit: "US dollars",
      told: exactly(bill.measured),
      note,
      evidence: evidenceAt(setup.evidence, "measured")
    })
  ];
}

function changeRow({name: of, breakEven, probabilityPaysAtTasks, evidence}: CostReport["changes"][number]): Row {
  const {kind, tasks, interval} = breakEven;
  const share =
    probabilityPaysAtTasks === null ? "" : `; pays by the tasks served in ${probabilityPaysAtTasks} of draws`;
  return row({
    part: "change",
    of,
    quantity: "break-even",
    unit: "tasks",
    told: {value: tasks, interval},
    note: `${kind ?? "no number"}${share}`,
    evidence
  });
}

function pipelineRows({pipeline}: CostReport): readonly Row[] {
  if (pipeline === null) return [];
  const of = `${pipeline.from} to ${pipeline.to}`;
  const telling = tellingFactors(pipeline);
  const factors = telling.factors.map(({name, share, ofServing, ofTraining, interval, evidence}) =>
    row({
      part: `pipeline, ${share} share`,
      of,
      quantity: factorNames[name],
      unit: "×",
      told: {value: share === "serving" ? ofServing : ofTraining, interval},
      note: name === "gain" ? "no factor of the serving bill" : "",
      evidence
    })
  );
  const ofTotal = telling.factors.map(({name, ofTotal: told, evidence}) =>
    row({part: "pipeline, of a task in all", of, quantity: factorNames[name], unit: "×", told, evidence})
  );
  const ofSeconds = !hasOtherSeconds(pipeline)
    ? []
    : telling.secondsFactors.map(({name, evidence, ...told}) =>
        row({part: "pipeline, of the seconds", of, quantity: secondsNames[name], unit: "×", told, evidence})
      );
  const ratios = (["serving", "training", "total", "seconds"] as const).map((key) =>
    row({part: "pipeline, whole", of, quantity: key, unit: "×", told: pipeline.ratios[key]})
  );
  return [...factors, ...ofTotal, ...ofSeconds, ...ratios];
}

function lifetimeRows({lifetime}: CostReport): readonly Row[] {
  if (lifetime === null) return [];
  const of = String(lifetime.law);
  const rows = [
    ["served", "tokens served", "tokens"],
    ["parameters", "parameters of least lifetime compute", "parameters"],
    ["tokens", "training tokens of least lifetime compute", "tokens"],
    ["total", "least lifetime compute", "FLOP"],
    ["optimalParameters", "compute-optimal parameters", "parameters"],
    ["optimalTotal", "lifetime compute of the compute-optimal run", "FLOP"],
    ["saving", "saving over it", "×"]
  ] as const;
  return rows.map(([key, quantity, unit]) => row({part: "lifetime", of, quantity, unit, told: lifetime[key]}));
}

/** Every number of the costs on show, a row each; undefined where the scenario holds none. */
export function costTable(scenario: Scenario, drawn: CostUncertainty): readonly Row[] | undefined {
  const report = costReport(scenario, drawn);
  if (report === undefined) return undefined;
  return [
    head,
    row({part: "all", of: "", quantity: "tasks served", unit: "tasks", told: exactly(report.tasks)}),
    ...report.setups.flatMap((setup) => setupRows(setup, scenario.metrics[report.metric]?.unit ?? "points")),
    ...lifetimeRows(report),
    ...report.changes.map(changeRow),
    ...pipelineRows(report)
  ];
}
