import {useRef} from "preact/hooks";
import {exportSizes} from "../exportSizes.ts";
import {loadFiles} from "../filesPart.ts";
import type {Model} from "../model.ts";
import {shippedScenarios} from "../shipped.ts";
import {showGallery, showStory} from "../showGallery.ts";
import {nextTheme, theme, themeWords} from "../theme.ts";
import {Menu} from "./Menu.tsx";

interface HeaderProps {
  readonly model: Model;
  readonly onHelp: () => void;
  readonly onNew: () => void;
}

/** The shipped scenarios one by one, or, where there is little room, as pictures alone. */
function ScenarioItems({model, onNew, isShort}: Omit<HeaderProps, "onHelp"> & {readonly isShort?: boolean}) {
  return (
    <>
      {isShort !== true &&
        shippedScenarios.map(({file, title}) => (
          <button key={file} onClick={() => void loadFiles().then(({openShipped}) => openShipped(model.store, file))}>
            {title}
          </button>
        ))}
      {isShort !== true && <hr />}
      <button onClick={() => void showGallery(model.store)}>All scenarios as pictures…</button>
      <button onClick={() => void showStory(model.store)}>The story in six steps</button>
      <hr />
      <button onClick={onNew}>New, empty</button>
    </>
  );
}

function ExportItems({model}: {readonly model: Model}) {
  return (
    <>
      {exportSizes.map(({name, width, height}) => (
        <button
          key={name}
          onClick={() => void import("../exporting.ts").then(({exportSvg}) => exportSvg(model, {width, height}))}
        >
          SVG, {name} <small>{`${width} × ${height}`}</small>
        </button>
      ))}
      <button onClick={() => void import("../exporting/openExport.tsx").then(({openExport}) => openExport(model))}>
        PNG, CSV, JSON, other sizes, copy…
      </button>
    </>
  );
}

/** Undo or redo, named by what it would do. */
function HistoryButton({
  word,
  sign,
  what,
  keys,
  run
}: {
  readonly word: string;
  readonly sign: string;
  readonly what: string | undefined;
  readonly keys: string;
  readonly run: () => void;
}) {
  return (
    <button
      class="quiet icon"
      aria-label={what === undefined ? word : `${word} ${what}`}
      title={what === undefined ? `Nothing to ${word.toLowerCase()}` : `${word} ${what} (${keys})`}
      disabled={what === undefined}
      onClick={run}
    >
      {sign}
    </button>
  );
}

/** Title, files, history, theme and help: quiet text buttons in a row; on a phone most of them in one menu. */
export function Header({model, onHelp, onNew}: HeaderProps) {
  const {store} = model;
  const file = useRef<HTMLInputElement>(null);
  const open = () => file.current?.click();
  const save = () =>
    void loadFiles().then(({saveScenario}) => saveScenario(store.scenario.peek(), store.original.peek()));
  const share = () => void import("../links/openShare.tsx").then(({openShare}) => openShare(model));
  /** Opens a menu that is loaded then. */
  const late = (menu: "compare" | "steps") => (event: {readonly currentTarget: Element}) => {
    const button =
      event.currentTarget.closest(".menu") === null ? event.currentTarget : document.querySelector(".actions");
    void import("../steps/openMenu.tsx").then(({openMenu}) => button && openMenu(menu, store, button));
  };
  const themeName = `Theme: ${themeWords[theme.value]}`;
  return (
    <header class="top">
      <h1>
        <span class="title">{model.title.value}</span>
        {store.edited.value && <span class="edited">edited</span>}
      </h1>
      <div class="actions" role="group" aria-label="Scenario">
        <input
          ref={file}
          type="file"
          id="open-file"
          class="visually-hidden"
          tabIndex={-1}
          aria-label="Scenario file"
          accept=".json,application/json,.svg,.png"
          onChange={({currentTarget}) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen !== undefined) void loadFiles().then(({openFile}) => openFile(store, chosen));
            currentTarget.value = "";
          }}
        />
        <div class="wide-only">
          <Menu label="Scenarios" id="scenarios">
            <ScenarioItems model={model} onNew={onNew} />
          </Menu>
          <button class="quiet" onClick={open} title="Open a scenario file (Ctrl+O)">
            Open…
          </button>
          <button class="quiet" onClick={save} title="Save as a file (Ctrl+S)">
            Save
          </button>
          <a class="quiet" href="#what-is-wrong" title="What is wrong with this model">
            What is wrong
          </a>
          <button class="quiet" aria-haspopup="true" onClick={late("compare")}>
            Compare <span aria-hidden="true">▾</span>
          </button>
          <Menu label="Export" id="export">
            <ExportItems model={model} />
          </Menu>
          <button class="primary" onClick={share} title="A link that holds the scenario">
            Share
          </button>
        </div>
        <div class="narrow-only">
          <Menu label="File" id="file">
            <ScenarioItems model={model} onNew={onNew} isShort />
            <hr />
            <button onClick={open}>Open…</button>
            <button onClick={save}>Save</button>
            <button onClick={share}>Share</button>
            <button onClick={late("compare")}>Compare…</button>
            <ExportItems model={model} />
            <hr />
            <button onClick={nextTheme}>{themeName}</button>
          </Menu>
        </div>
        <HistoryButton word="Undo" sign="↶" what={store.canUndo.value} keys="Ctrl+Z" run={store.undo} />
        <HistoryButton word="Redo" sign="↷" what={store.canRedo.value} keys="Ctrl+Shift+Z" run={store.redo} />
        <button class="quiet icon" aria-haspopup="true" aria-label="Steps" title="All steps" onClick={late("steps")}>
          ☰
        </button>
        <div class="wide-only">
          <button class="quiet icon" aria-label={themeName} title={themeName} onClick={nextTheme}>
            <svg width="15" height="15" viewBox="0 0 16 16" aria-hidden="true">
              <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5" />
              <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
            </svg>
          </button>
        </div>
        <button class="quiet icon" aria-label="Shortcuts and words" title="Shortcuts and words (?)" onClick={onHelp}>
          ?
        </button>
      </div>
    </header>
  );
}
