import type {Edited} from "./edit.ts";
import {added, changed, copyName, edited, idFor, nameFault, refused, without} from "./edit.ts";
import {limits} from "./limits.ts";
import {metricShown} from "./inputList.ts";
import type {Claim, Scenario, Threshold} from "./schema.ts";

const gone: Edited = refused("It is no longer in the scenario");

/** A new claim of the view's subject against its first rival, for the reader to word. */
export function addClaim(scenario: Scenario): Edited {
  const {models, view, claims} = scenario;
  const subject = models.find(({id}) => id === view.subject) ?? models[0];
  if (subject === undefined) return refused("A claim is about a model: add a model first");
  const rival = models.find(({id}) => id === view.rivals?.[0]) ?? models.find(({id}) => id !== subject.id) ?? subject;
  const claim: Claim = {
    id: idFor(
      "new claim",
      claims.map(({id}) => id)
    ),
    words: "10x",
    by: "new claim",
    kind: "press",
    subject: subject.id,
    against: [rival.id],
    ratio: {value: 10, written: "10x"},
    reading: "equal-score",
    metric: metricShown(scenario)
  };
  return added(scenario, "claims", claim);
}

export function duplicateClaim(scenario: Scenario, id: string): Edited {
  const claim = scenario.claims.find((item) => item.id === id);
  if (claim === undefined) return gone;
  return added(
    scenario,
    "claims",
    {
      ...claim,
      id: idFor(
        `${id} copy`,
        scenario.claims.map((item) => item.id)
      )
    },
    id
  );
}

export const removeClaim = (scenario: Scenario, id: string): Edited =>
  edited({...scenario, claims: scenario.claims.filter((claim) => claim.id !== id)});

/** What a person may say of a claim apart from its ratio. */
export type ClaimPart = Partial<Pick<Claim, "words" | "by" | "kind" | "subject" | "against" | "reading">>;

export function setClaim(scenario: Scenario, id: string, part: ClaimPart): Edited {
  const {words, by, against} = part;
  if (words !== undefined && words.length > limits.textLength) {
    return refused(`A claim has ${limits.textLength} characters at most, got ${words.length}`);
  }
  if (words?.trim() === "") return refused("A claim must not be empty");
  const fault = by === undefined ? undefined : nameFault(by);
  if (fault !== undefined) return refused(fault);
  if (against?.length === 0) return refused("A claim compares with one model at least");
  return edited({...scenario, claims: changed(scenario.claims, id, (claim) => ({...claim, ...part}))});
}

export function addThreshold(scenario: Scenario, name = "New threshold"): Edited {
  const threshold: Threshold = {
    id: idFor(
      name,
      scenario.thresholds.map(({id}) => id)
    ),
    name,
    compute: {value: 1e26, written: 1e26}
  };
  return added(scenario, "thresholds", threshold);
}

export function duplicateThreshold(scenario: Scenario, id: string): Edited {
  const threshold = scenario.thresholds.find((item) => item.id === id);
  if (threshold === undefined) return gone;
  const name = copyName(threshold.name);
  const copy = {
    ...without(threshold, "short"),
    name,
    id: idFor(
      name,
      scenario.thresholds.map((item) => item.id)
    )
  };
  return added(scenario, "thresholds", copy, id);
}

export function renameThreshold(scenario: Scenario, id: string, name: string): Edited {
  const fault = nameFault(name);
  if (fault !== undefined) return refused(fault);
  // The short name was that of the old one.
  const renamed = (item: Threshold): Threshold => ({...without(item, "short"), name: name.trim()});
  return edited({...scenario, thresholds: changed(scenario.thresholds, id, renamed)});
}

export const removeThreshold = (scenario: Scenario, id: string): Edited =>
  edited({...scenario, thresholds: scenario.thresholds.filter((threshold) => threshold.id !== id)});
