const width = 24;

/** A bar on standard error. */
export interface ProgressBar {
  /** @param share done, 0 to 1 */
  readonly show: (share: number) => void;
  /** Takes the bar away, so that other words can be written. */
  readonly clear: () => void;
}

/** A bar that is drawn on a terminal, where it is wanted; nothing is written into a pipe. */
export function progressBar(label: string, isWanted = true): ProgressBar {
  const isShown = isWanted && process.stderr.isTTY;
  let shown = -1;
  return {
    show(share) {
      const done = Math.floor(share * 100);
      if (!isShown || done === shown) return;
      shown = done;
      const full = Math.round(share * width);
      process.stderr.write(`\r${label} [${"#".repeat(full)}${" ".repeat(width - full)}] ${done} %`);
    },
    clear() {
      if (isShown && shown >= 0) process.stderr.write("\r\u001b[2K");
      shown = -1;
    }
  };
}

/**
 * Runs steps to their end, with a bar on standard error while it is a terminal.
 *
 * @param label what is being done, such as "bootstrap"
 */
export function withProgress<T>(label: string, steps: Generator<number, T>): T {
  const bar = progressBar(label);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      bar.clear();
      return step.value;
    }
    bar.show(step.value);
  }
}
