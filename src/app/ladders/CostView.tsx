import type {ViewProps} from "../views/LazyView.tsx";
import {LadderPage} from "./LadderPage.tsx";

export function CostView({model}: ViewProps) {
  return <LadderPage model={model} section="cost" answer={undefined} formulas={[]} children={null} />;
}
