import {activeOf} from "./active.ts";
import {Axes, Definitions, Key, Thresholds} from "./Backdrop.tsx";
import {BarLabels, Bars, RowNames, Rules} from "./Bars.tsx";
import {Brackets, ClaimBrackets, Spans, Whiskers} from "./Claims.tsx";
import type {Position} from "./figure.ts";
import {ActiveRung, ActiveValues, FocusRing, Ghost} from "./Focus.tsx";
import {Ghosts, barsOf, curvesOf, placesOf} from "./Ghosts.tsx";
import {Hits} from "./Hits.tsx";
import type {Describe} from "./Hits.tsx";
import {Labels} from "./Labels.tsx";
import {Bands, Curves, Rungs, Shelves} from "./Lines.tsx";
import type {PlacedFigure} from "./placed.ts";
import {Clouds, Handles, Points, PointsOverHandles} from "./Points.tsx";
import {TextLine} from "./TextLine.tsx";
import type {Theme} from "./theme.ts";

export interface FigureViewProps {
  readonly placed: PlacedFigure;
  readonly theme: Theme;
  /** With targets for pointer and keyboard; left out, the figure is a picture. */
  readonly interactive?: boolean;
  /** The model that is hovered, focused or dragged: others get `data-faded`, its values stand on the axes. */
  readonly activeModel?: string | undefined;
  /** The mark with the keyboard’s focus. */
  readonly focusedId?: string | undefined;
  /** Where the drag of the active model began, axis units. */
  readonly ghost?: Position | undefined;
  /** Bands are being worked out anew: the old ones at half strength. */
  readonly isWaiting?: boolean;
  readonly describe?: Describe | undefined;
}

export const fontFamily = "Inter, 'Helvetica Neue', Arial, sans-serif";

/** Everything a figure draws on its background. */
export function FigureBody({
  placed,
  theme,
  interactive,
  activeModel,
  focusedId,
  ghost,
  isWaiting,
  describe
}: FigureViewProps) {
  const {id, plot} = placed;
  const active = activeOf(placed, activeModel);
  const group = {theme, active};
  return (
    <>
      <Axes frame={placed.frame} theme={theme} />
      {placed.thresholds.length > 0 && <Thresholds thresholds={placed.thresholds} plot={plot} theme={theme} />}
      {placed.bars.length > 0 && <Bars bars={placed.bars} {...group} />}
      {placed.ghosts && placed.bars.length > 0 && <Ghosts ghosts={barsOf(placed.ghosts)} theme={theme} />}
      {placed.rules.length > 0 && <Rules rules={placed.rules} plot={plot} {...group} />}
      {placed.bars.length > 0 && <BarLabels bars={placed.bars} {...group} />}
      {placed.frame.rows && <RowNames rows={placed.frame.rows} isOver={placed.frame.namesOver} theme={theme} />}
      <g clip-path={`url(#${id}-plot)`}>
        {placed.ghosts && <Ghosts ghosts={curvesOf(placed.ghosts)} theme={theme} />}
        <Bands items={placed.bands} isWaiting={isWaiting ?? false} {...group} />
        <Curves items={placed.curves} {...group} />
      </g>
      <Rungs items={placed.rungs} {...group} />
      <ActiveRung placed={placed} {...group} />
      <Shelves items={placed.shelves} {...group} />
      <ClaimBrackets items={placed.claims} {...group} />
      <Spans items={placed.spans} hatch={`${id}-hatch`} {...group} />
      <Brackets items={placed.brackets} {...group} />
      <Whiskers items={placed.whiskers} {...group} />
      {placed.clouds.length > 0 && <Clouds clouds={placed.clouds} {...group} />}
      {placed.ghosts && <Ghosts ghosts={placesOf(placed.ghosts)} theme={theme} />}
      <Points points={placed.points} handles={placed.handles} {...group} />
      <Handles handles={placed.handles} {...group} />
      <PointsOverHandles points={placed.points} handles={placed.handles} {...group} />
      {placed.key && <Key entries={placed.key.entries} theme={theme} />}
      <Labels labels={placed.labels} {...group} />
      {placed.empty && <TextLine text={placed.empty} theme={theme} />}
      <ActiveValues placed={placed} {...group} />
      {ghost && <Ghost placed={placed} ghost={ghost} {...group} />}
      <FocusRing placed={placed} theme={theme} focusedId={focusedId} />
      {interactive && <Hits hits={placed.hits} describe={describe} />}
    </>
  );
}

/** A placed figure as SVG: attributes alone, nothing from outside, the same elements on a page and in a file. */
export function FigureView(props: FigureViewProps) {
  const {placed, theme, interactive} = props;
  const {id, width, height} = placed;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      font-family={fontFamily}
      role={interactive ? "group" : "img"}
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{placed.title}</title>
      <desc id={`${id}-desc`}>{placed.description}</desc>
      <Definitions id={id} plot={placed.plot} theme={theme} />
      <rect width={width} height={height} fill={theme.bg} />
      <FigureBody {...props} />
    </svg>
  );
}
