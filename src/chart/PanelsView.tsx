import {Definitions} from "./Backdrop.tsx";
import {FigureBody, fontFamily} from "./FigureView.tsx";
import type {FigureViewProps} from "./FigureView.tsx";
import type {PlacedPanels} from "./panels.ts";
import {TextLine} from "./TextLine.tsx";

export interface PanelsViewProps extends Omit<FigureViewProps, "placed" | "ghost"> {
  readonly placed: PlacedPanels;
}

/** Several placed figures as one SVG, each a group with a name of its own. */
export function PanelsView({placed, ...props}: PanelsViewProps) {
  const {id, width, height, title, description, texts, panels} = placed;
  const {theme} = props;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      font-family={fontFamily}
      role="group"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <rect width={width} height={height} fill={theme.bg} />
      {texts.map((text) => (
        <TextLine text={text} theme={theme} />
      ))}
      {panels.map(({x, y, placed: panel}) => (
        <g
          key={panel.id}
          transform={`translate(${x} ${y})`}
          role={props.interactive ? "group" : "img"}
          aria-labelledby={`${panel.id}-title ${panel.id}-desc`}
        >
          <title id={`${panel.id}-title`}>{panel.title}</title>
          <desc id={`${panel.id}-desc`}>{panel.description}</desc>
          <Definitions id={panel.id} plot={panel.plot} theme={theme} />
          <FigureBody {...props} placed={panel} />
        </g>
      ))}
    </svg>
  );
}
