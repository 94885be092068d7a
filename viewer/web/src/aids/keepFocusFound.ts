import { effect } from '@preact/signals';
import { detail } from '../state/view';

// The rows first: on the choice of the order, which stands above them, a shortcut would be swallowed as typing.
const list = (): HTMLElement | null => document.querySelector<HTMLElement>('.panel-list [role=listbox]') ?? document.querySelector<HTMLElement>('.panel-list button');
const lost = (): boolean => {
  const at = document.activeElement;
  return !at || at === document.body || at.closest('[inert]') !== null;
};

/** When what had the keyboard's focus goes away, the focus goes back to where it came from, never to nowhere. */
export function keepFocusFound(): void {
  let outside: HTMLElement | null = null;
  let byKeyboard = false;
  addEventListener('keydown', () => (byKeyboard = true), true);
  addEventListener('pointerdown', () => (byKeyboard = false), true);
  addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target !== document.body && !target.closest('.panel-over')) outside = target;
  });
  let was = detail.value;
  effect(() => {
    const closed = was !== null && detail.value === null;
    was = detail.value;
    // After a click nothing is lost: the pointer is where the eye is.
    if (!closed || !byKeyboard) return;
    requestAnimationFrame(() => {
      if (lost()) (outside?.isConnected && !outside.closest('[inert]') ? outside : list())?.focus({ preventScroll: true });
    });
  });
}
