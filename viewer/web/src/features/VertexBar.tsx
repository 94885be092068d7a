import { tool, type MapTool } from '../state/draft';
import { language, words } from '../state/prefs';
import { formatNumber } from '../format/number';
import { Icon } from '../ui/Icon';
import { removeVertex, verticesOf } from './shapeEdits';

/** What the bar on the map offers while corners are moved. */
export function VertexBar({ inHand }: { inHand: Extract<MapTool, { kind: 'vertices' }> }) {
  const w = words.value.feature;
  const point = inHand.shape.type === 'Point';
  const without = inHand.chosen && !point ? removeVertex(inHand.shape, inHand.chosen) : null;
  return (
    <>
      {!point && <small>{words.value.incident.moves.drawPoints(formatNumber(verticesOf(inHand.shape).length, language.value))}</small>}
      {!point && (
        <button type="button" class="button" disabled={!without} onClick={() => without && (tool.value = { ...inHand, shape: without, chosen: null })}>
          <Icon name="trash" size={18} />{w.removeVertex}</button>
      )}
      <button type="button" class="button" onClick={() => (tool.value = null)}>{words.value.cancel}</button>
      <button type="button" class="button button-primary" onClick={() => inHand.save(inHand.shape)}>{words.value.save}</button>
    </>
  );
}
