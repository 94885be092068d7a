import { formatNumber } from '../format/number';
import { language } from '../state/prefs';

export interface CountBarsProps {
  title: string;
  counts: Record<string, number>;
  name: (key: string) => string;
  /** Class that colours a bar. */
  tone?: (key: string) => string;
  onOpen: (key: string) => void;
  /** What is counted and listed last, but is not drawn as a bar: it would dwarf all others. */
  beside?: (key: string) => boolean;
  /** Keys from high to low instead of counts, for what has an order of its own. */
  byKey?: boolean;
}

/** Counts as bars with their numbers; each opens its list. Nothing is drawn for what is zero. */
export function CountBars(props: CountBarsProps) {
  const beside = (key: string): boolean => props.beside?.(key) ?? false;
  const rows = Object.entries(props.counts).filter(([, count]) => count > 0).sort(([a, m], [b, n]) => Number(beside(a)) - Number(beside(b)) || (props.byKey ? b.localeCompare(a) : n - m));
  if (!rows.length) return null;
  const most = Math.max(...rows.filter(([key]) => !beside(key)).map(([, count]) => count));
  return (
    <section class="block"><h2>{props.title}</h2>
      <ul class="bars">
        {rows.map(([key, count]) => (
          <li key={key}>
            <button type="button" onClick={() => props.onOpen(key)}>
              <span>{props.name(key)}</span><b class="figures">{formatNumber(count, language.value)}</b>
              {!beside(key) && <i class={props.tone?.(key)} style={{ width: `${Math.max(2, (count / most) * 100)}%` }} aria-hidden="true" />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
