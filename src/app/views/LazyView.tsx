import {signal} from "@preact/signals";
import type {ComponentType} from "preact";
import {useEffect} from "preact/hooks";
import type {ControlsProps} from "../controls/InputRow.tsx";
import type {Model} from "../model.ts";

export interface ViewProps {
  readonly model: Model;
  readonly controls: ControlsProps;
}

/** The views that are not on the first screen, each loaded when it is first shown. */
const loaders = {
  rl: () => import("../ladders/ReinforcementView.tsx").then(({ReinforcementView}) => ReinforcementView),
  thinking: () => import("../ladders/ThinkingView.tsx").then(({ThinkingView}) => ThinkingView),
  agents: () => import("../ladders/AgentsView.tsx").then(({AgentsView}) => AgentsView),
  cost: () => import("../ladders/CostView.tsx").then(({CostView}) => CostView),
  plan: () => import("../ladders/PlanView.tsx").then(({PlanView}) => PlanView),
  gain: () => import("./GainView.tsx").then(({GainView}) => GainView),
  claims: () => import("./ClaimsView.tsx").then(({ClaimsView}) => ClaimsView),
  sensitivity: () => import("./SensitivityView.tsx").then(({SensitivityView}) => SensitivityView),
  fit: () => import("../fit/FitView.tsx").then(({FitView}) => FitView),
  fitControls: () => import("../fit/FitView.tsx").then(({FitControls}) => FitControls),
  evidence: () => import("./EvidenceView.tsx").then(({EvidenceView}) => EvidenceView),
  compare: () => import("../compare/CompareView.tsx").then(({CompareView}) => CompareView),
  limits: () => import("./WhatIsWrong.tsx").then(({WhatIsWrong}) => WhatIsWrong)
} as const satisfies Record<string, () => Promise<ComponentType<ViewProps>>>;

export type LazyName = keyof typeof loaders;

export const isLazy = (name: string): name is LazyName => Object.hasOwn(loaders, name);

const loaded = signal<Partial<Record<LazyName, ComponentType<ViewProps>>>>({});
const failed = signal(false);

/** A view that is loaded when it is first shown. */
export function LazyView({name, ...props}: ViewProps & {readonly name: LazyName}) {
  useEffect(() => {
    if (loaded.value[name] !== undefined) return;
    loaders[name]().then(
      (view: ComponentType<ViewProps>) => {
        loaded.value = {...loaded.value, [name]: view};
      },
      () => {
        failed.value = true;
      }
    );
  }, [name]);
  const View = loaded.value[name];
  if (View !== undefined) return <View {...props} />;
  return <p class="detail">{failed.value ? "This view could not be loaded: reload the page." : "Loading."}</p>;
}
