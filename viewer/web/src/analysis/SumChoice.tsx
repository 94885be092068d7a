import type { Layer } from '../api/types';
import { language, words } from '../state/prefs';
import { decide } from './analysisJob';

/** The field of numbers that is added up per area, if any. */
export function SumChoice({ layer, sum }: { layer: Layer | undefined; sum: string }) {
  const w = words.value.analysis;
  const fields = layer?.fields.filter((field) => field.type === 'Integer' || field.type === 'Real') ?? [];
  if (!fields.length) return null;
  return (
    <label class="field"><span>{w.sum}</span>
      <select value={sum} onChange={(event) => decide({ sum: event.currentTarget.value })}>
        <option value="">{w.onlyCount}</option>
        {fields.map((field) => <option key={field.name} value={field.name}>{field.title?.[language.value] || field.name}</option>)}
      </select></label>
  );
}
