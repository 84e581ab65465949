import type {Page} from "playwright-core";

/** What moving a slider costs; times in ms, all but the latencies per move. */
export interface Moves {
  readonly moves: number;
  /** From the event until its handlers and microtasks have run and the page is laid out anew. */
  readonly latency: {readonly median: number; readonly p95: number; readonly most: number};
  /** Tasks of the main thread over 50 ms. */
  readonly longTasks: number;
  /** As the browser counts it, with all that comes later: frames, answers of the worker. */
  readonly script: number;
  readonly style: number;
  readonly layout: number;
  /** All of these, and what the browser counts apart: microtasks, paint. */
  readonly task: number;
}

const slider = "aside input[type=range]";
const warmUp = 20;
const moves = 200;

/** Moves the first slider of the panel, one step a frame. */
export async function moveSlider(page: Page): Promise<Moves> {
  await page.locator(slider).first().waitFor({timeout: 30_000});
  await page.evaluate(sweep, {slider, count: warmUp});

  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const before = await counters();
  const {latencies, longTasks} = await page.evaluate(sweep, {slider, count: moves});
  const after = await counters();
  const spent = (name: string) => (1000 * ((after.get(name) ?? NaN) - (before.get(name) ?? NaN))) / moves;
  const sorted = latencies.sort((a, b) => a - b);
  const at = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? NaN;
  return {
    moves,
    latency: {median: at(0.5), p95: at(0.95), most: at(1)},
    longTasks,
    script: spent("ScriptDuration"),
    style: spent("RecalcStyleDuration"),
    layout: spent("LayoutDuration"),
    task: spent("TaskDuration")
  };

  async function counters(): Promise<ReadonlyMap<string, number>> {
    const {metrics} = await session.send("Performance.getMetrics");
    return new Map(metrics.map(({name, value}) => [name, value]));
  }
}

/** Runs in the page: swings the slider about the middle of its range, and says how long each move took, ms. */
async function sweep({slider, count}: {readonly slider: string; readonly count: number}) {
  const input = document.querySelector<HTMLInputElement>(slider)!;
  const [min, max] = [Number(input.min || 0), Number(input.max || 100)];
  const start = input.value;
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!;
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // Handlers may put their work into microtasks, and those into others.
  const microtasks = async () => {
    for (let i = 0; i < 10; ++i) await Promise.resolve();
  };
  const tasks: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({type: "longtask"});

  const move = (value: number) => {
    const before = performance.now();
    setValue.call(input, String(value));
    input.dispatchEvent(new Event("input", {bubbles: true}));
    return before;
  };
  const latencies: number[] = [];
  for (let i = 0; i < count; ++i) {
    const swing = 0.5 + 0.25 * Math.sin((2 * Math.PI * (i + 1)) / 67);
    // Within the frame’s own callback, as the browser would call a handler.
    const before = await new Promise<number>((resolve) => {
      requestAnimationFrame(() => resolve(move(min + swing * (max - min))));
    });
    await microtasks();
    document.documentElement.getBoundingClientRect();
    for (const svg of document.querySelectorAll("svg")) svg.getBoundingClientRect();
    latencies.push(performance.now() - before);
  }
  await nextFrame();
  await nextFrame();
  tasks.push(...observer.takeRecords());
  observer.disconnect();
  move(Number(start));
  input.dispatchEvent(new Event("change", {bubbles: true}));
  await nextFrame();
  return {latencies, longTasks: tasks.length};
}
