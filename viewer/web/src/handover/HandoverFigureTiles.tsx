import { formatNumber } from '../format/number';
import { language, words } from '../state/prefs';
import type { HandoverFigures } from './handoverTypes';

type Shown = 'open' | 'overdue' | 'unacknowledged' | 'recorded';

/** The figures of a hand-over. Of now they open their lists; of then they are only read. */
export function HandoverFigureTiles({ figures, onShow }: { figures: HandoverFigures; onShow?: (key: Shown) => void }) {
  const { handover: w, counts } = words.value;
  const number = (value: number): string => formatNumber(value, language.value);
  const tiles: Array<{ key: Shown | 'resolved'; label: string; value: number | null; tone?: string }> = [
    { key: 'open', label: counts.open, value: figures.open },
    { key: 'overdue', label: counts.overdue, value: figures.overdue, tone: 'late' },
    { key: 'unacknowledged', label: counts.unacknowledged, value: figures.unacknowledged, tone: 'alert' },
    { key: 'recorded', label: w.recorded, value: figures.recorded },
    { key: 'resolved', label: w.resolved, value: figures.resolved },
  ];
  return (
    <>
      <ul class="handover-tiles">
        {tiles.filter((tile) => tile.value !== null).map(({ key, label, value, tone }) => {
          const inside = <><b class={tone && value ? `tone-${tone}` : ''}>{number(value ?? 0)}</b><span>{label}</span></>;
          return <li key={key}>{onShow && key !== 'resolved' ? <button type="button" class="figure" onClick={() => onShow(key)}>{inside}</button> : <span class="figure">{inside}</span>}</li>;
        })}
      </ul>
      <ul class="handover-severities" aria-label={w.bySeverity}>
        {[5, 4, 3, 2, 1].map((severity) => (
          <li key={severity} class={`sev-${severity}`} title={words.value.incident.severities[severity as 1]}><i>{severity}</i><b>{number(figures.bySeverity[severity] ?? 0)}</b></li>
        ))}
      </ul>
    </>
  );
}
