import { formatNumber } from '../format/number';
import { language, words } from '../state/prefs';
import { wallCounts } from './wallData';

/** Three figures, read from across the room. */
export function WallFigures() {
  const w = words.value.wall;
  const counts = wallCounts.value;
  const figures = [['open', counts?.open], ['overdue', counts?.overdue], ['unacknowledged', counts?.unacknowledged]] as const;
  return (
    <dl class="wall-figures">
      {figures.map(([key, value]) => (
        <div key={key} class={`wall-figure wall-${key}${value ? ' wall-some' : ''}`}><dt>{w[key]}</dt><dd>{value === undefined ? '–' : formatNumber(value, language.value)}</dd></div>
      ))}
    </dl>
  );
}
