import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { textSize } from '../state/prefs';

export interface Virtual {
  /** First and last row to draw, a few more than are in sight. */
  first: number;
  last: number;
  scrollTop: number;
  /** Row height at the chosen text size. */
  rowHeight: number;
  /** Scrolls a row into sight, if it is not. */
  reveal: (index: number) => void;
}

const spare = 6;
const scales = { small: 1, normal: 1, large: 1.2 };

/** Which rows of a long list are in sight. */
export function useVirtual(box: RefObject<HTMLElement | null>, count: number, baseHeight: number): Virtual {
  const rowHeight = Math.round(baseHeight * scales[textSize.value]);
  const [view, setView] = useState({ top: 0, height: 800 });
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const read = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    read();
    element.addEventListener('scroll', read, { passive: true });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', read);
      observer.disconnect();
    };
  }, [box.current]);
  const first = Math.max(0, Math.floor(view.top / rowHeight) - spare);
  const last = Math.min(count - 1, Math.ceil((view.top + view.height) / rowHeight) + spare);
  const reveal = (index: number): void => {
    const element = box.current;
    if (!element) return;
    const top = index * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight) element.scrollTop = top + rowHeight - element.clientHeight;
  };
  return { first, last, scrollTop: view.top, rowHeight, reveal };
}
