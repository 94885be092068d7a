import { effect } from '@preact/signals';
import { detail } from '../state/view';

// The rows first: on the choice of the order, which stands above them, a shortcut would be swallowed as typing.
const list = (): HTMLElement | null => document.querySelector<HTMLElement>('.panel-list [role=listbox]') ?? document.querySelector<HTMLElement>('.panel-list button');
const lost = (): boolean => {
  const at = document.activeElement;
  return !at || at === document.body || at.closest('[inert]') !== null;
};

/** How long a detail may take to come. */
const openMilliseconds = 4000;

/** What goes away takes the focus along: then it goes to what was asked for, else to the heading of the detail that is open. Call after a change of one's own. */
export function findFocus(find: () => HTMLElement | null = () => null): void {
  requestAnimationFrame(() => {
    const to = lost() ? (find() ?? heading()) : null;
    to?.focus({ preventScroll: true });
  });
}

function heading(): HTMLElement | null {
  const title = document.querySelector<HTMLElement>('.panel-over:not([inert]) h1');
  if (title) title.tabIndex = -1;
  return title;
}

/** The focus goes into a detail that opens, as soon as its heading is there. */
function followOpening(): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  effect(() => {
    clearInterval(timer);
    if (!detail.value || detail.value.kind === 'report') return;
    const until = Date.now() + openMilliseconds;
    timer = setInterval(() => {
      const title = lost() ? heading() : null;
      title?.focus({ preventScroll: true });
      if (title || Date.now() > until) clearInterval(timer);
    }, 50);
  });
}

/** When what had the keyboard's focus goes away, the focus goes back to where it came from, never to nowhere. */
export function keepFocusFound(): void {
  let outside: HTMLElement | null = null;
  let byKeyboard = false;
  addEventListener('keydown', () => (byKeyboard = true), true);
  addEventListener('pointerdown', () => (byKeyboard = false), true);
  addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target !== document.body && !target.closest('.panel-over')) outside = target;
  });
  followOpening();
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
