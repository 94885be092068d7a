import { useRef, useState } from 'preact/hooks';
import { Problem } from '../api/problem';
import { request } from '../api/request';
import { keptTexts } from '../connection/keptTexts';
import { explain } from '../state/explain';
import { actor, words } from '../state/prefs';
import { showToast } from '../state/toasts';
import { Icon } from '../ui/Icon';
import type { HandoverLine } from './handoverTypes';

const drafts = { to: 'handover.to', notes: 'handover.text' };

/** Hands the watch over: from whom, to whom, with what words. What is left is counted by the server at that moment. */
export function HandoverForm({ version, onChange }: { version: number; onChange: () => void }) {
  const w = words.value.handover;
  const [to, setTo] = useState(() => keptTexts.get(drafts.to));
  const [notes, setNotes] = useState(() => keptTexts.get(drafts.notes));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const attempt = useRef({ intent: '', key: '' });
  const [from, taker, text] = [actor.value.trim(), to.normalize('NFC').trim(), notes.normalize('NFC').trim()];

  const send = async (): Promise<void> => {
    if (busy || !from || !taker) return;
    const body = { to: taker, ...(text ? { notes: text } : {}), expectedVersion: version };
    const intent = JSON.stringify([from, body]);
    if (attempt.current.intent !== intent) attempt.current = { intent, key: crypto.randomUUID() };
    setBusy(true);
    setProblem('');
    try {
      await request<HandoverLine>('/api/handovers', { method: 'POST', body, idempotencyKey: attempt.current.key, actor: from });
      for (const name of Object.values(drafts)) keptTexts.set(name, '');
      setTo('');
      setNotes('');
      // The same desk, another person: what is done from here on is theirs.
      showToast({ text: w.done(taker), tone: 'good', stays: 12_000, topic: 'handover', action: { label: w.becomeTaker(taker), run: () => { actor.value = taker; } } });
    } catch (error) {
      setProblem(error instanceof Problem && error.code === 'version_conflict' ? w.changed : explain(error));
    } finally {
      setBusy(false);
      onChange();
    }
  };
  const keep = (name: keyof typeof drafts, value: string): void => {
    keptTexts.set(drafts[name], value);
    (name === 'to' ? setTo : setNotes)(value);
  };
  return (
    <section class="block handover-make" aria-labelledby="handover-make">
      <h2 id="handover-make">{w.make}</h2>
      <form class="handover-form" onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <div class="field-pair">
          <label class="field"><span>{w.from}</span>
            <input required value={actor.value} maxLength={80} placeholder={words.value.prefs.actorPlaceholder} onInput={(event) => { actor.value = event.currentTarget.value.normalize('NFC').trimStart(); }} />
          </label>
          <label class="field"><span>{w.to}</span>
            <input required value={to} maxLength={80} placeholder={w.toHint} onInput={(event) => keep('to', event.currentTarget.value)} />
          </label>
        </div>
        <label class="field"><span>{w.words}</span><textarea rows={3} maxLength={4000} value={notes} placeholder={w.wordsHint} onInput={(event) => keep('notes', event.currentTarget.value)} /></label>
        {problem && <p class="problem" role="alert"><Icon name="alert" size={18} />{problem}</p>}
        <button type="submit" class="button button-primary button-wide" disabled={busy || !from || !taker}><Icon name="handover" size={18} />{w.send}</button>
      </form>
    </section>
  );
}
