import {expect, test} from "vitest";
import {uncertaintyClient} from "../../src/app/uncertaintyClient.ts";
import type {Answered, Asked, Port, Request} from "../../src/app/uncertaintyClient.ts";

function setUp() {
  const sent: Asked[] = [];
  const answers: (readonly [Answered, boolean])[] = [];
  const port: Port = {postMessage: (asked) => sent.push(asked), onmessage: null};
  const client = uncertaintyClient(port, (answer, isNewest) => answers.push([answer, isNewest]));
  const reply = (id: number) => port.onmessage?.({data: {id, uncertainty: {}}});
  return {sent, answers, client, reply};
}
const request = {scenario: {}, view: "ladder"} as unknown as Request;

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
