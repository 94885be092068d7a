import { acknowledgeFirst } from '../alerts/acknowledge';
import { readAloud } from '../aids/readAloud';
import { clearSelection, selection, selectRange, toggleSelected } from '../list/bulk/selection';
import { editing, stopEditing } from '../features/editing';
import { moveOfKey } from '../detail/moveKeys';
import { mapCenter } from '../map/mapHandle';
import { shareView } from '../map/shareView';
import { cursor } from './cursor';
import { pickedPlace, startMeasure, startReport, tool } from './draft';
import { timeKeys } from '../time/timeKeys';
import { goToOpen } from './goTo';
import { showView } from '../views/currentView';
import { savedViews } from '../views/savedViews';
import { list } from './incidents';
import { moveForm, moveRequest } from './moveRequest';
import { layersOpen } from './prefs';
import { stack } from './stack';
import { asOf, closeDetail, detail, helpOpen, openIncident, view } from './view';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function step(by: number): void {
  const items = list.value.items;
  if (view.value !== 'work' || !items.length) return;
  const at = items.findIndex((item) => item.id === cursor.value);
  const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
  if (!next) return;
  cursor.value = next.id;
  // With a detail open, moving on shows the next one: the hand stays on the keys.
  if (detail.value?.kind === 'incident') openIncident(next);
}

/** Puts away what was opened last. */
export function escape(): void {
  if (helpOpen.value) helpOpen.value = false;
  else if (goToOpen.value) goToOpen.value = false;
  else if (tool.value) tool.value = null;
  else if (pickedPlace.value || stack.value) {
    pickedPlace.value = null;
    stack.value = null;
  } else if (moveForm.value) moveForm.value();
  else if (detail.value) closeDetail();
  else if (editing.value) stopEditing();
  else if (selection.value.size) clearSelection();
  else if (layersOpen.value) layersOpen.value = false;
}

function openCurrent(): boolean {
  const row = list.value.items.find((item) => item.id === cursor.value);
  if (!row || view.value !== 'work') return false;
  openIncident(row);
  return true;
}

function choose(range: boolean): void {
  const row = list.value.items.find((item) => item.id === cursor.value);
  if (!row || view.value !== 'work' || asOf.value) return;
  if (range) selectRange(list.value.items, row);
  else toggleSelected(row);
}

/** Asks for a move of the incident that is open. */
function move(key: string): void {
  const command = moveOfKey(key.toLowerCase());
  if (command && detail.value?.kind === 'incident') moveRequest.value = { id: detail.value.id, command };
}

const actions: Record<string, (event: KeyboardEvent) => boolean | void> = {
  '/': () => document.getElementById('search')?.focus(),
  'n': () => {
    const center = mapCenter();
    if (center) startReport(center);
  },
  'j': () => step(1),
  'k': () => step(-1),
  'a': (event) => {
    if (event.shiftKey) void acknowledgeFirst();
    else move('a');
  },
  'u': () => document.querySelector<HTMLElement>('.alert-button')?.click(),
  'x': (event) => choose(event.shiftKey),
  'v': () => {
    view.value = 'work';
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.views-button')?.click());
  },
  'l': () => { layersOpen.value = !layersOpen.value; },
  'm': () => startMeasure(),
  'g': () => { goToOpen.value = true; },
  'c': () => void shareView(),
  ...timeKeys,
  'r': () => void readAloud(),
  '?': () => { helpOpen.value = !helpOpen.value; },
};

/** The keyboard of the console. Typing in a field is never taken away from it. */
export function keepKeys(): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      if (typing(event.target)) (event.target as HTMLElement).blur();
      else escape();
      return;
    }
    if (typing(event.target)) return;
    const inList = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'listbox';
    if (inList && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      step(event.key === 'ArrowDown' ? 1 : -1);
      event.preventDefault();
      return;
    }
    if (event.key === 'Enter' && (inList || event.target === document.body)) {
      if (openCurrent()) event.preventDefault();
      return;
    }
    const saved = /^[1-9]$/.test(event.key) ? savedViews.value[Number(event.key) - 1] : undefined;
    if (saved) showView(saved);
    const action = actions[event.key.toLowerCase()];
    if (!action && !event.shiftKey) move(event.key);
    if (!action) return;
    action(event);
    event.preventDefault();
  });
}
