import "./styles.css";
import {effect} from "@preact/signals";
import {render} from "preact";
import {App} from "./App.tsx";
import {dropDraft} from "./autosave.ts";
import {isFailedPart, sayFailedParts} from "./failedParts.ts";
import {loadFiles} from "./filesPart.ts";
import {takeAhead} from "./links/ahead.ts";
import {hasLink, isAddress, isEmbedded} from "./links/linkInAddress.ts";
import {startCompare} from "./compare/startCompare.ts";
import {loadFieldReader} from "./controls/takeQuantity.ts";
import {createModel} from "./model.ts";
import {opening} from "./opening.ts";
import {showGallery, showStory} from "./showGallery.ts";
import {followAloud, takeUp} from "./takeUp.ts";
import {restoreTheme} from "./theme.ts";
import {uncertaintyClient} from "./uncertaintyClient.ts";
import type {Port} from "./uncertaintyClient.ts";

const model = createModel(opening);
const {store} = model;

/** Help and the empty scenario are not needed before they are asked for. */
const showHelp = () => void import("./help/openHelp.tsx").then(({openHelp}) => openHelp());
const openEmpty = async () => {
  const [{openAtOnce}, {emptyScenario}] = await Promise.all([loadFiles(), import("../scenario/edit.ts")]);
  openAtOnce(store, emptyScenario());
};

restoreTheme();
sayFailedParts(store);
const root = document.getElementById("page");
const embedded = isEmbedded();
// The page as it opens stands there before any script: a frame is of another scenario.
if (root !== null && embedded) root.textContent = "Loading.";
if (root !== null && !embedded) render(<App model={model} onHelp={showHelp} onNew={() => void openEmpty()} />, root);

/** The worker starts with the first change: the opening's intervals are there already. */
let client: ReturnType<typeof uncertaintyClient> | undefined;
function startClient() {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {type: "module"});
  worker.onerror = () => {
    // The next question starts another.
    client = undefined;
    worker.terminate();
    model.receive({id: 0, error: "The worker did not start."}, true);
  };
  return uncertaintyClient(worker as unknown as Port, model.receive);
}
model.ask((request) => {
  client ??= startClient();
  client.ask(request);
});

/** The page of what is wrong has an address of its own, for links from outside and from exports. */
const limitsHash = "#what-is-wrong";
const ahead = embedded ? undefined : takeAhead(limitsHash);
const followHash = () => {
  model.isLimits.value = location.hash === limitsHash;
};
followHash();
window.addEventListener("hashchange", followHash);

/** The story and the gallery have addresses too. */
const followStory = () => {
  const step = /^#story(?:-(\d+))?$/.exec(location.hash);
  if (step !== null) void showStory(store, Number(step[1] ?? 1));
  else if (location.hash === "#gallery") void showGallery(store);
};
followStory();
window.addEventListener("hashchange", followStory);
effect(() => {
  if (!model.isLimits.value && location.hash === limitsHash)
    history.replaceState(null, "", location.pathname + location.search);
});

/** From then on what is opened is shown, also where the page of what is wrong stood. */
const showWhatOpens = () => {
  let open = store.original.peek();
  effect(() => {
    if (store.original.value === open) return;
    open = store.original.value;
    model.isLimits.value = false;
  });
};
/**
 * A draft that was saved or declined is not offered again once its document is open and unchanged; one that a link took
 * the place of is, and one that could not be offered yet.
 */
const dropWhenUnused = () =>
  window.addEventListener("pagehide", () => {
    if (!store.edited.value && store.notice.value === undefined && !hasLink()) dropDraft();
  });
if (!embedded) void takeUp(model, ahead).finally(showWhatOpens).then(dropWhenUnused);
else if (root !== null) {
  import("./links/showEmbedded.tsx")
    .then(({showEmbedded}) => showEmbedded(model, root))
    .catch((error: unknown) => {
      root.textContent = "The figure could not be loaded: reload the page.";
      if (!isFailedPart(error)) throw error;
    });
}
window.addEventListener("hashchange", () => {
  if (hasLink()) void followAloud(model);
});

/** What keeps an edit is loaded before anything can be lost; until it is there, the browser asks before it leaves. */
const loadKeepers = () => Promise.all([import("./keepDrafts.ts"), import("./links/keepAddress.ts")]);
const askBeforeLeaving = (event: BeforeUnloadEvent) => {
  if (store.edited.peek()) event.preventDefault();
};
if (!embedded) {
  // As a hand comes near; what reads the fields is there before it types, too.
  const load = () => {
    // A failure is said once something would be kept, and at the field that cannot be read.
    for (const part of [loadKeepers(), import("./steps/keepSteps.ts"), loadFieldReader()]) part.catch(() => undefined);
  };
  for (const type of ["pointermove", "pointerdown", "focusin", "keydown"])
    window.addEventListener(type, load, {once: true, capture: true});
}
const stopWaiting = effect(() => {
  if (embedded || (!store.edited.value && store.original.value === opening.scenario)) return;
  queueMicrotask(() => stopWaiting());
  window.addEventListener("beforeunload", askBeforeLeaving);
  loadKeepers().then(
    ([{keepDrafts}, {keepAddress}]) => {
      window.removeEventListener("beforeunload", askBeforeLeaving);
      keepDrafts(store);
      keepAddress(model, opening.scenario);
    },
    () => {
      store.notice.value = {
        kind: "problem",
        title: "What you change is lost with this page: what keeps it could not be loaded.",
        lines: ["Save the scenario as a file to keep it. With a connection, reload the page before you change more."]
      };
    }
  );
});

if (!embedded) startCompare(model, opening.scenario);

/** Text fields have an undo and a paste of their own. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("textarea, select, input:not([type=range], [type=radio], [type=checkbox])"));

document.addEventListener("keydown", (event) => {
  const mod = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (mod && key === "s") {
    event.preventDefault();
    void loadFiles().then(({saveScenario}) => saveScenario(store.scenario.peek(), store.original.peek()));
  } else if (mod && key === "o") {
    event.preventDefault();
    document.getElementById("open-file")?.click();
  } else if (isTyping(event.target)) {
    return;
  } else if (mod && key === "z") {
    event.preventDefault();
    if (event.shiftKey) store.redo();
    else store.undo();
  } else if (mod && key === "y") {
    event.preventDefault();
    store.redo();
  } else if (event.key === "?") {
    event.preventDefault();
    showHelp();
  }
});

/** Tables of runs go by their names; everything else is a scenario. */
const isTable = ({name}: File): boolean => /\.(csv|tsv|txt)$/i.test(name);
const openOne = async (file: File) => {
  if (isTable(file)) model.openTable({name: file.name, content: file});
  else await (await loadFiles()).openFile(store, file);
};
/** Opens the first of several files and says which ones it did not. */
const open = async ([file, ...others]: readonly File[]) => {
  if (file === undefined) return;
  await openOne(file);
  if (others.length === 0) return;
  const line = `One file is opened at a time: ${others.map(({name}) => name).join(", ")} ${others.length === 1 ? "was" : "were"} not opened.`;
  const said = store.notice.peek();
  store.notice.value =
    said === undefined ? {kind: "remark", title: line, lines: []} : {...said, lines: [...said.lines, line]};
};

document.addEventListener("paste", (event) => {
  if (isTyping(event.target)) return;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const files = [...(event.clipboardData?.files ?? [])];
  if (files.length > 0) void open(files);
  else if (isAddress(text)) void import("./links/followLink.ts").then(({openPasted}) => openPasted(store, text));
  else if (model.view.value === "fit" && /^[^{\s]/.test(text.trim()))
    model.openTable({name: "the pasted table", content: text});
  else if (text.trim() !== "") void loadFiles().then(({openText}) => openText(store, "the pasted text", text));
});

document.addEventListener("dragover", (event) => {
  if (event.dataTransfer?.types.includes("Files") !== true) return;
  event.preventDefault();
  document.documentElement.classList.add("dropping");
});
document.addEventListener("dragleave", (event) => {
  if (event.relatedTarget === null) document.documentElement.classList.remove("dropping");
});
document.addEventListener("drop", (event) => {
  document.documentElement.classList.remove("dropping");
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  void open(files);
});

/** The opening has the evidence of its sliders; another document needs the ledger. */
effect(() => {
  if (store.original.value !== opening.scenario) model.needLedger();
});
