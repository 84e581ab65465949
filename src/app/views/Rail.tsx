import type {ViewName} from "../../figures/view.ts";
import type {Model} from "../model.ts";

const views: readonly {readonly view: ViewName; readonly name: string}[] = [
  {view: "ladder", name: "Ladder"},
  {view: "thresholds", name: "Thresholds"}
];

/** The views, as a rail on a desk and as tabs on a narrow page. */
export function Rail({model}: {readonly model: Model}) {
  return (
    <nav class="rail" aria-label="Views">
      <h2>Explore</h2>
      {views.map(({view, name}) => (
        <button
          key={view}
          aria-current={model.view.value === view ? "page" : undefined}
          onClick={() => model.show(view)}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
