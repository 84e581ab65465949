import {useMemo} from "preact/hooks";
import {stepWords} from "../../figures/stepWords.ts";
import type {History} from "../history.ts";
import type {Sheet, Store} from "../store.ts";
import {WithPowers} from "../compare/WithPowers.tsx";

interface Line {
  readonly words: string;
  /** How many steps from the document on show: below 0 back, above 0 on. */
  readonly steps: number;
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The documents one can go to, oldest first, each by the step that led to it. */
function linesOf({past, present, future}: History<Sheet>): readonly Line[] {
  const sheets = [...past.map(({document}) => document), present, ...future.map(({document}) => document)];
  const labels = [...past, ...future].map(({label}) => label);
  const [first] = sheets;
  return [
    {words: `At first: ${first?.scenario.title ?? ""}`, steps: -past.length},
    ...labels.map((label, i): Line => {
      const [from, to] = [sheets[i], sheets[i + 1]];
      const isOpened = from?.original !== to?.original || from === undefined || to === undefined;
      const words = isOpened ? label : stepWords(from.scenario, to.scenario, label);
      return {words: sentence(words), steps: i + 1 - past.length};
    })
  ];
}

/** The steps taken and taken back, in words; a press goes to the document behind one. */
export function StepList({store}: {readonly store: Store}) {
  const history = store.history.value;
  const lines = useMemo(() => linesOf(history), [history]);
  return (
    <ol class="steps-list">
      {lines.map(({words, steps}) => (
        <li key={steps}>
          <button
            type="button"
            aria-current={steps === 0 ? "step" : undefined}
            class={steps > 0 ? "taken-back" : undefined}
            onClick={() => store.go(steps)}
          >
            <WithPowers text={words} />
            {steps > 0 && <span class="visually-hidden">, taken back</span>}
          </button>
        </li>
      ))}
    </ol>
  );
}
