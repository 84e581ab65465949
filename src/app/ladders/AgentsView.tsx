import type {ViewProps} from "../views/LazyView.tsx";
import {LadderPage} from "./LadderPage.tsx";

export function AgentsView({model}: ViewProps) {
  return <LadderPage model={model} section="agents" answer={undefined} formulas={[]} children={null} />;
}
