import { cityOffsetMinutes } from '../format/zone';

export const hour = 3_600_000;
export const day = 24 * hour;

/** How much of the past the bar shows, with the width of its columns: both whole parts of a day. */
export const spans = {
  day: { length: day, bar: hour / 2 },
  week: { length: 7 * day, bar: 3 * hour },
  month: { length: 30 * day, bar: 12 * hour },
  quarter: { length: 90 * day, bar: day },
} as const;
export type Span = keyof typeof spans;

/** A stretch of time in milliseconds. */
export interface Stretch { from: number; to: number }

const offset = cityOffsetMinutes * 60_000;
/** The end of the column a moment lies in; columns begin with the city's day. */
const columnEnd = (at: number, bar: number): number => Math.ceil((at + offset) / bar) * bar - offset;

/** The stretch the bar shows: up to now, or around a moment that lies before that. */
export function stretchOf(span: Span, now: number, at: number | null): Stretch {
  const { length, bar } = spans[span];
  const last = columnEnd(now, bar);
  const to = at !== null && at < last - length ? Math.min(last, columnEnd(at + length / 2, bar)) : last;
  return { from: to - length, to };
}

/** Places of a stretch to write a time at: round hours, days or weeks of the city. */
export function ticksOf(stretch: Stretch, most: number): number[] {
  const steps = [hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 5 * day, 10 * day, 30 * day];
  const step = steps.find((candidate) => (stretch.to - stretch.from) / candidate <= most) ?? 30 * day;
  const ticks: number[] = [];
  for (let at = Math.ceil((stretch.from + offset) / step) * step - offset; at < stretch.to; at += step) ticks.push(at);
  return ticks;
}
