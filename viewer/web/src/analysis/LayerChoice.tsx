import type { FieldClasses, Layer } from '../api/types';
import { request } from '../api/request';
import { kindName } from '../facilities/names';
import { formatNumber } from '../format/number';
import { layerTitle } from '../layers/LayerRow';
import { layers } from '../state/city';
import { explain } from '../state/explain';
import { language, words } from '../state/prefs';
import { useAsync } from '../ui/useAsync';
import { kindField } from './analysisOrder';

export interface LayerChoiceProps {
  label: string;
  layer: string;
  kind: string;
  /** Only layers that can hold areas. */
  areas?: boolean;
  onChange: (layer: string, kind: string) => void;
}

/** A layer, and of it perhaps only one kind of features. */
export function LayerChoice({ label, layer, kind, areas = false, onChange }: LayerChoiceProps) {
  const w = words.value.analysis;
  const offered = (layers.value ?? []).filter((one) => !one.retired && one.count > 0 && (!areas || one.geometry === 'Polygon' || one.geometry === 'Any'));
  const chosen = offered.find((one) => one.id === layer);
  return (
    <div class="analysis-layer">
      <label class="field"><span>{label}</span>
        <select value={chosen ? layer : ''} onChange={(event) => onChange(event.currentTarget.value, '')}>
          {!chosen && <option value="">{w.pick}</option>}
          {offered.map((one) => <option key={one.id} value={one.id}>{layerTitle(one)}</option>)}
        </select></label>
      {chosen && kindField(chosen) && <KindChoice layer={chosen} field={kindField(chosen)!} kind={kind} onChange={(next) => onChange(layer, next)} />}
    </div>
  );
}

function KindChoice({ layer, field, kind, onChange }: { layer: Layer; field: string; kind: string; onChange: (kind: string) => void }) {
  const w = words.value.analysis;
  const { value: found, error } = useAsync<FieldClasses>(`${layer.id}/${field}`, () => request(`/api/layers/${encodeURIComponent(layer.id)}/classes?field=${encodeURIComponent(field)}`));
  if (error !== null) return <p class="problem" role="alert">{explain(error)}</p>;
  if (!found || found.distinct < 2) return null;
  const name = (value: string): string => (layer.id === 'facilities' ? kindName(value) : value);
  return (
    <label class="field"><span>{w.only}</span>
      <select value={kind} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{w.all}</option>
        {found.items.map(({ value, count }) => value !== null && <option key={value} value={value}>{`${name(value)} (${formatNumber(count, language.value)})`}</option>)}
      </select></label>
  );
}
