import { effect, untracked } from '@preact/signals';
import { onFeed } from '../state/feed';
import { list } from '../state/incidents';
import { words } from '../state/prefs';
import { showToast, toasts } from '../state/toasts';
import { Alarms } from './Alarms';
import { alertPrefs, keepAlertPrefs } from './alertPrefs';
import { addNotice, notices, readNotice } from './notices';
import { allowSound, keepSound, play, soundState } from './sound';

/** One sound at a time: what comes while one is heard is seen. */
const pauseMilliseconds = 2500;

const topic = 'sound';

/** Lets what is new be heard. The feed is closed while the past is looked at, so the past is silent. */
export function keepAlerts(): void {
  const alarms = new Alarms();
  let soundedAt = -Infinity;
  keepAlertPrefs();
  keepSound();
  effect(() => alarms.learn(list.value.items));
  onFeed((messages) => {
    const prefs = alertPrefs.value;
    const worst = alarms.take(messages.flatMap((message) => (message.kind === 'incident' ? [message.incident] : [])), prefs);
    const told = messages.flatMap((message) => (message.kind === 'notice' && message.district ? [readNotice(message.district, message.sequence, message.data)] : []));
    for (const notice of told) notices.value = addNotice(notices.value, notice);
    const tone = worst ? prefs.bySeverity[worst.severity] ?? 'none' : told.length ? prefs.notice : 'none';
    if (prefs.muted || tone === 'none' || performance.now() - soundedAt < pauseMilliseconds) return;
    if (play(tone, prefs.volume)) soundedAt = performance.now();
  });
  effect(() => {
    if (soundState.value === 'blocked') untracked(tellBlocked);
    else untracked(() => { toasts.value = toasts.value.filter((toast) => toast.topic !== topic); });
  });
}

function tellBlocked(): void {
  const w = words.value.alerts;
  showToast({ text: w.blocked, topic, stays: 0, action: { label: w.allow, run: () => void allowSound().then(() => play('soft', alertPrefs.value.volume), () => undefined) } });
}
