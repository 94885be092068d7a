import { useState } from 'preact/hooks';
import type { District } from '../api/types';
import { request } from '../api/request';
import { explain } from '../state/explain';
import { actor, words } from '../state/prefs';
import { showToast } from '../state/toasts';
import { Icon } from '../ui/Icon';

/** When to raise a notice for a district. */
export function ThresholdForm({ district, onChange }: { district: District; onChange: () => void }) {
  const w = words.value.districts;
  const [open, setOpen] = useState(String(district.thresholds?.open ?? ''));
  const [overdue, setOverdue] = useState(String(district.thresholds?.overdue ?? ''));
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const number = (text: string): number | null => (/^\d+$/.test(text.trim()) ? Number(text) : null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem('');
    try {
      await request(`/api/districts/${encodeURIComponent(district.id)}/thresholds`, {
        method: 'PUT', body: { open: number(open), overdue: number(overdue) }, idempotencyKey: crypto.randomUUID(), actor: actor.value,
      });
      showToast({ text: w.thresholdSaved, tone: 'good', topic: 'move', stays: 2500 });
      onChange();
    } catch (error) {
      setProblem(explain(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <details class="block thresholds">
      <summary>{w.thresholds}</summary>
      <form onSubmit={(event) => void send(event)}>
        <p class="field-hint">{w.thresholdHint}</p>
        <div class="field-pair">
          <label class="field"><span>{w.thresholdOpen}</span><input inputMode="numeric" value={open} maxLength={7} onInput={(event) => setOpen(event.currentTarget.value)} /></label>
          <label class="field"><span>{w.thresholdOverdue}</span><input inputMode="numeric" value={overdue} maxLength={7} onInput={(event) => setOverdue(event.currentTarget.value)} /></label>
        </div>
        {problem && <p class="problem" role="alert"><Icon name="alert" size={18} />{problem}</p>}
        <div class="form-buttons"><button type="submit" class="button" disabled={busy}>{words.value.save}</button></div>
      </form>
    </details>
  );
}
