import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../api/problem';
import type { Bounds, Position } from '../api/types';
import { layerTitle } from '../layers/LayerRow';
import { flyToBounds, visibleBounds } from '../map/mapHandle';
import { boundsOf } from '../map/outside';
import { nameFields } from '../map/style/genericLayers';
import { layers } from '../state/city';
import { tool } from '../state/draft';
import { onFeed } from '../state/feed';
import { narrow } from '../state/layout';
import { words } from '../state/prefs';
import { showToast } from '../state/toasts';
import { asOf, closeDetail, focus, sheet } from '../state/view';
import { knowsWhoActs } from '../state/whoActs';
import { ErrorState } from '../ui/ErrorState';
import { Icon } from '../ui/Icon';
import { PanelHead } from '../ui/PanelHead';
import { Skeleton } from '../ui/Skeleton';
import { useAsync } from '../ui/useAsync';
import { AttributeForm } from './AttributeForm';
import { changes, difference, remember } from './editLog';
import { editing, explainEdit, splitKey } from './editing';
import { FeatureHistory } from './FeatureHistory';
import { patchFeature, readFeature, readMoves, removeFeature, type FeatureMove, type Known, type LayerFeature } from './featureApi';
import { RemoveFeature } from './RemoveFeature';
import { isEditable, verticesOf, type Vertex } from './shapeEdits';

/** One feature of a layer: what it holds, its shape, and what was done to it. */
export function FeatureDetail({ id: key }: { id: string }) {
  const w = words.value.feature;
  const { layer: layerId, id } = splitKey(key);
  const layer = layers.value?.find((one) => one.id === layerId);
  const past = asOf.value;
  const record = useAsync<Known>(`${key} ${past ?? ''}`, () => readFeature(layerId, id, past));
  const moves = useAsync<FeatureMove[]>(key, () => readMoves(layerId, id));
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const reload = (): void => { record.reload(); moves.reload(); };
  useEffect(() => { if (layer?.editable && !past) editing.value = layerId; }, [layerId, layer?.editable, past]);
  useEffect(() => onFeed((messages) => {
    if (messages.some((message) => message.kind === 'reload' || (message.kind === 'layer' && message.layer === layerId))) reload();
  }), [key]);
  useEffect(() => { if (changes.value) reload(); }, [changes.value]);
  const known = record.value;
  useEffect(() => { if (known) show(known.feature); }, [known?.tag, key]);
  const inHand = tool.value?.kind === 'vertices';
  const wasInHand = useRef(false);
  useEffect(() => {
    if (wasInHand.current && !inHand && sheet.value === 'low') sheet.value = 'half';
    wasInHand.current = inHand;
  }, [inHand]);
  useEffect(() => () => { if (tool.peek()?.kind === 'vertices') tool.value = null; }, [key]);

  const edit = async (from: Known, change: Partial<Pick<LayerFeature, 'geometry' | 'properties'>>): Promise<boolean> => {
    if (!(await knowsWhoActs())) return false;
    setBusy(true);
    setProblem('');
    try {
      const next = await patchFeature(layerId, id, from.tag, change);
      if (Object.keys(difference(from.feature, next.feature)).length) remember({ layer: layerId, id, before: from.feature, after: next.feature }, next.tag);
      record.set(next);
      moves.reload();
      showToast({ text: w.saved, tone: 'good', topic: 'feature', stays: 2500 });
      return true;
    } catch (error) {
      setProblem(explainEdit(error));
      if (error instanceof Problem && error.status === 412) reload();
      return false;
    } finally {
      setBusy(false);
    }
  };
  const editShape = (from: Known, geometry: GeoJSON.Geometry): void => {
    if (!isEditable(geometry)) return;
    setProblem('');
    const box = boundsOf(verticesOf(geometry).map(placeOf));
    // On a phone the sheet gives its room to the map, and the bar with the tools covers the top of it.
    if (narrow.value) sheet.value = 'low';
    if (narrow.value || !isSeen(box)) flyToBounds(box, narrow.value ? 160 : 60);
    tool.value = {
      kind: 'vertices', shape: geometry,
      save: (next) => void edit(from, { geometry: next }).then((saved) => { if (saved) tool.value = null; }),
    };
  };
  const remove = async (from: Known): Promise<void> => {
    if (!(await knowsWhoActs())) return;
    setBusy(true);
    setProblem('');
    try {
      await removeFeature(layerId, id, from.tag);
      remember({ layer: layerId, id, before: from.feature, after: null }, null);
      closeDetail();
      showToast({ text: w.removed, tone: 'good', topic: 'feature', stays: 4000 });
    } catch (error) {
      setProblem(explainEdit(error));
      reload();
    } finally {
      setBusy(false);
    }
  };

  const label = layer ? layerTitle(layer) : w.title;
  const gone = record.error instanceof Problem && record.error.status === 404;
  return (
    <article class="detail" aria-label={w.title}>
      <PanelHead label={label} onClose={closeDetail} />
      <div class="detail-body">
        {gone ? <p class="problem" role="status"><Icon name="alert" size={18} />{w.gone}</p>
          : record.error !== null && !known ? <ErrorState error={record.error} retry={record.reload} />
          : !known || !layer ? <Skeleton rows={6} />
          : (
            <>
              <header class="headline"><div><h1>{nameOf(known.feature) ?? w.unnamed}</h1><p class="headline-tags"><span class="tag">{label}</span></p></div></header>
              {layer.editable && !past && (
                <div class="moves-row">
                  {isEditable(known.feature.geometry) && (
                    <button type="button" class="button" disabled={busy || inHand} onClick={() => editShape(known, known.feature.geometry!)}>
                      <Icon name="shape" size={18} />{known.feature.geometry.type === 'Point' ? w.movePoint : w.editShape}</button>
                  )}
                  <RemoveFeature busy={busy} onRemove={() => void remove(known)} />
                </div>
              )}
              {!known.feature.geometry && <p class="field-hint">{w.placeless}</p>}
              {problem && <p class="problem" role="alert"><Icon name="alert" size={18} />{problem}</p>}
              <AttributeForm key={key} layer={layer} known={known} busy={busy || !layer.editable || past !== null} onSave={(properties) => void edit(known, { properties })} />
            </>
          )}
        <FeatureHistory moves={moves.value} fields={layer?.fields ?? []} />
      </div>
    </article>
  );
}

const nameOf = (feature: LayerFeature): string | undefined =>
  nameFields.map((name) => feature.properties[name]).find((value): value is string => typeof value === 'string' && value.trim() !== '');

const placeOf = ({ at: [lon, lat] }: Vertex): Position => ({ lon, lat });

function isSeen([west, south, east, north]: Bounds): boolean {
  const seen = visibleBounds();
  return seen !== null && west >= seen[0] && south >= seen[1] && east <= seen[2] && north <= seen[3];
}

/** Marks the feature on the map; a line or an area by its shape alone. */
function show(feature: LayerFeature): void {
  if (!isEditable(feature.geometry)) {
    focus.value = null;
    return;
  }
  const [west, south, east, north] = boundsOf(verticesOf(feature.geometry).map(placeOf));
  const point = feature.geometry.type === 'Point';
  focus.value = { position: { lon: (west + east) / 2, lat: (south + north) / 2 }, footprint: point ? null : (feature.geometry as never), bare: !point };
}
