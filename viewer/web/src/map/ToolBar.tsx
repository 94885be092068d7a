import { useEffect } from 'preact/hooks';
import { formatNumber } from '../format/number';
import { tool, type MapTool } from '../state/draft';
import { mapPadding } from '../state/layout';
import { language, words } from '../state/prefs';
import { sheet } from '../state/view';
import { Icon } from '../ui/Icon';

/** What a tool on the map waits for, with its way to finish and its way out. */
export function ToolBar() {
  const inHand = tool.value;
  useEffect(() => { if (inHand) sheet.value = 'low'; }, [inHand?.kind]);
  useEffect(() => {
    if (!inHand) return undefined;
    const finish = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !ready(inHand) || event.target instanceof HTMLButtonElement) return;
      save(inHand);
      event.preventDefault();
    };
    addEventListener('keydown', finish);
    return () => removeEventListener('keydown', finish);
  }, [inHand]);
  if (!inHand) return null;
  const w = words.value;
  const m = w.incident.moves;
  const padding = mapPadding.value;
  return (
    <div class="toolbar" role="toolbar" aria-label={inHand.kind === 'draw' ? m.drawFootprint : m.move} style={{ left: `${padding.left}px`, right: `${padding.right}px` }}>
      <div class="toolbar-body">
        <p><Icon name={inHand.kind === 'draw' ? 'shape' : 'pin'} />{inHand.kind === 'draw' ? m.drawHint : m.moveHint}</p>
        {inHand.kind === 'draw' && (
          <>
            <span class="toggle">
              {(['Polygon', 'LineString'] as const).map((shape) => (
                <button type="button" key={shape} class="chip" aria-pressed={inHand.shape === shape} onClick={() => (tool.value = { ...inHand, shape })}>{shape === 'Polygon' ? m.drawArea : m.drawLine}</button>
              ))}
            </span>
            <button type="button" class="button" disabled={!inHand.points.length} onClick={() => (tool.value = { ...inHand, points: inHand.points.slice(0, -1) })}>
              <Icon name="undo" size={18} />{m.drawUndo}</button>
            <small>{m.drawPoints(formatNumber(inHand.points.length, language.value))}</small>
          </>
        )}
        <button type="button" class="button" onClick={() => (tool.value = null)}>{w.cancel}</button>
        <button type="button" class="button button-primary" disabled={!ready(inHand)} onClick={() => save(inHand)}>{inHand.kind === 'draw' ? m.drawDone : w.save}</button>
      </div>
    </div>
  );
}

const ready = (inHand: MapTool): boolean => inHand.kind === 'movePin' || inHand.points.length >= (inHand.shape === 'Polygon' ? 3 : 2);

function save(inHand: MapTool): void {
  if (inHand.kind === 'movePin') {
    inHand.save(inHand.position);
    return;
  }
  const path = inHand.points.map((at) => [at.lon, at.lat]);
  const [start] = path;
  inHand.save(inHand.shape === 'Polygon' ? { type: 'Polygon', coordinates: [[...path, start]] } : { type: 'LineString', coordinates: path });
}
