import type {ScalingLaw} from "../../src/laws/chinchilla.ts";
import type {KaplanLaw} from "../../src/laws/kaplan.ts";
import type {PowerLaw} from "../../src/laws/powerLaw.ts";
import type {Random} from "../../src/numerics/random.ts";

/** A law of the sizes met in practice. */
export function randomLaw(random: Random): ScalingLaw {
  return {
    E: 2 * random(),
    A: 10 ** (1 + 3 * random()),
    B: 10 ** (1 + 3 * random()),
    alpha: 0.1 + 0.6 * random(),
    beta: 0.1 + 0.6 * random()
  };
}

/** A law without a floor of the sizes met in practice. */
export function randomKaplanLaw(random: Random): KaplanLaw {
  return {
    Nc: 10 ** (12 + 3 * random()),
    Dc: 10 ** (12 + 3 * random()),
    alphaN: 0.05 + 0.1 * random(),
    alphaD: 0.05 + 0.1 * random()
  };
}

/** A power law of compute of the sizes met in practice. */
export function randomPowerLaw(random: Random): PowerLaw {
  return {E: 2 * random(), k: 100 + 900 * random(), a: 0.1 + 0.1 * random()};
}
