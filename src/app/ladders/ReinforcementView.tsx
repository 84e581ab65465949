import type {ViewProps} from "../views/LazyView.tsx";
import {LadderPage} from "./LadderPage.tsx";

export function ReinforcementView({model}: ViewProps) {
  return <LadderPage model={model} section="reinforcement" answer={undefined} formulas={[]} children={null} />;
}
