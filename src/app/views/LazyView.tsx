import {signal} from "@preact/signals";
import type {ComponentType} from "preact";
import {useEffect} from "preact/hooks";
import type {ControlsProps} from "../controls/InputRow.tsx";
import type {Model} from "../model.ts";

export interface ViewProps {
  readonly model: Model;
  readonly controls: ControlsProps;
}

/** A part of the page with what works out its numbers as a hand moves. */
async function withNumbers<T>(part: Promise<T>, {takeAtHand}: Model): Promise<T> {
  const [loaded, {viewAtHand}] = await Promise.all([part, import("../../figures/viewAtHand.ts")]);
  takeAtHand(viewAtHand);
  return loaded;
}

/** The views that are not on the first screen, each loaded when it is first shown. */
const loaders = {
  rl: () => import("../ladders/ReinforcementView.tsx").then(({ReinforcementView}) => ReinforcementView),
  thinking: () => import("../ladders/ThinkingView.tsx").then(({ThinkingView}) => ThinkingView),
  agents: () => import("../ladders/AgentsView.tsx").then(({AgentsView}) => AgentsView),
  cost: () => import("../ladders/CostView.tsx").then(({CostView}) => CostView),
  plan: () => import("../ladders/PlanView.tsx").then(({PlanView}) => PlanView),
  gain: (model) => withNumbers(import("./GainView.tsx"), model).then(({GainView}) => GainView),
  thresholdsAnswer: (model) =>
    withNumbers(import("./ThresholdsAnswer.tsx"), model).then(({ThresholdsAnswer}) => ThresholdsAnswer),
  claims: () => import("./ClaimsView.tsx").then(({ClaimsView}) => ClaimsView),
  sensitivity: () => import("./SensitivityView.tsx").then(({SensitivityView}) => SensitivityView),
  fit: () => import("../fit/FitView.tsx").then(({FitView}) => FitView),
  fitControls: () => import("../fit/FitView.tsx").then(({FitControls}) => FitControls),
  evidence: () => import("./EvidenceView.tsx").then(({EvidenceView}) => EvidenceView),
  compare: () => import("../compare/CompareView.tsx").then(({CompareView}) => CompareView),
  limits: () => import("./WhatIsWrong.tsx").then(({WhatIsWrong}) => WhatIsWrong)
} as const satisfies Record<string, (model: Model) => Promise<ComponentType<ViewProps>>>;

export type LazyName = keyof typeof loaders;

export const isLazy = (name: string): name is LazyName => Object.hasOwn(loaders, name);

const loaded = signal<Partial<Record<LazyName, ComponentType<ViewProps>>>>({});
const failed = signal<readonly LazyName[]>([]);

async function load(name: LazyName, model: Model): Promise<void> {
  if (loaded.peek()[name] !== undefined) return;
  const view: ComponentType<ViewProps> = await loaders[name](model);
  loaded.value = {...loaded.peek(), [name]: view};
}

/** Loads what a view needs beforehand, as a hand comes near its tab; a failure is said once it is shown. */
export function loadAhead(view: string, model: Model): void {
  const name = view === "thresholds" ? "thresholdsAnswer" : view;
  if (isLazy(name)) load(name, model).catch(() => undefined);
}

/** A view that is loaded when it is first shown. */
export function LazyView({name, ...props}: ViewProps & {readonly name: LazyName}) {
  useEffect(() => {
    load(name, props.model).catch(() => (failed.value = [...failed.peek(), name]));
  }, [name]);
  const View = loaded.value[name];
  if (View !== undefined) return <View {...props} />;
  return (
    <p class="detail">{failed.value.includes(name) ? "This view could not be loaded: reload the page." : "Loading."}</p>
  );
}
