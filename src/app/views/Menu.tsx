import type {ComponentChildren} from "preact";
import {useRef} from "preact/hooks";

interface MenuProps {
  readonly label: string;
  readonly id: string;
  readonly primary?: boolean;
  readonly children: ComponentChildren;
}

/** A button with a popover of buttons under it; the platform opens, closes and keeps focus. */
export function Menu({label, id, primary, children}: MenuProps) {
  const panel = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const place = () => {
    const [from, to] = [button.current?.getBoundingClientRect(), panel.current];
    if (from === undefined || to === null) return;
    to.style.top = `${from.bottom + 4}px`;
    to.style.maxHeight = `calc(100dvh - ${from.bottom + 12}px)`;
    to.style.right = `${Math.max(8, document.documentElement.clientWidth - from.right)}px`;
  };
  const step = (event: KeyboardEvent) => {
    const items = [...(panel.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    const to = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (to === undefined || items.length === 0) return;
    event.preventDefault();
    const at = items.findIndex((item) => item === document.activeElement);
    items[(at + to + items.length) % items.length]?.focus();
  };
  return (
    <>
      <button ref={button} class={primary === true ? "primary" : "quiet"} popoverTarget={`menu-${id}`} onClick={place}>
        {label} <span aria-hidden="true">▾</span>
      </button>
      <div
        ref={panel}
        id={`menu-${id}`}
        class="menu"
        popover="auto"
        aria-label={label}
        onKeyDown={step}
        onToggle={(event) => {
          if ((event as unknown as ToggleEvent).newState === "open") panel.current?.querySelector("button")?.focus();
        }}
        onClick={() => panel.current?.hidePopover()}
      >
        {children}
      </div>
    </>
  );
}
