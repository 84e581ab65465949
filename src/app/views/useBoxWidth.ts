import {useSignal} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";

/** A box of the page, and its width as it is now, px; 0 until it is measured. */
export function useBoxWidth() {
  const box = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = () => {
      width.value = Math.floor(element.clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return {box, width};
}
