import type {Active} from "./active.ts";
import {dataOf} from "./active.ts";
import type {PlacedLabel} from "./placed.ts";
import {still} from "./still.ts";
import {TextLine} from "./TextLine.tsx";
import type {Theme} from "./theme.ts";

interface LabelProps {
  readonly label: PlacedLabel;
  readonly theme: Theme;
  readonly active: Active | undefined;
}

/** A name or remark, with the line that ties it to its mark where it stands apart. */
const LabelView = still(({label, theme, active}: LabelProps) => {
  const {leader, texts} = label;
  return (
    <g {...dataOf(label, active)}>
      {leader && (
        <path
          d={leader.d}
          fill="none"
          stroke={theme[leader.color]}
          {...(leader.isDotted ? {"stroke-opacity": 0.55, "stroke-dasharray": "1.5 3"} : {"stroke-opacity": 0.8})}
        />
      )}
      {texts.map((text) => (
        <TextLine text={text} theme={theme} />
      ))}
    </g>
  );
});

interface LabelsProps {
  readonly labels: readonly PlacedLabel[];
  readonly theme: Theme;
  readonly active: Active | undefined;
}

export const Labels = still(({labels, theme, active}: LabelsProps) => (
  <g pointer-events="none">
    {labels.map((label) => (
      <LabelView key={label.id} label={label} theme={theme} active={active} />
    ))}
  </g>
));
