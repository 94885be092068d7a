import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { narrow, panelLimits, panelShown, panelSize, sheetHeight } from '../state/layout';
import { panelWidth, words } from '../state/prefs';
import { detail, sheet, view, type SheetHeight } from '../state/view';

/** Holds list and detail: a panel at the right whose width is remembered, or a sheet of three heights on a narrow screen. */
export function SidePanel({ list, over }: { list: ComponentChildren; over: ComponentChildren }) {
  const shown = panelShown.value || narrow.value;
  const style = narrow.value ? { height: `${sheetHeight.value}px` } : { width: `${panelSize.value}px`, '--panel': `${panelSize.value}px` };
  return (
    <main class={`panel${shown ? '' : ' panel-away'}${narrow.value ? ` sheet sheet-${sheet.value}` : ''}`} style={style} id="panel">
      {narrow.value ? <SheetHandle /> : <Resizer />}
      <div class="panel-list" inert={detail.value !== null || (!shown && view.value === 'map')}>{list}</div>
      <div class={`panel-over${detail.value ? ' panel-over-open' : ''}`} inert={detail.value === null}>{over}</div>
    </main>
  );
}

function Resizer() {
  const start = useRef<{ x: number; width: number } | null>(null);
  const set = (width: number): void => {
    panelWidth.value = Math.round(Math.min(panelLimits.most, Math.max(panelLimits.least, width)));
  };
  return (
    <div class="resizer" role="separator" aria-orientation="vertical" tabIndex={0} aria-label={words.value.resizePanel}
      aria-valuenow={panelSize.value} aria-valuemin={panelLimits.least} aria-valuemax={panelLimits.most}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') set(panelSize.value + 16);
        else if (event.key === 'ArrowRight') set(panelSize.value - 16);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width: panelSize.value };
      }}
      onPointerMove={(event) => { if (start.current) set(start.current.width + start.current.x - event.clientX); }}
      onPointerUp={() => (start.current = null)} />
  );
}

const heights: readonly SheetHeight[] = ['low', 'half', 'full'];

function SheetHandle() {
  const start = useRef<{ y: number; at: number } | null>(null);
  const step = (by: number, wrap = false): void => {
    const next = heights.indexOf(sheet.value) + by;
    sheet.value = heights[wrap ? (next + heights.length) % heights.length : Math.min(2, Math.max(0, next))] ?? 'half';
  };
  return (
    <button type="button" class="sheet-handle" aria-label={words.value.sheetHeight} title={words.value.sheetHeight}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { y: event.clientY, at: event.timeStamp };
      }}
      onPointerUp={(event) => {
        const moved = event.clientY - (start.current?.y ?? event.clientY);
        start.current = null;
        if (Math.abs(moved) > 16) step(moved < 0 ? 1 : -1);
        else step(1, true);
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp') step(1);
        else if (event.key === 'ArrowDown') step(-1);
        else if (event.key === 'Enter' || event.key === ' ') step(1, true);
        else return;
        event.preventDefault();
      }}><i /></button>
  );
}
