import { useState } from 'preact/hooks';
import type { Layer } from '../../api/types';
import { words } from '../../state/prefs';
import { showToast } from '../../state/toasts';
import { knowsWhoActs } from '../../state/whoActs';
import { describeLayer, explainDescription } from './describeLayer';

const cadences = ['P1D', 'P7D', 'P1M', 'P3M', 'P6M', 'P1Y'] as const;
const zooms = Array.from({ length: 21 }, (_, zoom) => zoom);

/** What people read about a layer, and at which scales it is seen. What was typed stays when saving fails. */
export function DescriptionForm({ layer, onDone }: { layer: Layer; onDone: () => void }) {
  const w = words.value.mapping.edit;
  const [form, setForm] = useState({
    vi: layer.title.vi, en: layer.title.en, aboutVi: layer.description?.vi ?? '', aboutEn: layer.description?.en ?? '', owner: layer.owner ?? '', source: layer.source ?? '',
    licence: layer.licence ?? '', cadence: layer.cadence ?? '', from: layer.shownFrom?.toString() ?? '', to: layer.shownTo?.toString() ?? '', audience: layer.audience ?? 'everyone',
  });
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const zoom = (text: string): number | null => (text ? Number(text) : null);
  const scales = form.from !== '' && form.to !== '' && Number(form.to) <= Number(form.from);
  const ready = form.vi.trim() !== '' && !scales;
  const text = (value: string): string | null => value.normalize('NFC').trim() || null;
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!(await knowsWhoActs())) return;
    setBusy(true);
    setProblem('');
    const about = text(form.aboutVi) ?? text(form.aboutEn);
    try {
      await describeLayer(layer, {
        title: { vi: text(form.vi), en: text(form.en) ?? text(form.vi) }, description: about ? { vi: text(form.aboutVi) ?? about, en: text(form.aboutEn) ?? about } : null,
        owner: text(form.owner), source: text(form.source), licence: text(form.licence), cadence: form.cadence || null,
        shownFrom: zoom(form.from), shownTo: zoom(form.to), audience: form.audience,
      });
      showToast({ text: w.saved, tone: 'good', topic: 'layer', stays: 2500 });
      onDone();
    } catch (error) {
      setProblem(explainDescription(error));
    } finally {
      setBusy(false);
    }
  };
  const field = (name: keyof typeof form, label: string) => (
    <label class="field"><span>{label}</span><input value={form[name]} maxLength={200} onInput={(event) => setForm({ ...form, [name]: event.currentTarget.value })} /></label>
  );
  const area = (name: keyof typeof form, label: string) => (
    <label class="field"><span>{label}</span><textarea rows={2} value={form[name]} maxLength={2000} onInput={(event) => setForm({ ...form, [name]: event.currentTarget.value })} /></label>
  );
  const choice = (name: keyof typeof form, label: string, options: ReadonlyArray<readonly [string, string]>) => (
    <label class="field"><span>{label}</span><select value={form[name]} onChange={(event) => setForm({ ...form, [name]: event.currentTarget.value })}>
      {options.map(([value, words]) => <option key={value} value={value}>{words}</option>)}</select></label>
  );
  const known = cadences.some((value) => value === form.cadence) || !form.cadence ? [] : [[form.cadence, form.cadence] as const];
  return (
    <form class="ask" onSubmit={(event) => void send(event)}>
      {field('vi', w.titleVi)}{field('en', w.titleEn)}{area('aboutVi', w.aboutVi)}{area('aboutEn', w.aboutEn)}
      {field('owner', words.value.layers.owner)}{field('source', words.value.layers.source)}{field('licence', w.licence)}
      {choice('cadence', w.cadence, [['', w.cadences.none], ...cadences.map((value) => [value, w.cadences[value]] as const), ...known])}
      <div class="field-pair">
        {choice('from', w.shownFrom, [['', w.always], ...zooms.map((value) => [String(value), String(value)] as const)])}
        {choice('to', w.shownTo, [['', w.always], ...zooms.slice(1).map((value) => [String(value), String(value)] as const)])}
      </div>
      {scales && <p class="field-problem" role="alert">{w.badScales}</p>}
      {choice('audience', w.audience, [['everyone', w.audiences.everyone], ['staff', w.audiences.staff]])}
      {problem && <p class="problem" role="alert">{problem}</p>}
      <div class="form-buttons">
        <button type="button" class="button" onClick={onDone}>{words.value.cancel}</button>
        <button type="submit" class="button button-primary" disabled={busy || !ready}>{words.value.save}</button>
      </div>
    </form>
  );
}
