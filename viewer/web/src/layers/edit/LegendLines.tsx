import type { LayerStyle } from '../../api/types';
import { formatNumber } from '../../format/number';
import { language, words } from '../../state/prefs';
import { legendOf } from './legendOf';

export interface LegendLinesProps {
  style: LayerStyle | null | undefined;
  counts?: ReadonlyArray<number | undefined>;
  /** Words for values that are codes; with them every value is known, and there are no others. */
  names?: Readonly<Record<string, string>> | undefined;
}

/** What the colours of a layer say, with how many features each class holds where that is known. */
export function LegendLines({ style, counts, names }: LegendLinesProps) {
  const w = words.value.mapping.edit;
  const lines = legendOf(style).filter((line) => !names || line.value !== null);
  if (!lines.length) return null;
  const number = (value: number): string => formatNumber(value, language.value);
  return (
    <ul class="legend-lines">
      {lines.map((line, index) => (
        <li key={index}><i class="shade" style={{ background: line.colour }} />
          <span class="figures">{line.value !== null ? names?.[line.value] ?? line.value : line.to === null ? w.others : line.from === line.to ? number(line.to) : `${number(line.from ?? 0)} – ${number(line.to)}`}</span>
          {counts?.[index] !== undefined && <small class="figures">{number(counts[index])}</small>}</li>
      ))}
    </ul>
  );
}
