import { useState } from 'preact/hooks';
import { closeAnalysis, openAnalysis } from '../analysis/analysisJob';
import { closeEditions } from '../editions/editionsPanel';
import { closeImport, openImport } from '../import/importJob';
import { fold } from '../format/fold';
import { layers } from '../state/city';
import { layerOrder } from '../state/layerOrder';
import { layersOpen, words } from '../state/prefs';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { asOf } from '../state/view';
import { announcement } from './announce';
import { DistrictThemeLegend } from './DistrictTheme';
import { EditLayer, MakeLayer } from '../shell/lazyParts';
import { GroundChoice } from './GroundChoice';
import { layerGroups } from './layerGroups';
import { LayerRow, layerTitle } from './LayerRow';
import { Legend } from './Legend';
import { shareOrder } from './shareOrder';

/** The layers of the map by group: shown or hidden, how strong, how fresh, and what the marks mean. */
export function LayerPanel() {
  const w = words.value.layers;
  const [wanted, setWanted] = useState('');
  const [making, setMaking] = useState(false);
  if (!layersOpen.value) return null;
  const shown = (layers.value ?? []).filter((layer) => fold(`${layerTitle(layer)} ${layer.owner ?? ''}`).includes(fold(wanted.trim())));
  return (
    <aside class="layer-panel" aria-label={w.title}>
      <header class="panel-head"><h2>{w.title}</h2><IconButton icon="close" label={words.value.close} onClick={() => (layersOpen.value = false)} /></header>
      <div class="layer-tools">
        <button type="button" class="button layer-import" onClick={() => { closeAnalysis(); closeEditions(); openImport(); }}><Icon name="plus" size={18} />{words.value.import.open}</button>
        {!asOf.value && <button type="button" class="button" onClick={() => { closeImport(); closeEditions(); openAnalysis(); }}><Icon name="shape" size={18} />{words.value.analysis.open}</button>}
      </div>
      <div class="layer-search"><Icon name="search" size={18} />
        <input type="search" value={wanted} aria-label={w.search} placeholder={w.search} autocomplete="off" onInput={(event) => setWanted(event.currentTarget.value)} /></div>
      <div class="layer-body">
        {making && <MakeLayer onDone={() => setMaking(false)} />}
        {layerGroups(shown.filter((layer) => !layer.retired), layerOrder.value).map(({ group, items }) => (
          <fieldset key={group}><legend>{w.groups[group]}</legend>{items.map((layer) => (
            <LayerRow key={layer.id} layer={layer} group={group === 'live' || wanted.trim() ? [] : items.map((item) => item.id)} />
          ))}</fieldset>
        ))}
        {shown.some((layer) => layer.retired) && (
          <fieldset><legend>{words.value.mapping.edit.retiredGroup}</legend>{shown.filter((layer) => layer.retired).map((layer) => (
            <div class="layer-retired" key={layer.id}><span>{layerTitle(layer)}</span>{!asOf.value && <EditLayer layer={layer} />}</div>
          ))}</fieldset>
        )}
        {!asOf.value && !making && <button type="button" class="button button-quiet layer-make" onClick={() => setMaking(true)}><Icon name="plus" size={18} />{words.value.mapping.make.open}</button>}
        {layerOrder.value.length > 0 && <button type="button" class="button button-quiet order-reset" onClick={() => (layerOrder.value = [])}><Icon name="undo" size={18} />{words.value.mapping.order.reset}</button>}
        {layerOrder.value.length > 0 && !asOf.value && <button type="button" class="button button-quiet order-share" onClick={() => void shareOrder()}><Icon name="layers" size={18} />{words.value.mapping.order.share}</button>}
        <p class="visually-hidden" role="status">{announcement.value}</p>
        {!shown.length && layers.value && <p class="layer-none" role="status">{w.nothing}</p>}
        <GroundChoice />
        <DistrictThemeLegend />
        <Legend />
      </div>
    </aside>
  );
}
