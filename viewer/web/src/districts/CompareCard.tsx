import { flyToBounds } from '../map/mapHandle';
import { formatNumber } from '../format/number';
import { language, words } from '../state/prefs';
import { detail, openDistrict } from '../state/view';
import type { IncidentQuery } from '../query/incidentQuery';
import { changedQuery } from './changedQuery';
import { stepPath, type Compared, type CompareFigure } from './compare';
import { districtTitle } from './DistrictList';
import { openList } from './openList';

const width = 120;
const height = 40;

export interface CompareCardProps {
  compared: Compared;
  figure: CompareFigure;
  /** The highest number of all cards. */
  top: number;
  /** Where the span begins. */
  begun: Date;
}

/** One district among the others: its name opens it, its figure opens the incidents. */
export function CompareCard({ compared, figure, top, begun }: CompareCardProps) {
  const w = words.value.trends;
  const { district, trend, value } = compared;
  const name = districtTitle(district);
  const open = (): void => {
    openDistrict(district.id);
    flyToBounds(district.bounds);
  };
  const sign = figure === 'growth' && value !== null && value > 0 ? '+' : '';
  const text = value === null ? words.value.layers.noData : `${sign}${formatNumber(value, language.value)}`;
  const word = w.figures[figure].toLocaleLowerCase(language.value);
  const line = trend ? stepPath(trend.open, top, width, height) : '';
  const selected = detail.value?.kind === 'district' && detail.value.id === district.id;
  return (
    <article class={`compare-card${selected ? ' row-selected' : ''}`}>
      <button type="button" class="compare-name" title={name} aria-label={w.card(name)} onClick={open}>{name}</button>
      <button type="button" class={`compare-figure${figure === 'overdue' && value ? ' late' : ''}`} aria-label={w.cardFigure(name, word, text)}
        onClick={() => openList(district.id, behind(figure, begun))}><b class="figures">{text}</b>{' '}<span>{word}</span></button>
      <svg viewBox={`0 0 ${width} ${height + 1}`} preserveAspectRatio="none" aria-hidden="true">
        <path class="compare-ground" d={`M0 ${height}H${width}`} />
        {line && <path class="compare-area" d={`${line}V${height}H0Z`} />}
        {line && <path class="compare-line" d={line} />}
      </svg>
    </article>
  );
}

/** The incidents a figure counts; how many more or fewer there are is seen in what is open. */
function behind(figure: CompareFigure, begun: Date): Partial<IncidentQuery> {
  if (figure === 'overdue') return { overdue: true };
  if (figure === 'opened') return changedQuery('reported', begun);
  return figure === 'closed' ? changedQuery('resolved', begun) : {};
}
