import type {Axis, AxisRow, Figure} from "../chart/figure.ts";
import type {Metric} from "../scenario/schema.ts";
import {metricLine, plain} from "./wording.ts";

type Domain = Axis["domain"];

/** Training compute. @param domain log10 FLOP */
export const computeAxis = (domain: Domain): Axis => ({
  scale: "log10",
  domain,
  title: plain("Training compute, FLOP (log axis: each step is 10×)"),
  shortTitle: plain("Training compute, FLOP (each step 10×)"),
  ticks: "power",
  unit: "FLOP"
});

/** Rows from the top down, with room for one where there is none. */
export const rowsAxis = (rows: readonly AxisRow[]): Axis => ({
  scale: "linear",
  domain: [-0.5, Math.max(1, rows.length) - 0.5],
  title: plain(""),
  shortTitle: plain(""),
  ticks: "number",
  rows
});

/** The score on a metric going up, and the metric’s name over it; nameless where the scenario does not hold it. */
export function metricAxis(metric: Metric | undefined, domain: Domain): Pick<Figure, "y" | "metric" | "shortMetric"> {
  const unit = plain(metric?.unit ?? "");
  return {
    metric: metric === undefined ? "" : metricLine(metric),
    shortMetric: metric === undefined ? "" : metricLine(metric, metric.short ?? metric.name),
    y: {scale: "linear", domain, title: unit, shortTitle: unit, ticks: "number"}
  };
}
