import { useEffect, useRef } from 'preact/hooks';
import type { Incident } from '../api/types';
import { atTop } from '../state/incidents';
import { words } from '../state/prefs';
import { asOf, hovered, openIncident, selectedIncident } from '../state/view';
import { selection, selectRange, toggleSelected } from './bulk/selection';
import { selectMatched } from './bulk/selectMatched';
import { cursor } from '../state/cursor';
import { IncidentRow } from './IncidentRow';
import { useVirtual } from './useVirtual';

/** Height of a row at the standard text size. */
const rowHeight = 44;

/** Only the rows in sight exist; the list is one stop for Tab, and moves by J, K or the arrows. */
export function IncidentRows({ items, dim, onEnd }: { items: readonly Incident[]; dim: boolean; onEnd: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtual(box, items.length, rowHeight);
  useEffect(() => {
    atTop.value = virtual.scrollTop < rowHeight / 2;
    if (virtual.last >= items.length - 10) onEnd();
  }, [virtual.scrollTop, virtual.last, items.length]);
  useEffect(() => {
    const at = items.findIndex((item) => item.id === cursor.value);
    if (at >= 0) virtual.reveal(at);
  }, [cursor.value]);
  const current = items.findIndex((item) => item.id === cursor.value);
  const selected = selectedIncident.value;
  const chosen = selection.value;
  const past = asOf.value !== null;
  const choose = (incident: Incident, range: boolean): void => {
    cursor.value = incident.id;
    if (range) selectRange(items, incident);
    else toggleSelected(incident);
  };
  return (
    <div class={`rows${dim ? ' rows-dim' : ''}${chosen.size ? ' rows-choosing' : ''}`} ref={box} role="listbox" tabIndex={0} aria-label={words.value.incident.listTitle} aria-multiselectable={past ? undefined : true}
      onKeyDown={(event) => {
        if (past || event.key.toLowerCase() !== 'a' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void selectMatched();
      }}
      aria-activedescendant={current >= virtual.first && current <= virtual.last ? `row-${current}` : undefined}>
      <div class="rows-space" style={{ height: `${items.length * virtual.rowHeight}px` }} role="presentation">
        {items.slice(virtual.first, virtual.last + 1).map((incident, at) => {
          const index = virtual.first + at;
          return (
            <IncidentRow key={incident.id} incident={incident} index={index} total={items.length} top={index * virtual.rowHeight} height={virtual.rowHeight}
              selected={incident.id === selected} current={index === current} hovered={incident.id === hovered.value} chosen={past ? null : chosen.has(incident.id)} onChoose={(range) => choose(incident, range)}
              onOpen={() => { cursor.value = incident.id; openIncident(incident); }} onHover={(over) => (hovered.value = over ? incident.id : null)} />
          );
        })}
      </div>
    </div>
  );
}
