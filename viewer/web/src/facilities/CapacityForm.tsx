import { useState } from 'preact/hooks';
import type { Facility } from '../api/types';
import { words } from '../state/prefs';
import { showToast } from '../state/toasts';
import { knowsWhoActs } from '../state/whoActs';
import { explainChange, fillFacility } from './changeFacility';

const readable = (text: string): boolean => /^\d{0,9}$/.test(text.trim());
const value = (text: string): number | null => (text.trim() ? Number(text.trim()) : null);

/** How many a facility can take and how many it has. What was typed stays when saving fails. */
export function CapacityForm({ facility, onDone, onConflict }: { facility: Facility; onDone: (changed: boolean) => void; onConflict: () => void }) {
  const w = words.value.facility;
  const [capacity, setCapacity] = useState(facility.capacity?.toString() ?? '');
  const [used, setUsed] = useState(facility.used?.toString() ?? '');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const fits = readable(capacity) && readable(used);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!fits || !(await knowsWhoActs())) return;
    setBusy(true);
    try {
      await fillFacility(facility, value(capacity), value(used));
      showToast({ text: w.capacitySaved, tone: 'good', topic: 'move', stays: 2500 });
      onDone(true);
    } catch (error) {
      setProblem(explainChange(error));
      onConflict();
    } finally {
      setBusy(false);
    }
  };
  return (
    <form class="ask" onSubmit={(event) => void send(event)}>
      <div class="field-pair">
        <label class="field"><span>{w.used}</span><input inputMode="numeric" value={used} onInput={(event) => setUsed(event.currentTarget.value)} /></label>
        <label class="field"><span>{w.capacity}</span><input inputMode="numeric" value={capacity} onInput={(event) => setCapacity(event.currentTarget.value)} /></label>
      </div>
      {!fits && <p class="field-problem" role="alert">{w.wholeNumber}</p>}
      {problem && <p class="problem" role="alert">{problem}</p>}
      <div class="form-buttons">
        <button type="button" class="button" onClick={() => onDone(false)}>{words.value.cancel}</button>
        <button type="submit" class="button button-primary" disabled={busy || !fits}>{words.value.save}</button>
      </div>
    </form>
  );
}
