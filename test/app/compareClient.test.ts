import {expect, test} from "vitest";
import {compareClient} from "../../src/app/compare/compareClient.ts";
import type {ComparePort} from "../../src/app/compare/compareClient.ts";
import type {CompareAsked} from "../../src/app/compare/compareWorker.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const scenario = await shippedScenario("muse-spark.json");
const question = (output: string) => ({before: scenario, after: scenario, output});

class Port implements ComparePort {
  readonly asked: CompareAsked[] = [];
  isEnded = false;
  onmessage: ComparePort["onmessage"] = null;
  onerror: ComparePort["onerror"] = null;
  postMessage(asked: CompareAsked) {
    this.asked.push(asked);
  }
  terminate() {
    this.isEnded = true;
  }
}

function bench() {
  const ports: Port[] = [];
  const answers: number[] = [];
  const start = () => {
    const port = new Port();
    ports.push(port);
    return port;
  };
  const client = compareClient(
    start,
    ({id}) => answers.push(id),
    () => answers.push(-1)
  );
  return {ports, answers, client};
}

test("a worker that has answered is asked again", () => {
  const {ports, answers, client} = bench();
  client.ask(question("gain.a"));
  ports[0]?.onmessage?.({data: {id: 1, change: undefined}});
  client.ask(question("gain.b"));
  expect(ports).toHaveLength(1);
  expect(ports[0]?.asked.map(({output}) => output)).toEqual(["gain.a", "gain.b"]);
  expect(answers).toEqual([1]);
});

test("a worker at an older question is given up for the newest, and says nothing more", () => {
  const {ports, answers, client} = bench();
  client.ask(question("gain.a"));
  client.ask(question("gain.b"));
  expect(ports.map(({isEnded}) => isEnded)).toEqual([true, false]);
  ports[0]?.onmessage?.({data: {id: 1, change: undefined}});
  ports[1]?.onmessage?.({data: {id: 2, change: undefined}});
  expect(answers).toEqual([2]);
});

test("a worker that does not start is said", () => {
  const {ports, answers, client} = bench();
  client.ask(question("gain.a"));
  ports[0]?.onerror?.();
  client.close();
  expect(answers).toEqual([-1]);
  expect(ports[0]?.isEnded).toBe(true);
});
