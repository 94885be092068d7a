import { effect, untracked } from '@preact/signals';
import { Problem } from '../api/problem';
import type { Incident } from '../api/types';
import { addsOnly } from '../detail/moveOrder';
import { stateName } from '../state/city';
import { draft } from '../state/draft';
import { explain } from '../state/explain';
import { feed } from '../state/feed';
import { takeIncidents } from '../state/incidents';
import { words } from '../state/prefs';
import { showToast, toasts } from '../state/toasts';
import { closeDetail, detail, openIncident } from '../state/view';
import { keptTexts } from './keptTexts';
import { deliver, dropOutgoing, isAway, keepOutgoing, outbox, type Outgoing } from './outbox';
import { moveOf, rebased } from './waitingMoves';

const topic = 'outbox';
let sending = false;

/** Sends what waits, oldest first, as soon as the line stands again. */
export function keepOutbox(): void {
  effect(() => {
    const live = feed.value.connection.kind === 'live';
    const waiting = outbox.value.length;
    untracked(() => {
      if (live && waiting) void flush();
      else if (waiting) tellWaiting();
    });
  });
}

function tellWaiting(): void {
  const w = words.value.connection;
  const last = outbox.value[outbox.value.length - 1];
  if (!last) return;
  showToast({ text: w.kept(last.label), topic, stays: 0, tone: 'bad', action: { label: w.doNotSend, run: () => dropOutgoing(last.key) } });
}

/** Sends what waits. What follows from a move goes out on the version that move made. */
export async function flush(): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    for (let item = outbox.peek()[0]; item; item = outbox.peek()[0]) {
      try {
        took(item, await send(item));
      } catch (error) {
        if (isAway(error)) return tellWaiting();
        refused(item, error);
      }
    }
  } finally {
    sending = false;
  }
}

async function send(item: Outgoing): Promise<Incident> {
  const move = moveOf(item);
  try {
    const incident = await deliver<Incident>(item);
    if (move) keepOutgoing(rebased(outbox.value, item, incident.version));
    return incident;
  } catch (error) {
    if (!(move && addsOnly(move.command) && error instanceof Problem && error.code === 'version_conflict' && error.current)) throw error;
    const again = { ...item, body: { ...move, expectedVersion: error.current.version } };
    keepOutgoing([again, ...outbox.value]);
    return await deliver<Incident>(again);
  }
}

function refused(item: Outgoing, error: unknown): void {
  const w = words.value;
  const current = error instanceof Problem && error.code === 'version_conflict' ? error.current : null;
  if (current) takeIncidents([current]);
  // That it waits is said no more; a refusal stays beside what is sent after it.
  toasts.value = toasts.value.filter((toast) => toast.topic !== topic || toast.tone !== 'bad');
  showToast({
    text: w.connection.notTaken(item.label, current ? w.connection.changedMeanwhile(stateName(current.state)) : explain(error)), tone: 'bad', stays: 0,
    ...(current ? { action: { label: w.moreOpen, run: () => openIncident(current) } } : {}),
  });
}

function took(item: Outgoing, incident: Incident): void {
  takeIncidents([incident]);
  const move = moveOf(item);
  if (move) keptTexts.set(move.command === 'note' ? `note.${incident.id}` : `move.${incident.id}.${move.command}`, '');
  showToast({ text: words.value.connection.sentNow(item.label), topic, tone: 'good' });
  if (draft.value?.key !== item.key) return;
  draft.value = null;
  if (detail.value?.kind !== 'report') return;
  closeDetail();
  openIncident(incident);
}
