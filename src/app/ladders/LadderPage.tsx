import "./ladders.css";
import type {ComponentChildren} from "preact";
import type {Text} from "../../chart/figure.ts";
import type {ViewAnswer} from "../../figures/viewPart.ts";
import {sectionFault} from "../../scenario/sectionFault.ts";
import type {ViewSection} from "../../scenario/viewInputs.ts";
import {exportSvg} from "../exporting.ts";
import type {Model} from "../model.ts";
import {checkSectionsBy} from "../sectionCheck.ts";
import {TextRuns} from "../TextRuns.tsx";
import {EvidenceList} from "../views/EvidenceList.tsx";
import {MissingSection} from "./MissingSection.tsx";
import {saveTable} from "./saveTable.ts";
import {ViewAnswerText} from "./ViewAnswerText.tsx";

checkSectionsBy(sectionFault);

/** A formula: its symbols, and today’s numbers in it. */
export interface LadderFormula {
  /** What it is of, where there are several. */
  readonly name?: string;
  readonly law: Text;
  readonly numbers: Text;
  readonly source?: string;
}

interface LadderPageProps {
  readonly model: Model;
  readonly section: ViewSection;
  /** Undefined where the scenario lacks the section. */
  readonly answer: ViewAnswer | undefined;
  readonly formulas: readonly LadderFormula[];
  /** Figures that are in no picture with the others, by their ids: each is exported alone. */
  readonly alone?: readonly {readonly panel: string; readonly name: string}[];
  /** Figures, tables and choices. */
  readonly children: ComponentChildren;
}

/**
 * A ladder beside training: its answer, figures and tables, how to keep them, the formulas with today’s numbers, the
 * evidence. Where the scenario has no such section, how to get one.
 */
export function LadderPage({model, section, answer, formulas, alone = [], children}: LadderPageProps) {
  if (answer === undefined) return <MissingSection model={model} section={section} />;
  return (
    <>
      <div class="answer-box ladder-answer" aria-live="polite" aria-atomic="true">
        <ViewAnswerText answer={answer} />
      </div>
      {children}
      <div class="ladder-bar">
        <button type="button" class="fit-button" onClick={() => void saveTable(model)}>
          Table as CSV
        </button>
        <button type="button" class="fit-button" onClick={() => void exportSvg(model, {width: 1200, height: 760})}>
          {alone.length === 0 ? "Figure as SVG" : "Main figure as SVG"}
        </button>
        {alone.map(({panel, name}) => (
          <button
            key={panel}
            type="button"
            class="fit-button"
            onClick={() => void exportSvg(model, {width: 1200, height: 760}, panel)}
          >
            {name} as SVG
          </button>
        ))}
      </div>
      {formulas.length > 0 && (
        <section class="formula" aria-label="The formulas with today’s numbers">
          <small>{formulas.length === 1 ? "The formula" : "The formulas"} with today’s numbers</small>
          {formulas.map(({name, law, numbers, source}, i) => (
            <p key={i} class="ladder-formula">
              {name !== undefined && <span class="ladder-formula-name">{name}</span>}
              <span>
                <TextRuns text={law} />
                {source !== undefined && <small>{source}</small>}
              </span>
              <span>
                <TextRuns text={numbers} />
              </span>
            </p>
          ))}
        </section>
      )}
      <EvidenceList model={model} />
    </>
  );
}
