import {batch, effect, signal} from "@preact/signals";
import {createElement, render} from "preact";
import type {Scenario} from "../../scenario/schema.ts";
import {openAtOnce, openShipped} from "../files.ts";
import type {Store} from "../store.ts";
import {StoryBar} from "./StoryBar.tsx";
import {storySteps} from "./steps.ts";

/** The step on show, from 1 on; 0 while no story is told. */
export const storyStep = signal(0);

/** What was open before the story: it is given back at the end. */
let before: {readonly scenario: Scenario; readonly original: Scenario} | undefined;
let isMounted = false;

/** The steps by the titles of what was opened for them, so that undo and redo turn the pages too. */
let told = new Map<string, number>();

/** The step that is being opened: what turns the page meanwhile goes on from there. */
let ahead: {readonly step: number} | undefined;

const hashOf = (step: number): string => `#story-${step}`;

const place = () => document.getElementById("story-place");

const bareAddress = () => history.replaceState(null, "", location.pathname + location.search);

/** Opens a step of the story, which undo leads back from as from any file. */
export async function showStep(store: Store, step: number): Promise<void> {
  const next = storySteps[step - 1];
  if (next === undefined) return;
  const turn = {step};
  ahead = turn;
  const isOpen = await openShipped(store, next.file).finally(() => {
    if (ahead === turn) ahead = undefined;
  });
  if (!isOpen) return;
  told.set(store.original.peek().title, step);
  batch(() => {
    store.turn(next.view);
    storyStep.value = step;
  });
  history.replaceState(null, "", hashOf(step));
  place()?.querySelector<HTMLElement>(".story")?.focus({preventScroll: true});
}

/** Turns so many pages on, or back where below 0; nothing past either end. */
export async function turnPages(store: Store, pages: number): Promise<void> {
  await showStep(store, (ahead?.step ?? storyStep.peek()) + pages);
}

/** Keeps the story with the document on show: one that was opened in its place ends it. */
function follow({title}: Scenario): void {
  const step = told.get(title) ?? 0;
  if (ahead !== undefined || step === storyStep.peek()) return;
  storyStep.value = step;
  if (step === 0) bareAddress();
  else history.replaceState(null, "", hashOf(step));
}

/** Begins the story; what is open is kept and given back when the story is left. */
export async function startStory(store: Store, step = 1): Promise<void> {
  const mount = place();
  if (mount === null) return;
  if (storyStep.peek() === 0) before = {scenario: store.scenario.peek(), original: store.original.peek()};
  if (!isMounted) {
    isMounted = true;
    render(createElement(StoryBar, {store}), mount);
    effect(() => follow(store.original.value));
  }
  await showStep(store, step);
}

/** Leaves the story: what was open before it is open again, edits and all. */
export function leaveStory(store: Store): void {
  storyStep.value = 0;
  told = new Map();
  if (before !== undefined) {
    openAtOnce(store, before.original);
    if (before.scenario !== before.original) store.commit(before.scenario, "return from the story");
    before = undefined;
  }
  bareAddress();
}

/** Leaves the story with the scenario of its step open, for the reader to go on with. */
export function stayHere(): void {
  storyStep.value = 0;
  told = new Map();
  before = undefined;
  bareAddress();
}
