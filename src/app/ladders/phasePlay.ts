/** How far along the path counts as its end. */
const end = 0.999;

/**
 * Where a play of the path begins: at 0, or where a pause of the player left it.
 *
 * @param progress where the path stands, 0 to 1
 * @param pausedAt where the player was last paused; undefined where it was not
 */
export function playFrom(progress: number, pausedAt: number | undefined): number {
  return progress === pausedAt && progress < end ? progress : 0;
}
