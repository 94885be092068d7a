import { effect, untracked } from '@preact/signals';
import type { Incident } from '../api/types';
import { draft } from '../state/draft';
import { explain } from '../state/explain';
import { feed } from '../state/feed';
import { takeIncidents } from '../state/incidents';
import { words } from '../state/prefs';
import { showToast } from '../state/toasts';
import { closeDetail, detail, openIncident } from '../state/view';
import { deliver, dropOutgoing, isAway, outbox, type Outgoing } from './outbox';

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

async function flush(): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    for (let item = outbox.peek()[0]; item; item = outbox.peek()[0]) {
      try {
        took(item, await deliver<Incident>(item));
      } catch (error) {
        if (isAway(error)) return;
        showToast({ text: words.value.connection.notTaken(item.label, explain(error)), topic, tone: 'bad', stays: 0 });
      }
    }
  } finally {
    sending = false;
  }
}

function took(item: Outgoing, incident: Incident): void {
  takeIncidents([incident]);
  showToast({ text: words.value.connection.sentNow(item.label), topic, tone: 'good' });
  if (draft.value?.key !== item.key) return;
  draft.value = null;
  if (detail.value?.kind !== 'report') return;
  closeDetail();
  openIncident(incident);
}
