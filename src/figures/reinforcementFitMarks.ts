import type {Mark, PointMark} from "../chart/figure.ts";
import {sigmoidCurve} from "../laws/logistic.ts";
import {scaleRlSigmoid} from "../laws/reinforcement.ts";
import {log10} from "../numerics/exp.ts";
import type {Reinforcement} from "../scenario/schema.ts";
import {computeSpan} from "../simulation/reinforcement.ts";
import type {ReinforcementNumbers} from "../simulation/reinforcement.ts";
import type {ReinforcementUncertainty} from "../simulation/reinforcementUncertainty.ts";
import {isFitted} from "../simulation/reinforcementFit.ts";
import {trustedPieces} from "./fitLaw.ts";
import type {EvidenceLookup} from "./footer.ts";
import {amountSet, percent} from "./reinforcementNumbers.ts";

/** Points as runs that were made; what a third party estimated is a ring. */
export function measuredMarks(section: Reinforcement, find: EvidenceLookup | undefined): readonly PointMark[] {
  return (section.points ?? []).map(({compute, score, evidence = []}, i) => ({
    type: "point",
    id: `point-${i + 1}`,
    role: "ink",
    x: log10(compute),
    y: 100 * score.value,
    shape: "circle",
    basis: evidence.some((id) => find?.(id)?.kind === "estimate") ? "estimate" : "known",
    focus: false,
    detail: `Point ${i + 1}: ${amountSet(compute, section.unit)}, ${percent(score.value)}.`
  }));
}

/** The sigmoid through the points with its band: solid inside them, dashed within 10×, dotted beyond. */
export function fitMarks(
  section: Reinforcement,
  {fit}: ReinforcementNumbers,
  drawn: ReinforcementUncertainty | undefined
): readonly Mark[] {
  if (fit === undefined || "missing" in fit) return [];
  const computes = (section.points ?? []).map(({compute}) => log10(compute));
  const curve = sigmoidCurve(scaleRlSigmoid(fit));
  const pieces = trustedPieces(curve, computeSpan(section), [Math.min(...computes), Math.max(...computes)]);
  const band = drawn?.fit?.band ?? [];
  const role = isFitted(section) ? "subject" : "ink";
  return [
    ...(band.length < 2
      ? []
      : [
          {
            type: "band",
            id: "fit-band",
            role,
            points: band.map(({x, low, high}) => ({x, low: 100 * low, high: 100 * high}))
          } satisfies Mark
        ]),
    {
      type: "curve",
      id: "fit",
      role,
      weight: "main",
      pieces: pieces.map(({trust, points}) => ({trust, points: points.map(({x, y}) => ({x, y: 100 * y}))})),
      label: {name: "fitted to the points", place: "near", priority: 75}
    }
  ];
}
