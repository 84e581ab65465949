import {useSignal} from "@preact/signals";
import type {ViewSection} from "../../scenario/viewInputs.ts";
import {openShipped, shippedText} from "../files.ts";
import type {Model} from "../model.ts";

interface About {
  /** What a scenario without the section does not hold. */
  readonly lacks: string;
  /** What the view answers. */
  readonly answers?: string;
  readonly file: string;
  readonly title: string;
  /** Other scenarios that hold one. */
  readonly others?: readonly {readonly file: string; readonly title: string}[];
}

const about: Readonly<Record<ViewSection, About>> = {
  reinforcement: {
    lacks: "This scenario holds no reinforcement learning.",
    file: "rl-scaling.json",
    title: "Reinforcement learning, a ladder of its own"
  },
  thinking: {
    lacks: "This scenario holds no thinking tokens.",
    file: "thought-compression.json",
    title: "Thought compression"
  },
  agents: {
    lacks: "This scenario holds no agents.",
    file: "contemplating.json",
    title: "Contemplating: 1 to 64 agents"
  },
  cost: {lacks: "This scenario holds no costs.", file: "cost-per-task.json", title: "What a task costs"},
  plan: {
    lacks: "This scenario plans no ladder.",
    answers:
      "A plan says how many small runs tell a true gain from none at a target far above them, what they cost and where they best stand; an autopsy says what the runs of a published ladder could have told.",
    file: "plan-3x.json",
    title: "Three times or once, at 1e25 FLOP",
    others: [
      {file: "autopsy-olmo.json", title: "What the OLMo ladder could have told apart"},
      {file: "autopsy-over-10x.json", title: "A ladder behind “over 10x”, taken apart"}
    ]
  }
};

/** A title inside quotation marks. */
const nested = (title: string): string => title.replace("“", "‘").replace("”", "’");

/** What stands where a scenario lacks a section: how to add that of a shipped scenario, or to open it. */
export function MissingSection({model, section}: {readonly model: Model; readonly section: ViewSection}) {
  const {lacks, answers, file, title, others = []} = about[section];
  const fault = useSignal<string | undefined>(undefined);
  const {store} = model;
  const add = async () => {
    const [{readScenario}, {writeScenario}] = await Promise.all([
      import("../../scenario/read.ts"),
      import("../../scenario/write.ts")
    ]);
    const now = store.scenario.peek();
    const shipped = JSON.parse(await shippedText(file)) as Record<string, unknown>;
    const document = JSON.parse(writeScenario(now)) as Record<string, unknown>;
    // The single agent beside agents thinks by the section of thinking: one that the scenario has of its own stays.
    const beside = section === "agents" ? {thinking: shipped["thinking"]} : {};
    const read = await readScenario(JSON.stringify({...beside, ...document, [section]: shipped[section]}));
    if (read.ok) store.commit({...read.scenario, view: now.view}, `${section} of “${title}”`);
    else fault.value = read.problems[0]?.message ?? "It does not fit this scenario.";
  };
  return (
    <div class="answer-box">
      <p class="answer">{lacks}</p>
      {answers !== undefined && <p class="condition">{answers}</p>}
      <p class="condition">
        Add what “{title}” assumes to this scenario, which undo takes back, or open that scenario in its place.
      </p>
      <div class="ladder-bar">
        <button type="button" class="primary" onClick={() => void add()}>
          Add it here
        </button>
        <button type="button" class="fit-button" onClick={() => void openShipped(store, file)}>
          Open “{title}”
        </button>
        {others.map((other) => (
          <button key={other.file} type="button" class="fit-button" onClick={() => void openShipped(store, other.file)}>
            Open “{nested(other.title)}”
          </button>
        ))}
      </div>
      <p class="slider-error" role="alert" hidden={fault.value === undefined}>
        It does not fit this scenario: {fault.value}
      </p>
    </div>
  );
}
