import type {Axis, Figure, Mark, Panels} from "../chart/figure.ts";
import {plain} from "./wording.ts";

/** Without words: a mark’s name stays with its figure in full. */
function wordless(mark: Mark): readonly Mark[] {
  switch (mark.type) {
    case "note":
    case "claim":
    case "bracket":
    case "threshold":
      return [];
    case "point":
    case "handle":
    case "curve": {
      const {label: _, ...rest} = mark;
      return [rest];
    }
    case "rule": {
      const {name: _, ...rest} = mark;
      return [rest];
    }
    case "bar": {
      const {startLabel: _, endLabel: __, ...rest} = mark;
      return [rest];
    }
    case "span":
      return [{...mark, title: plain(""), note: plain(""), shortTitle: plain("")}];
    default:
      return [mark];
  }
}

const untitled = (axis: Axis): Axis => ({
  ...axis,
  title: plain(""),
  shortTitle: plain(""),
  ...(axis.rows === undefined
    ? {}
    : {rows: axis.rows.map(({id, role}) => ({name: "", ...(id && {id}), ...(role && {role})}))})
});

/** A figure as a small picture: its lines, bands and points, and no words. Of several figures the first. */
export function thumbnail(picture: Figure | Panels, id: string): Figure {
  const figure = "panels" in picture ? (picture.panels[0]?.figure ?? emptyPicture) : picture;
  return {
    ...figure,
    id,
    metric: "",
    shortMetric: "",
    x: untitled(figure.x),
    y: untitled(figure.y),
    marks: figure.marks.flatMap(wordless),
    key: [],
    caption: "",
    footer: []
  };
}

const axis: Axis = {scale: "linear", domain: [0, 1], title: [], shortTitle: [], ticks: "number"};
const emptyPicture: Figure = {
  id: "empty",
  title: "",
  subtitle: [],
  description: "",
  metric: "",
  shortMetric: "",
  x: axis,
  y: axis,
  marks: [],
  key: [],
  caption: "",
  footer: []
};
