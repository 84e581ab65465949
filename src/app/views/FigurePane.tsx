import {useComputed, useSignal} from "@preact/signals";
import {useEffect, useMemo, useRef} from "preact/hooks";
import {FigureView} from "../../chart/FigureView.tsx";
import type {SliderText} from "../../chart/Hits.tsx";
import type {Hit, PlacedFigure} from "../../chart/placed.ts";
import {layoutFigure} from "../../chart/layout.ts";
import {pageTheme} from "../../chart/theme.ts";
import type {Figure, HandleMark, PointMark} from "../../chart/figure.ts";
import {drawnFigure} from "../compare/compared.ts";
import type {Model} from "../model.ts";
import {figureInteraction} from "../figure/figureInteraction.ts";
import {FigureTools} from "./FigureTools.tsx";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Sizes of the figure in the HTML, before the page has been measured. */
const openingSizes = {wide: {width: 904, height: 560}, narrow: {width: 366, height: 440}} as const;

/** What a screen reader says of a place on the ladder: along its rung is what the slider's value means. */
function describePlace({position, detail}: Hit): SliderText {
  const [label = detail] = detail.split(":");
  return {label: `${label}, compute`, valueText: detail, now: Number(position.x.toFixed(3)), min: 20, max: 30};
}

/** The height that goes with a width: flat on a desk, upright on a phone. */
export function sizeFor(width: number): Size {
  if (width < 560) return {width, height: 440};
  return {width, height: Math.round(Math.min(620, Math.max(460, width * 0.62)))};
}

const runMark = (figure: Figure, model: string | undefined): PointMark | HandleMark | undefined =>
  figure.marks.find(
    (mark): mark is PointMark | HandleMark => (mark.type === "point" || mark.type === "handle") && mark.model === model
  );

/** A sentence with its powers of ten set as such. */
function WithExponents({text}: {readonly text: string}) {
  const parts = text.split(/\^(\d+)/);
  return <>{parts.map((part, i) => (i % 2 === 1 ? <sup key={i}>{part}</sup> : <span key={i}>{part}</span>))}</>;
}

/** What the line under the figure says: of the model in hand, or how to take one. */
function DetailLine({model, figure}: {readonly model: Model; readonly figure: Figure}) {
  const active = model.store.active.value;
  const mark = runMark(figure, active);
  const found = model.atRest.value.models.find(({id}) => id === active);
  const sources = [...(found?.evidence?.compute ?? []), ...(found?.evidence?.score ?? [])].flatMap((id) => {
    const entry = model.find.value(id);
    return entry === undefined ? [] : [entry.source.publisher ?? entry.source.title];
  });
  return (
    <p class="detail" data-testid="detail">
      {mark === undefined ? (
        figure.caption
      ) : (
        <WithExponents
          text={`${mark.detail}${sources.length === 0 ? "" : ` Sources: ${[...new Set(sources)].join("; ")}.`}`}
        />
      )}
    </p>
  );
}

/** What the scenario says of itself. */
function About({model}: {readonly model: Model}) {
  const {description} = model.atRest.value;
  return description === undefined || description === "" ? null : <p class="about">{description}</p>;
}

/** A figure that cannot be drawn says so where it would stand. */
function NoFigure({model}: {readonly model: Model}) {
  const {reference} = model.store.scenario.value;
  return (
    <p class="detail">The reference recipe “{reference}” has no curve on the metric on show: nothing can be placed.</p>
  );
}

/** The figure on the page: measured, laid out, and moved by pointer, touch and keys. */
export function FigurePane({model}: {readonly model: Model}) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSignal<Size | undefined>(undefined);
  const last = useRef<PlacedFigure | undefined>(undefined);
  const placed = useComputed(() => {
    const figure = model.figure.value;
    if (figure === undefined || size.value === undefined) return undefined;
    const previous = model.store.moving.value ? last.current : undefined;
    last.current = layoutFigure(drawnFigure(figure), {...size.value, chrome: "page"}, previous);
    return last.current;
  });
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = () => {
      const width = Math.floor(element.clientWidth);
      if (width > 0 && size.value?.width !== width) size.value = sizeFor(width);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const interaction = useMemo(() => figureInteraction(model, () => placed.value), [model]);
  useEffect(() => (box.current === null ? undefined : interaction.attach(box.current)), [interaction]);

  const figure = model.figure.value;
  if (figure === undefined) return <NoFigure model={model} />;
  const isWaiting = !model.uncertainty.value.fresh;
  return (
    <div class="figure-pane">
      <FigureTools model={model} />
      <div class={isWaiting ? "figure waiting" : "figure"} ref={box} data-view={model.view.value}>
        {size.value === undefined ? (
          <>
            <div class="wide-only">
              <FigureView placed={layoutFigure(figure, {...openingSizes.wide, chrome: "page"})} theme={pageTheme} />
            </div>
            <div class="narrow-only">
              <FigureView
                placed={layoutFigure({...figure, id: `${figure.id}-narrow`}, {...openingSizes.narrow, chrome: "page"})}
                theme={pageTheme}
              />
            </div>
          </>
        ) : (
          placed.value && (
            <FigureView
              placed={placed.value}
              theme={pageTheme}
              interactive
              activeModel={model.store.active.value}
              focusedId={interaction.focused.value}
              ghost={interaction.ghost.value}
              isWaiting={isWaiting}
              describe={figure.id === "ladder" ? describePlace : undefined}
            />
          )
        )}
      </div>
      <DetailLine model={model} figure={figure} />
      <About model={model} />
    </div>
  );
}
