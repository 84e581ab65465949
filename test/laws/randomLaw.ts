import type {ScalingLaw} from "../../src/laws/chinchilla.ts";
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
