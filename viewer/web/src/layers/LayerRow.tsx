import { useState } from 'preact/hooks';
import { AnalysisRecipe } from '../analysis/AnalysisRecipe';
import type { Layer } from '../api/types';
import { openEditions } from '../editions/editionsPanel';
import { formatAge } from '../format/age';
import { formatDateTime } from '../format/dateTime';
import { formatNumber } from '../format/number';
import { mapZoom } from '../map/mapZoom';
import { now } from '../state/clock';
import { hiddenLayers, language, layerOpacity, words } from '../state/prefs';
import { asOf } from '../state/view';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { DistrictThemeChoice } from './DistrictTheme';
import { EditLayer } from '../shell/lazyParts';
import { LegendLines } from './edit/LegendLines';
import { freshness } from './freshness';
import { LayerDownload } from './LayerDownload';
import { LayerSwatch } from './LayerSwatch';
import { OrderHandle } from './OrderHandle';

/** The words of the console for the layers it knows, the catalogue's for the others. */
export function layerTitle(layer: Layer): string {
  const names = words.value.layers.names;
  // Once somebody has named it, that name holds.
  return layer.id in names && !layer.cardVersion ? names[layer.id as keyof typeof names] : layer.title[language.value];
}

/** One layer: shown or not, how fresh; opened, how strong it is drawn and where it comes from. It is moved within `group`, ids from the top down. */
export function LayerRow({ layer, group }: { layer: Layer; group: readonly string[] }) {
  const w = words.value.layers;
  const [open, setOpen] = useState(false);
  const shown = !hiddenLayers.value.includes(layer.id);
  const toggle = (): void => {
    hiddenLayers.value = shown ? [...hiddenLayers.value, layer.id] : hiddenLayers.value.filter((id) => id !== layer.id);
  };
  const far = shown && mapZoom.value !== null && mapZoom.value < Math.max(layer.minZoom, layer.shownFrom ?? 0);
  const title = layerTitle(layer);
  return (
    <div class="layer-item" data-layer={layer.id}>
      <div class="layer-line">
        <label class="layer-row">
          <input type="checkbox" role="switch" checked={shown} onChange={toggle} aria-label={w.show(title)} />
          <LayerSwatch id={layer.id} colour={layer.style?.classes.at(-1)?.colour ?? layer.style?.colour} heat={layer.style?.kind === 'HeatMap'} geometry={layer.geometry} />
          <span class="layer-name">{title}<small>{far ? w.zoomIn : layer.count ? w.count(formatNumber(layer.count, language.value)) : w.noData}</small></span>
          <FreshnessBadge layer={layer} />
        </label>
        {group.length > 1 && <OrderHandle layer={layer} group={group} />}
        <IconButton icon="chevron" class={open ? 'turned' : ''} label={w.more(title)} expanded={open} onClick={() => setOpen(!open)} />
      </div>
      {shown && layer.style && <LegendLines style={layer.style} names={layer.group === 'analysis' && layer.style.field === 'coverage' ? words.value.analysis.coverage : undefined} />}
      {layer.id === 'districts' && shown && <DistrictThemeChoice />}
      {open && <LayerMore layer={layer} />}
    </div>
  );
}

function FreshnessBadge({ layer }: { layer: Layer }) {
  const w = words.value.layers;
  const state = freshness(layer, now.value);
  const age = layer.updatedAt ? formatAge(now.value - Date.parse(layer.updatedAt), words.value.units) : '';
  const text = { none: '', live: asOf.value ? '' : w.live, fresh: age, stale: w.stale(age), undated: w.undated }[state];
  return text ? <span class={`fresh fresh-${state}`}>{text}</span> : null;
}

function LayerMore({ layer }: { layer: Layer }) {
  const w = words.value.layers;
  const percent = Math.round((layerOpacity.value[layer.id] ?? 1) * 100);
  const facts = [
    [words.value.mapping.edit.description, layer.description?.[language.value]], [w.owner, layer.owner], [w.source, layer.source],
    [words.value.mapping.edit.licence, layer.licence], [words.value.mapping.edit.cadence, layer.cadence && (words.value.mapping.edit.cadences[layer.cadence as 'P1D'] ?? layer.cadence)],
    [w.updated, layer.live && !asOf.value ? w.live : layer.updatedAt ? formatDateTime(layer.updatedAt, language.value) : w.noData],
  ].filter(([, value]) => value);
  return (
    <div class="layer-more">
      <label class="layer-opacity"><span>{w.opacity}</span>
        <input type="range" min="10" max="100" step="5" value={percent} aria-valuetext={`${percent} %`}
          onInput={(event) => (layerOpacity.value = { ...layerOpacity.value, [layer.id]: Number(event.currentTarget.value) / 100 })} />
        <output class="figures">{percent} %</output></label>
      {layer.group === 'analysis' && <AnalysisRecipe layer={layer} />}
      {layer.id === 'districts' && <button type="button" class="button" onClick={openEditions}><Icon name="area" size={18} />{words.value.editions.open}</button>}
      {layer.count > 0 && <LayerDownload layer={layer} />}
      {!asOf.value && <EditLayer layer={layer} />}
      <dl>{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </div>
  );
}
