import { useState } from 'preact/hooks';
import type { District, Threshold } from '../api/types';
import { request } from '../api/request';
import { formatNumber } from '../format/number';
import { explain } from '../state/explain';
import { typeName } from '../state/city';
import { actor, language, words } from '../state/prefs';
import { showToast } from '../state/toasts';
import { knowsWhoActs } from '../state/whoActs';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';

/** What raises a notice for a district: rules that can be taken away and added. */
export function ThresholdForm({ district, onChange }: { district: District; onChange: () => void }) {
  const w = words.value.districts;
  const rules = district.watch?.thresholds ?? [];
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async (items: Threshold[]): Promise<void> => {
    if (!(await knowsWhoActs())) return;
    setBusy(true);
    setProblem('');
    try {
      const body = { items, ...(district.watch ? { expectedVersion: district.watch.version } : {}) };
      await request(`/api/districts/${encodeURIComponent(district.id)}/thresholds`, { method: 'PUT', body, idempotencyKey: crypto.randomUUID(), actor: actor.value });
      showToast({ text: w.thresholdSaved, tone: 'good', topic: 'move', stays: 2500 });
      onChange();
    } catch (error) {
      setProblem(explain(error));
    } finally {
      setBusy(false);
    }
  };
  const number = (value: number): string => formatNumber(value, language.value);
  const tell = (rule: Threshold): string =>
    w.thresholdRule(number(rule.count), number(Math.round((rule.windowMinutes / 60) * 10) / 10), String(rule.minSeverity), rule.type ? typeName(rule.type).toLowerCase() : '');
  return (
    <details class="block thresholds">
      <summary>{w.thresholds}</summary>
      <p class="field-hint">{rules.length ? w.thresholdHint : w.thresholdNone}</p>
      <ul>
        {rules.map((rule, index) => (
          <li key={index} class="threshold">
            <span>{tell(rule)}</span>
            <IconButton icon="close" label={w.thresholdRemove} disabled={busy} onClick={() => void save(rules.filter((_, other) => other !== index))} />
          </li>
        ))}
      </ul>
      <AddRule busy={busy} onAdd={(rule) => void save([...rules, rule])} />
      {problem && <p class="problem" role="alert"><Icon name="alert" size={18} />{problem}</p>}
    </details>
  );
}

function AddRule({ busy, onAdd }: { busy: boolean; onAdd: (rule: Threshold) => void }) {
  const w = words.value;
  const d = w.districts;
  const [count, setCount] = useState('5');
  const [hours, setHours] = useState('24');
  const [severity, setSeverity] = useState(1);
  const [type, setType] = useState('');
  const ready = /^[1-9]\d{0,5}$/.test(count) && /^[1-9]\d{0,2}$/.test(hours) && Number(hours) <= 744;
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (ready) onAdd({ type: type || null, minSeverity: severity, count: Number(count), windowMinutes: Number(hours) * 60 }); }}>
      <div class="field-pair">
        <label class="field"><span>{d.thresholdCount}</span><input inputMode="numeric" value={count} onInput={(event) => setCount(event.currentTarget.value.trim())} /></label>
        <label class="field"><span>{d.thresholdHours}</span><input inputMode="numeric" value={hours} onInput={(event) => setHours(event.currentTarget.value.trim())} /></label>
        <label class="field"><span>{d.thresholdSeverity}</span>
          <select value={severity} onChange={(event) => setSeverity(Number(event.currentTarget.value))}>
            {[1, 2, 3, 4, 5].map((value) => <option key={value} value={value}>{value} · {w.incident.severities[value as 1]}</option>)}
          </select>
        </label>
        <label class="field"><span>{d.thresholdType}</span>
          <select value={type} onChange={(event) => setType(event.currentTarget.value)}>
            <option value="">{d.thresholdAnyType}</option>
            {Object.keys(w.incident.types).map((code) => <option key={code} value={code}>{typeName(code)}</option>)}
          </select>
        </label>
      </div>
      <div class="form-buttons"><button type="submit" class="button" disabled={busy || !ready}>{d.thresholdAdd}</button></div>
    </form>
  );
}
