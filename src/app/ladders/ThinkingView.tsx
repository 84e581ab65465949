import type {ViewProps} from "../views/LazyView.tsx";
import {LadderPage} from "./LadderPage.tsx";

export function ThinkingView({model}: ViewProps) {
  return <LadderPage model={model} section="thinking" answer={undefined} formulas={[]} children={null} />;
}
