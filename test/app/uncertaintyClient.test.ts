import {expect, test} from "vitest";
import {uncertaintyClient} from "../../src/app/uncertaintyClient.ts";
import type {Answered, Asked, Port, Request} from "../../src/app/uncertaintyClient.ts";

function setUp() {
  const sent: Asked[] = [];
  const answers: (readonly [Answered, boolean])[] = [];
  const port: Port = {postMessage: (asked) => sent.push(asked), onmessage: null};
  const client = uncertaintyClient(port, (answer, isNewest) => answers.push([answer, isNewest]));
  const reply = (id: number) => port.onmessage?.({data: {id, uncertainty: {}}});
  const progress = (id: number) => port.onmessage?.({data: {id, progress: 0.5}});
  return {sent, answers, client, reply, progress};
}
const coverage = {about: "coverage", scenario: {}} as unknown as Request;
const request = {about: "intervals", scenario: {}, view: "ladder"} as unknown as Request;

test("while the worker works only the newest request waits", () => {
  const {sent, client, reply} = setUp();
  for (let i = 0; i < 5; ++i) client.ask(request);
  expect(sent.map(({id}) => id)).toEqual([1]);
  reply(1);
  expect(sent.map(({id}) => id)).toEqual([1, 5]);
});

test("an answer that was overtaken is marked stale, the newest is not", () => {
  const {answers, client, reply} = setUp();
  client.ask(request);
  client.ask(request);
  reply(1);
  reply(2);
  expect(answers.map(([{id}, isNewest]) => [id, isNewest])).toEqual([
    [1, false],
    [2, true]
  ]);
});

test("a question that tells progress gives way to a newer one at once, and what it still says is stale", () => {
  const {sent, answers, client, progress} = setUp();
  client.ask(request);
  progress(1);
  client.ask(coverage);
  progress(1);
  expect(sent.map(({id, about}) => [id, about])).toEqual([
    [1, "intervals"],
    [2, "coverage"]
  ]);
  expect(answers.map(([{id}, isNewest]) => [id, isNewest])).toEqual([
    [1, true],
    [1, false]
  ]);
  // The late word of the first does not make the second look long: a third waits until it has spoken.
  client.ask(request);
  expect(sent).toHaveLength(2);
  progress(2);
  expect(sent.map(({id}) => id)).toEqual([1, 2, 3]);
});

test("a stop goes out at once, drops what waits, and leaves the worker free", () => {
  const {sent, answers, client, reply} = setUp();
  client.ask(request);
  client.ask(request);
  client.ask({about: "nothing"});
  expect(sent.map(({id}) => id)).toEqual([1, 3]);
  reply(1);
  expect(answers.map(([{id}, isNewest]) => [id, isNewest])).toEqual([[1, false]]);
  client.ask(request);
  expect(sent.map(({id}) => id)).toEqual([1, 3, 4]);
});
