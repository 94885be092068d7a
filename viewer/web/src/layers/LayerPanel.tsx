import type { Layer } from '../api/types';
import { formatAge } from '../format/age';
import { formatNumber } from '../format/number';
import { layers } from '../state/city';
import { now } from '../state/clock';
import { hiddenLayers, language, layersOpen, words } from '../state/prefs';
import { IconButton } from '../ui/IconButton';
import { mapZoom } from '../map/mapZoom';
import { Legend } from './Legend';
import { LayerSwatch } from './LayerSwatch';
import { layerGroups } from './layerGroups';

/** The layers of the map by group: shown or hidden, how fresh, and what the marks mean. */
export function LayerPanel() {
  const w = words.value.layers;
  if (!layersOpen.value) return null;
  return (
    <aside class="layer-panel" aria-label={w.title}>
      <header class="panel-head"><h2>{w.title}</h2><IconButton icon="close" label={words.value.close} onClick={() => (layersOpen.value = false)} /></header>
      <div class="layer-body">
        {layerGroups(layers.value ?? []).map(({ group, items }) => (
          <fieldset key={group}><legend>{w.groups[group]}</legend>{items.map((layer) => <LayerRow key={layer.id} layer={layer} />)}</fieldset>
        ))}
        <Legend />
      </div>
    </aside>
  );
}

/** The words of the console for the layers it knows, the catalogue's for the others. */
function titleOf(layer: Layer): string {
  const names = words.value.layers.names;
  return layer.id in names ? names[layer.id as keyof typeof names] : layer.title[language.value];
}

function LayerRow({ layer }: { layer: Layer }) {
  const w = words.value.layers;
  const shown = !hiddenLayers.value.includes(layer.id);
  const toggle = (): void => {
    hiddenLayers.value = shown ? [...hiddenLayers.value, layer.id] : hiddenLayers.value.filter((id) => id !== layer.id);
  };
  const far = shown && mapZoom.value !== null && mapZoom.value < layer.minZoom;
  return (
    <label class="layer-row">
      <input type="checkbox" role="switch" checked={shown} onChange={toggle} aria-label={w.show(titleOf(layer))} />
      <LayerSwatch id={layer.id} />
      <span class="layer-name">{titleOf(layer)}<small>{far ? w.zoomIn : state(layer)}</small></span>
    </label>
  );
}

/** "No data" is said; it is never shown as zero. */
function state(layer: Layer): string {
  const w = words.value;
  if (!layer.count) return w.layers.noData;
  const count = w.layers.count(formatNumber(layer.count, language.value));
  if (layer.live) return `${count} · ${w.layers.live}`;
  return layer.updatedAt ? `${count} · ${w.layers.fresh(formatAge(now.value - Date.parse(layer.updatedAt), w.units))}` : count;
}
