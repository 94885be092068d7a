import type { Incident } from '../api/types';
import { Problem } from '../api/problem';
import { isAway } from '../connection/outbox';
import { sendCommand } from '../state/commands';
import { explain } from '../state/explain';
import { loadCounts } from '../state/incidents';
import { words } from '../state/prefs';
import { showToast } from '../state/toasts';
import { asOf, openIncident, view } from '../state/view';
import { knowsWhoActs } from '../state/whoActs';
import { alertPrefs } from './alertPrefs';
import { unacknowledged } from './unacknowledged';

const topic = 'acknowledge';
let busy = false;

/** Acknowledges an incident. What somebody else changed meanwhile does not contradict it, so it is tried once more on what it is by now. */
export async function acknowledge(incident: Incident): Promise<void> {
  const send = (target: Incident): Promise<Incident> => sendCommand(target, 'acknowledge', {}, crypto.randomUUID());
  try {
    await send(incident);
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'version_conflict' && error.current)) throw error;
    if (!error.current.acknowledged) await send(error.current);
  }
  void loadCounts().catch(() => undefined);
}

/** Acknowledges the first of the queue from anywhere, and says which it was. */
export async function acknowledgeFirst(): Promise<void> {
  const w = words.value.alerts;
  if (busy) return;
  if (asOf.value) {
    showToast({ text: words.value.incident.moves.past, topic });
    return;
  }
  if (!(await knowsWhoActs())) return;
  busy = true;
  try {
    const [first] = await unacknowledged(1, alertPrefs.value.exercises);
    if (!first) {
      showToast({ text: w.none, topic, tone: 'good' });
      return;
    }
    await acknowledge(first);
    showToast({
      text: w.acknowledged(String(first.severity), first.title), topic, tone: 'good', stays: 8000,
      action: { label: words.value.moreOpen, run: () => { view.value = 'work'; openIncident(first); } },
    });
  } catch (error) {
    // What waits in the outbox is told there.
    if (!isAway(error)) showToast({ text: explain(error), topic, tone: 'bad' });
  } finally {
    busy = false;
  }
}
