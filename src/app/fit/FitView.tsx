import "./fit.css";
import type {ViewProps} from "../views/LazyView.tsx";
import {EmptyFit} from "./EmptyFit.tsx";
import {FitResult} from "./FitResult.tsx";
import {ImportDialog} from "./ImportDialog.tsx";

export {FitControls} from "./FitControls.tsx";

/** Runs of one’s own, the law fitted to them, and how sure it is. */
export function FitView({model}: ViewProps) {
  const opened = model.table.value;
  return (
    <>
      {model.store.scenario.value.runs === undefined ? <EmptyFit model={model} /> : <FitResult model={model} />}
      {opened !== undefined && <ImportDialog key={opened} model={model} opened={opened} />}
    </>
  );
}
