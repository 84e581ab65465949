import {useLayoutEffect, useRef} from "preact/hooks";
import type {ViewName} from "../../figures/view.ts";
import type {Model} from "../model.ts";
import {loadAhead} from "./LazyView.tsx";

const groups: readonly {
  readonly title: string;
  readonly views: readonly {readonly view: ViewName; readonly name: string}[];
}[] = [
  {
    title: "Explore",
    views: [
      {view: "ladder", name: "Ladder"},
      {view: "gain", name: "Gain"},
      {view: "rl", name: "RL"},
      {view: "thinking", name: "Thinking"},
      {view: "agents", name: "Agents"},
      {view: "cost", name: "Cost"},
      {view: "thresholds", name: "Thresholds"}
    ]
  },
  {
    title: "Measure",
    views: [
      {view: "fit", name: "Fit"},
      {view: "plan", name: "Plan"}
    ]
  },
  {
    title: "Check",
    views: [
      {view: "claims", name: "Claims"},
      {view: "sensitivity", name: "Sensitivity"},
      {view: "evidence", name: "Evidence"}
    ]
  }
];

/** The views, as a rail on a desk and as tabs on a narrow page. */
export function Rail({model}: {readonly model: Model}) {
  const isLimits = model.isLimits.value;
  const shown = model.view.value;
  const nav = useRef<HTMLElement>(null);
  // On a phone not all tabs fit: the one on show is among those that are seen.
  useLayoutEffect(() => {
    const tab = nav.current?.querySelector("[aria-current]");
    if (nav.current === null || !tab) return;
    const [{left, right}, of] = [nav.current.getBoundingClientRect(), tab.getBoundingClientRect()];
    if (of.left < left || of.right > right) nav.current.scrollLeft += (of.left + of.right - left - right) / 2;
  }, [shown, isLimits]);
  return (
    <nav class="rail" aria-label="Views" ref={nav}>
      {groups.map(({title, views}) => (
        <div class="rail-group" key={title}>
          <h2>{title}</h2>
          {views.map(({view, name}) => (
            <button
              key={view}
              aria-current={!isLimits && shown === view ? "page" : undefined}
              onPointerEnter={() => loadAhead(view, model)}
              onFocus={() => loadAhead(view, model)}
              onClick={() => model.show(view)}
            >
              {name}
            </button>
          ))}
          {title === "Check" && (
            <a href="#what-is-wrong" aria-current={isLimits ? "page" : undefined}>
              What is wrong
            </a>
          )}
        </div>
      ))}
    </nav>
  );
}
