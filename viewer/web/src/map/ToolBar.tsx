import { useEffect } from 'preact/hooks';
import { measure } from '../format/measure';
import { formatNumber } from '../format/number';
import { VertexBar } from '../features/VertexBar';
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
  const point = inHand.kind === 'vertices' && inHand.shape.type === 'Point';
  const title = 'title' in inHand && inHand.title ? inHand.title
    : { draw: m.drawFootprint, movePin: m.move, measure: w.map.measure, vertices: point ? w.feature.movePoint : w.feature.editShape }[inHand.kind];
  const hint = 'hint' in inHand && inHand.hint ? inHand.hint
    : { draw: m.drawHint, movePin: m.moveHint, measure: w.map.measureHint, vertices: point ? w.feature.pointHint : w.feature.shapeHint }[inHand.kind];
  // Whoever has set two points knows how: the room is for what is measured.
  const told = 'points' in inHand && inHand.points.length > 1 ? title : hint;
  const padding = mapPadding.value;
  return (
    <section class="toolbar" aria-label={title} style={{ left: `${padding.left}px`, right: `${padding.right}px` }}>
      <div class="toolbar-body" role="toolbar" aria-label={title}>
        <p><Icon name={({ draw: 'shape', movePin: 'pin', measure: 'ruler', vertices: 'shape' } as const)[inHand.kind]} />{told}</p>
        {inHand.kind === 'vertices' && <VertexBar inHand={inHand} />}
        {inHand.kind !== 'movePin' && inHand.kind !== 'vertices' && (
          <>
            {!('fixed' in inHand && inHand.fixed) && <span class="toggle">
              {(['Polygon', 'LineString'] as const).map((shape) => (
                <button type="button" key={shape} class="chip" aria-pressed={inHand.shape === shape} onClick={() => (tool.value = { ...inHand, shape })}>{shape === 'Polygon' ? m.drawArea : m.drawLine}</button>
              ))}
            </span>}
            <button type="button" class="button" disabled={!inHand.points.length} onClick={() => (tool.value = { ...inHand, points: inHand.points.slice(0, -1) })}>
              <Icon name="undo" size={18} />{m.drawUndo}</button>
            {inHand.kind === 'draw' && <small>{m.drawPoints(formatNumber(inHand.points.length, language.value))}</small>}
            {inHand.points.length > 1 && <output class="figures">{measure(inHand.points, inHand.shape === 'Polygon', language.value, w.units)}</output>}
          </>
        )}
        {inHand.kind === 'vertices' ? null : inHand.kind === 'measure'
          ? <button type="button" class="button button-primary" onClick={() => (tool.value = null)}>{m.drawDone}</button>
          : (
            <>
              {'wipe' in inHand && inHand.wipe && <button type="button" class="button" onClick={inHand.wipe}><Icon name="trash" size={18} />{m.wipe}</button>}
              <button type="button" class="button" onClick={() => (tool.value = null)}>{w.cancel}</button>
              <button type="button" class="button button-primary" disabled={!ready(inHand)} onClick={() => save(inHand)}>{inHand.kind === 'draw' ? m.drawDone : w.save}</button>
            </>
          )}
      </div>
    </section>
  );
}

const ready = (inHand: MapTool): boolean => inHand.kind === 'movePin' || inHand.kind === 'vertices' || inHand.points.length >= (inHand.shape === 'Polygon' ? 3 : 2);

function save(inHand: MapTool): void {
  if (inHand.kind === 'measure') {
    tool.value = null;
    return;
  }
  if (inHand.kind === 'movePin') {
    inHand.save(inHand.position);
    return;
  }
  if (inHand.kind === 'vertices') {
    inHand.save(inHand.shape);
    return;
  }
  const path = inHand.points.map((at) => [at.lon, at.lat]);
  const [start] = path;
  inHand.save(inHand.shape === 'Polygon' ? { type: 'Polygon', coordinates: [[...path, start]] } : { type: 'LineString', coordinates: path });
}
