import {useRef} from "preact/hooks";
import {exportSizes} from "../exporting.ts";
import {exportSvg} from "../exporting.ts";
import {openFile, openShipped, saveScenario, shippedScenarios} from "../files.ts";
import type {Model} from "../model.ts";
import {nextTheme, theme, themeWords} from "../theme.ts";
import {Menu} from "./Menu.tsx";

/** Title, files, history, theme and help: quiet text buttons in a row. */
export function Header({model, onHelp, onNew}: {readonly model: Model; readonly onHelp: () => void; readonly onNew: () => void}) {
  const {store} = model;
  const file = useRef<HTMLInputElement>(null);
  const undo = store.canUndo.value;
  const redo = store.canRedo.value;
  return (
    <header class="top">
      <h1>
        <span class="title">{store.scenario.value.title}</span>
        {store.edited.value && <span class="edited">edited</span>}
      </h1>
      <div class="actions" role="toolbar" aria-label="Scenario">
        <Menu label="Scenarios" id="scenarios">
          {shippedScenarios.map(({file: name, title}) => (
            <button key={name} onClick={() => void openShipped(store, name)}>
              {title}
            </button>
          ))}
          <hr />
          <button onClick={onNew}>New, empty</button>
        </Menu>
        <button class="quiet" onClick={() => file.current?.click()} title="Open a scenario file (Ctrl+O)">
          Open…
        </button>
        <input
          ref={file}
          type="file"
          id="open-file"
          class="visually-hidden"
          tabIndex={-1}
          aria-label="Scenario file"
          accept=".json,application/json"
          onChange={({currentTarget}) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen !== undefined) void openFile(store, chosen);
            currentTarget.value = "";
          }}
        />
        <button class="quiet" onClick={() => void saveScenario(store.scenario.value)} title="Save as a file (Ctrl+S)">
          Save
        </button>
        <Menu label="Export" id="export" primary>
          {exportSizes.map(({name, width, height}) => (
            <button key={name} onClick={() => void exportSvg(model, {width, height})}>
              SVG, {name} <small>{`${width} × ${height}`}</small>
            </button>
          ))}
        </Menu>
        <button
          class="quiet icon"
          aria-label={undo === undefined ? "Undo" : `Undo ${undo}`}
          title={undo === undefined ? "Nothing to undo" : `Undo ${undo} (Ctrl+Z)`}
          disabled={undo === undefined}
          onClick={store.undo}
        >
          ↶
        </button>
        <button
          class="quiet icon"
          aria-label={redo === undefined ? "Redo" : `Redo ${redo}`}
          title={redo === undefined ? "Nothing to redo" : `Redo ${redo} (Ctrl+Shift+Z)`}
          disabled={redo === undefined}
          onClick={store.redo}
        >
          ↷
        </button>
        <button class="quiet icon" aria-label={`Theme: ${themeWords[theme.value]}`} title={`Theme: ${themeWords[theme.value]}`} onClick={nextTheme}>
          <svg width="15" height="15" viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5" />
            <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
          </svg>
        </button>
        <button class="quiet icon" aria-label="Shortcuts and words" title="Shortcuts and words (?)" onClick={onHelp}>
          ?
        </button>
      </div>
    </header>
  );
}
