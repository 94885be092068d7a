import { isWhole, underBadge } from '../src/time/tickRoom';
import { describe, expect, it } from 'vitest';
import { cityDay, monthWeeks } from '../src/time/monthDays';
import { day, hour, spans, stretchOf, ticksOf, type Span } from '../src/time/span';

const at = (text: string): number => Date.parse(text);

describe('the stretch of the time bar', () => {
  it('ends with the column the present lies in, and columns begin with the day of the city', () => {
    const stretch = stretchOf('week', at('2026-11-25T14:05:00+07:00'), null);
    expect(stretch).toEqual({ from: at('2026-11-18T15:00:00+07:00'), to: at('2026-11-25T15:00:00+07:00') });
  });
  it('holds still for a moment inside it, and moves to one before it', () => {
    const now = at('2026-11-25T14:05:00+07:00');
    expect(stretchOf('day', now, now - 3 * hour)).toEqual(stretchOf('day', now, null));
    const moved = stretchOf('day', now, now - 9 * day);
    expect(moved.from).toBeLessThan(now - 9 * day);
    expect(moved.to).toBeGreaterThan(now - 9 * day);
  });
  it('always holds the moment, has whole columns and never reaches beyond the present one', () => {
    const now = at('2026-11-25T14:05:00+07:00');
    for (const span of Object.keys(spans) as Span[]) {
      for (let back = 0; back < 400; back += 7.3) {
        const moment = now - back * day;
        const { from, to } = stretchOf(span, now, moment);
        expect(to - from).toBe(spans[span].length);
        expect(from).toBeLessThanOrEqual(moment);
        expect(to).toBeGreaterThanOrEqual(moment);
        expect(to).toBeLessThan(now + spans[span].bar);
      }
    }
  });
  it('writes the time at round hours of the city', () => {
    const ticks = ticksOf(stretchOf('day', at('2026-11-25T14:05:00+07:00'), null), 9);
    expect(ticks.length).toBeLessThanOrEqual(9);
    expect(ticks.map((tick) => new Date(tick + 7 * hour).getUTCHours() % 3)).toEqual(ticks.map(() => 0));
  });
});

describe('the calendar', () => {
  it('knows the day of the city, not of the device', () => {
    expect(cityDay(at('2026-11-25T17:30:00Z'))).toEqual({ year: 2026, month: 11, day: 26 });
  });
  it('shows whole weeks from Monday on', () => {
    const weeks = monthWeeks(2026, 11);
    expect(weeks[0]?.[0]).toEqual({ year: 2026, month: 10, day: 26 });
    expect(weeks.at(-1)?.[6]).toEqual({ year: 2026, month: 12, day: 6 });
    expect(weeks.every((week) => week.length === 7)).toBe(true);
  });
});

describe('the badge of the handle', () => {
  it.each([[0.95, 0.99, true], [0.8, 0.99, false], [0.05, 0.01, true], [0.3, 0.01, false], [0.45, 0.4, true], [0.35, 0.4, false]] as const)(
    'a time at %s beside a handle at %s is covered: %s', (tick, handle, covered) => expect(underBadge(tick, handle, 0.12)).toBe(covered));
});

describe('a time written below the bar', () => {
  it.each([[0.01, false], [0.04, true], [0.96, true], [0.99, false]] as const)('at %s has room for both its halves: %s', (tick, whole) => expect(isWhole(tick, 0.03)).toBe(whole));
});
