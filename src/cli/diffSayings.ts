import {findingDifferences} from "../figures/differences.ts";
import type {Difference} from "../figures/differences.ts";
import {drawnComparison} from "../figures/drawnComparison.ts";
import {findingsOf} from "../figures/findings.ts";
import type {Scenario} from "../scenario/schema.ts";

/** The views that say numbers which are no outputs, and the section each stands on. */
const views = {
  fit: {section: "runs", title: "Fit"},
  plan: {section: "plan", title: "Plan"}
} as const;
type SayingView = keyof typeof views;

/** What one view says of two scenarios that reads otherwise. */
export interface Sayings {
  readonly view: SayingView;
  readonly title: string;
  readonly differences: readonly Difference[];
}

/** What stands among the inputs already. */
const isInput = ({id}: Difference): boolean => id === "plan.gain";

/**
 * What a fit and a plan say beside the outputs, where it reads otherwise: a fit its law, what that says at the target and
 * with which interval; a plan its interval and verdict, and what simulated ladders tell. Some seconds at most.
 */
export function sayings(before: Scenario, after: Scenario): readonly Sayings[] {
  return (Object.keys(views) as SayingView[]).flatMap((view) => {
    const {section, title} = views[view];
    if (before[section] === undefined && after[section] === undefined) return [];
    const drawn = drawnComparison(before, {...after, view: {...after.view, figure: view}});
    const central = findingDifferences(findingsOf(before, view), findingsOf(after, view));
    const differences = [...central.filter((difference) => !isInput(difference)), ...drawn.differences];
    return differences.length === 0 ? [] : [{view, title, differences}];
  });
}

/** "90 % of loss by the law: 2.06 to 2.11 → 2.01 to 2.20". */
export const sayingLine = ({name, was, now}: Difference): string => `${name}: ${was} → ${now}`;
