import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface PopoverProps {
  /** Inside of the button that opens it: its words are the button's name. */
  button: ComponentChildren;
  /** Names the panel, and is the button's tooltip. */
  label: string;
  class?: string;
  /** Which edge of the button it is aligned with. */
  align?: 'start' | 'end';
  children: (close: () => void) => ComponentChildren;
}

/** A button with a small panel below it; Escape, a click outside and leaving with Tab close it. */
export function Popover(props: PopoverProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const close = (): void => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event): void => {
      // A question asked over the page is answered, then the panel goes on.
      if (!root.current?.contains(event.target as Node) && !(event.target as Element).closest?.('dialog')) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    root.current?.querySelector<HTMLElement>('.popover input, .popover button')?.focus();
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  return (
    <div class="popover-root" ref={root} onKeyDown={(event) => { if (event.key === 'Escape' && open) { event.stopPropagation(); close(); } }}>
      <button type="button" class={props.class} title={props.label} aria-expanded={open} aria-haspopup="dialog" onClick={() => setOpen(!open)}>
        {props.button}
      </button>
      {open && <div class={`popover popover-${props.align ?? 'start'}`} role="dialog" aria-label={props.label}>{props.children(close)}</div>}
    </div>
  );
}
