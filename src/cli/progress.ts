const width = 24;

/**
 * Runs steps to their end, with a bar on standard error while it is a terminal; nothing is written into a pipe.
 *
 * @param label what is being done, such as "bootstrap"
 */
export function withProgress<T>(label: string, steps: Generator<number, T>): T {
  const isShown = process.stderr.isTTY;
  let shown = -1;
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      if (isShown && shown >= 0) process.stderr.write("\r\u001b[2K");
      return step.value;
    }
    const done = Math.floor(step.value * 100);
    if (!isShown || done === shown) continue;
    shown = done;
    const full = Math.round(step.value * width);
    process.stderr.write(`\r${label} [${"#".repeat(full)}${" ".repeat(width - full)}] ${done} %`);
  }
}
