import {useSignal} from "@preact/signals";
import {useEffect} from "preact/hooks";
import {Aside} from "./controls/Aside.tsx";
import {Dock} from "./controls/Dock.tsx";
import {ScenarioEditor} from "./editor/ScenarioEditor.tsx";
import type {Model} from "./model.ts";
import {sourcesOf} from "../figures/evidence.ts";
import {showEvidence} from "./showEvidence.ts";
import {AnswerText} from "./views/AnswerText.tsx";
import {EvidenceList} from "./views/EvidenceList.tsx";
import {FigurePane} from "./views/FigurePane.tsx";
import {FormulaBox} from "./views/FormulaBox.tsx";
import {GainTable} from "./views/GainTable.tsx";
import {Header} from "./views/Header.tsx";
import {isLazy, LazyView} from "./views/LazyView.tsx";
import {NoticeBar} from "./views/NoticeBar.tsx";
import {Rail} from "./views/Rail.tsx";

interface AppProps {
  readonly model: Model;
  readonly onHelp: () => void;
  readonly onNew: () => void;
}

/** The page: the answer first, then the figure, the table, the formula, the evidence; what can be set beside them. */
export function App({model, onHelp, onNew}: AppProps) {
  // Sliders do nothing before the script is there: the HTML of the page keeps their place and does without them.
  const isMounted = useSignal(false);
  useEffect(() => {
    isMounted.value = true;
  }, []);
  const controls = {
    store: model.store,
    sources: (ids: readonly string[]) => sourcesOf(ids, model.find.value),
    onSource: (ids: readonly string[]) => showEvidence(ids, model.needLedger),
    rival: model.rival.value
  };
  const view = model.isLimits.value ? "limits" : model.view.value;
  return (
    <>
      <a class="skip" href="#main">
        To the answer
      </a>
      <Header model={model} onHelp={onHelp} onNew={onNew} />
      <NoticeBar model={model} />
      <div id="story-place" />
      <div class="layout">
        <Rail model={model} />
        <main id="main" tabIndex={-1}>
          {model.store.pinned.value && <LazyView name="compare" model={model} controls={controls} />}
          {isLazy(view) ? (
            <LazyView key={view} name={view} model={model} controls={controls} />
          ) : (
            <>
              {view === "thresholds" ? (
                <LazyView name="thresholdsAnswer" model={model} controls={controls} />
              ) : (
                <AnswerText model={model} />
              )}
              <FigurePane model={model} />
              {view === "ladder" && <GainTable model={model} />}
              {view === "ladder" && <FormulaBox model={model} />}
              <EvidenceList model={model} />
              <ScenarioEditor model={model} />
            </>
          )}
        </main>
        <aside class="panel" aria-label="What you can set">
          {isMounted.value &&
            (view === "fit" ? (
              <LazyView name="fitControls" model={model} controls={controls} />
            ) : (
              <Aside {...controls} />
            ))}
        </aside>
      </div>
      {view !== "fit" && <section aria-label="The slider in hand">{isMounted.value && <Dock {...controls} />}</section>}
    </>
  );
}
