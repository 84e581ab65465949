import {geometricDesigner, pairedLadders} from "../../src/fitting/plan/geometricLadder.ts";
import {ladderDesigner} from "../../src/fitting/plan/ladderDesign.ts";
import type {PlanModel} from "../../src/fitting/plan/planModel.ts";
import {geometricRungs} from "../../src/fitting/plan/plannedLadder.ts";
import {planFitter} from "../../src/fitting/plan/planFitter.ts";
import {simulatePlan} from "../../src/fitting/plan/simulatePlan.ts";
import {frontier} from "../../src/laws/chinchilla.ts";
import {besiroglu2024} from "../../src/laws/published.ts";
import {seededRandom} from "../../src/numerics/random.ts";

const ladders = 2000;
const rungCount = 20;
const noise = 0.003;

const ms = (start: number): string => `${(performance.now() - start).toFixed(0)} ms`;

/** Times the fits of simulated ladders, a whole simulation of a plan and its design. */
export function benchPlans(tell: (what: string, text: string) => void): void {
  const model: PlanModel = {
    law: frontier(besiroglu2024),
    target: 1e25,
    gain: 3,
    growth: 0,
    gainForm: "scale-dependent",
    floor: "fitted"
  };
  const rungs = pairedLadders(geometricRungs(1e18, 1e22, rungCount), 1);
  for (const turn of ["first", "again"]) {
    const fits = performance.now();
    const next = planFitter(model, rungs, noise, seededRandom(1));
    for (let i = 0; i < ladders; ++i) next();
    tell(`${ladders} ladders, ${turn}`, `${ms(fits)}: ${rungCount} rungs of each recipe, two fits each`);
  }
  const whole = performance.now();
  simulatePlan(model, rungs, noise, {confidence: 0.95, seed: 1, draws: ladders});
  tell("a whole simulation", `${ms(whole)}: 8,000 to calibrate, 2,000 to check, 2,000 with the gain`);
  for (const turn of ["first", "again"]) {
    const design = performance.now();
    const limits = {smallest: 1e18, largest: 1e22, seeds: 5};
    ladderDesigner(model, limits, noise).leastVariance(1e21);
    geometricDesigner(model, {...limits, rungs: 8}, noise).within(1e21);
    tell(`designs, ${turn}`, ms(design));
  }
}
