import {inputAt, metricShown} from "../../scenario/inputList.ts";
import type {Scenario} from "../../scenario/schema.ts";
import type {See} from "../../figures/whatIsWrong.ts";
import {cast} from "../../simulation/ladder.ts";

/** The address of a slider that every scenario has by another name. */
function addressOf(scenario: Scenario, slider: NonNullable<See["slider"]>): string {
  const {reference, recipes} = scenario;
  const metric = metricShown(scenario);
  const curve = recipes.find(({id}) => id === reference)?.curve?.[metric];
  const {subject, rival} = cast(scenario);
  switch (slider) {
    case "slope":
      return `recipes.${reference}.curve.${metric}.slope`;
    case "subject":
      return `models.${subject}.compute`;
    case "rival":
      return `models.${rival}.compute`;
    case "anchor":
      return `models.${curve !== undefined && "through" in curve ? curve.through : ""}.compute`;
    case "draws":
      return "uncertainty.draws";
  }
}

/** How often and how long to look for a slider whose view is being drawn, milliseconds. */
const wait = 60;
const tries = 25;

const isOnShow = (element: HTMLElement): boolean => element.offsetParent !== null;

/** Leads the reader to a slider once its view is on show; a scenario without it leaves the view as it is. */
export function showSlider(scenario: Scenario, slider: NonNullable<See["slider"]>): void {
  const input = inputAt(scenario, addressOf(scenario, slider));
  if (input === undefined) return;
  const look = (left: number) => {
    const rows = [...document.querySelectorAll<HTMLElement>(`[data-address="${input.address}"]`)];
    const row = rows.find(isOnShow);
    if (row === undefined) {
      const group = document.querySelector<HTMLDetailsElement>(`details[data-group="${input.group}"]`);
      if (group !== null) group.open = true;
      if (left > 0) setTimeout(() => look(left - 1), wait);
      return;
    }
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    row.scrollIntoView({block: "center", behavior: calm ? "auto" : "smooth"});
    row.querySelector<HTMLElement>("input[type=range], input")?.focus({preventScroll: true});
  };
  setTimeout(() => look(tries));
}
