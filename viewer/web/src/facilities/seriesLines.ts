import type { FacilityLimit, ReadingSeries } from '../api/types';
import type { ChartLine } from '../charts/chartOptions';

export interface SeriesLines { times: number[]; lines: ChartLine[] }

/** What a line is called in words. */
export interface SeriesNames { mean: string; low: string; high: string; min: string; max: string }

/**
 * The lines of a series: its mean, its lowest and highest where a step holds more than one value, and its limits. Where several steps in a row hold
 * nothing the line is broken: a silent sensor does not measure what it measured before.
 */
export function seriesLines(series: ReadingSeries, steps: number, limit: FacilityLimit | undefined, names: SeriesNames): SeriesLines {
  const width = (Date.parse(series.to) - Date.parse(series.from)) / steps;
  const times: number[] = [];
  const at: Array<number | null> = [];
  const usual = gap(series, width);
  series.items.forEach((item, index) => {
    const time = Date.parse(item.at);
    const before = times.at(-1);
    if (before !== undefined && time - before > usual) {
      times.push(before + width);
      at.push(null);
    }
    times.push(time);
    at.push(index);
  });
  const values = (of: (item: ReadingSeries['items'][number]) => number): Array<number | null> => at.map((index) => (index === null ? null : of(series.items[index]!)));
  const many = series.items.some((item) => item.high > item.low);
  const lines: ChartLine[] = many
    ? [{ label: names.low, values: values((item) => item.low), colour: '--accent', kind: 'edge' }, { label: names.high, values: values((item) => item.high), colour: '--accent', kind: 'edge' }]
    : [];
  lines.push({ label: names.mean, values: values((item) => item.mean), colour: '--accent', kind: 'line' });
  const flat = (label: string, value: number): ChartLine => ({ label, values: times.map(() => value), colour: '--bad', kind: 'limit' });
  if (limit && limit.min !== null) lines.push(flat(names.min, limit.min));
  if (limit && limit.max !== null) lines.push(flat(names.max, limit.max));
  return { times, lines };
}

/** How long a silence may be before it is one: four times the usual distance of what is measured. */
function gap(series: ReadingSeries, width: number): number {
  const times = series.items.map((item) => Date.parse(item.at));
  const distances = times.slice(1).map((time, index) => time - (times[index] ?? time)).sort((a, b) => a - b);
  return Math.max(width, distances[Math.floor(distances.length / 2)] ?? width) * 4;
}
