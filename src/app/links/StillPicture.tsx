import {useComputed} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import type {Figure, Panels} from "../../chart/figure.ts";
import {FigureView} from "../../chart/FigureView.tsx";
import {layoutFigure} from "../../chart/layout.ts";
import {layoutPanels} from "../../chart/panels.ts";
import {PanelsView} from "../../chart/PanelsView.tsx";
import {pageTheme} from "../../chart/theme.ts";
import {useBoxWidth} from "../views/useBoxWidth.ts";
import {inFrame} from "./frameHeight.ts";

interface StillPictureProps {
  readonly picture: ReadonlySignal<Figure | Panels | undefined>;
  /** What the frame leaves for it, px. */
  readonly room: ReadonlySignal<number>;
  /** Bands of a moment ago stand at half strength. */
  readonly isWaiting: boolean;
}

/** All figures of a view as one picture that is looked at and not moved, laid out anew with its frame. */
export function StillPicture({picture, room, isWaiting}: StillPictureProps) {
  const {box, width} = useBoxWidth();
  const shown = useComputed(() => {
    const drawn = picture.value;
    if (drawn === undefined || width.value === 0) return null;
    const {height, inRows} = inFrame(drawn, width.value, room.value);
    const size = {width: width.value, height, chrome: "page"} as const;
    return "panels" in drawn ? (
      <PanelsView placed={layoutPanels(drawn, {...size, inRows})} theme={pageTheme} isWaiting={isWaiting} />
    ) : (
      <FigureView placed={layoutFigure(drawn, size)} theme={pageTheme} isWaiting={isWaiting} />
    );
  });
  return (
    <div
      class={isWaiting ? "figure still waiting" : "figure still"}
      ref={box}
      role="group"
      aria-label={picture.value?.description}
    >
      {shown.value}
    </div>
  );
}
