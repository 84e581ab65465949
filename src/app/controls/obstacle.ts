import {signal} from "@preact/signals";

/** Why the view on show has no answer, and the address of the input it comes from; undefined where it has one. */
export const obstacle = signal<{readonly address: string; readonly message: string} | undefined>(undefined);

/** What the view on show has against the value at an address. */
export const obstacleAt = (address: string): string | undefined =>
  obstacle.value?.address === address ? obstacle.value.message : undefined;
