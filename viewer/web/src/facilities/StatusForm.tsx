import { useState } from 'preact/hooks';
import type { Facility } from '../api/types';
import { request } from '../api/request';
import { explain } from '../state/explain';
import { actor, words } from '../state/prefs';
import { showToast } from '../state/toasts';
import { knowsWhoActs } from '../state/whoActs';
import { statusName } from './names';

const statuses = ['Working', 'Degraded', 'Down'] as const;

/** Changes how a facility is, with a reason that goes into its history. */
export function StatusForm({ facility, onChange }: { facility: Facility; onChange: () => void }) {
  const w = words.value.facilities;
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!(await knowsWhoActs())) return;
    setBusy(true);
    setProblem('');
    try {
      const body = { status: chosen, ...(reason.trim() ? { reason: reason.normalize('NFC').trim() } : {}) };
      await request(`/api/facilities/${encodeURIComponent(facility.id)}/status`, { method: 'POST', body, idempotencyKey: crypto.randomUUID(), actor: actor.value });
      setChosen(null);
      setReason('');
      showToast({ text: w.statusSaved, tone: 'good', topic: 'move', stays: 2500 });
      onChange();
    } catch (error) {
      setProblem(explain(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form class="status-form" onSubmit={(event) => void send(event)}>
      <fieldset class="choices"><legend>{w.setStatus}</legend>
        <div>{statuses.filter((status) => status !== facility.status).map((status) => (
          <button type="button" class="chip" key={status} aria-pressed={chosen === status} onClick={() => setChosen(chosen === status ? null : status)}>{statusName(status)}</button>
        ))}</div>
      </fieldset>
      {chosen && (
        <>
          <label class="field"><span>{w.reason}</span><input value={reason} maxLength={500} onInput={(event) => setReason(event.currentTarget.value)} /></label>
          {problem && <p class="problem" role="alert">{problem}</p>}
          <div class="form-buttons">
            <button type="button" class="button" onClick={() => setChosen(null)}>{words.value.cancel}</button>
            <button type="submit" class="button button-primary" disabled={busy}>{words.value.save}</button>
          </div>
        </>
      )}
    </form>
  );
}
