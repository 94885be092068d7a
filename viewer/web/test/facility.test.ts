import { describe, expect, it } from 'vitest';
import type { HistoryEntry, ReadingSeries } from '../src/api/types';
import { availability, statusSpans } from '../src/facilities/statusSpans';
import { seriesLines } from '../src/facilities/seriesLines';

const entry = (occurredAt: number, status: string | null, kind = 'facility.status_changed'): HistoryEntry => ({
  sequence: occurredAt, version: 1, kind, actor: '', occurredAt: new Date(occurredAt).toISOString(), recordedAt: '', data: status ? { status } : {},
});
const names = { mean: 'mean', low: 'low', high: 'high', min: 'min', max: 'max' };
const at = (minute: number): string => new Date(minute * 60_000).toISOString();
const series = (items: Array<[minute: number, low: number, high: number]>): ReadingSeries => ({
  quantity: 'pressure', from: at(0), to: at(60), items: items.map(([minute, low, high]) => ({ at: at(minute), low, high, mean: (low + high) / 2, count: 2 })),
});

describe('the statuses of a facility over time', () => {
  const entries = [entry(10, 'Working', 'facility.defined'), entry(20, 'Down'), entry(25, null, 'facility.capacity_changed'), entry(30, 'Down'), entry(40, 'Working')];

  it('are one stretch as long as nothing changes', () => expect(statusSpans(entries, 0, 50)).toEqual([
    { status: 'Working', from: 10, to: 20 }, { status: 'Down', from: 20, to: 40 }, { status: 'Working', from: 40, to: 50 },
  ]));

  it('begin with what was true before', () => expect(statusSpans(entries, 25, 35)).toEqual([{ status: 'Down', from: 25, to: 35 }]));

  it('are none before anything was known', () => expect(statusSpans(entries, 0, 10)).toEqual([]));

  it('count what is known and no more', () => {
    expect(availability(statusSpans(entries, 0, 50))).toBe(0.5);
    expect(availability([])).toBeNull();
    expect(availability(statusSpans([entry(0, 'Unknown')], 0, 10))).toBeNull();
  });
});

describe('the lines of a series', () => {
  it('have no edges where every step holds one value', () =>
    expect(seriesLines(series([[0, 1, 1], [1, 2, 2]]), 60, undefined, names).lines.map((line) => line.kind)).toEqual(['line']));

  it('show the lowest and the highest, and the limits', () => {
    const { lines } = seriesLines(series([[0, 1, 3], [1, 2, 2]]), 60, { quantity: 'pressure', min: null, max: 0, hysteresis: 0, incidentType: 'WATER', severity: 3 }, names);
    expect(lines.map((line) => [line.kind, line.values])).toEqual([['edge', [1, 2]], ['edge', [3, 2]], ['line', [2, 2]], ['limit', [0, 0]]]);
  });

  it('are broken where the sensor was silent', () => {
    const { times, lines } = seriesLines(series([[0, 1, 1], [1, 1, 1], [2, 1, 1], [30, 1, 1]]), 60, undefined, names);
    expect(times).toHaveLength(5);
    expect(lines[0]?.values).toEqual([1, 1, 1, null, 1]);
  });

  it('are not broken where measurements are rare', () =>
    expect(seriesLines(series([[0, 1, 1], [20, 1, 1], [40, 1, 1]]), 60, undefined, names).lines[0]?.values).toEqual([1, 1, 1]));
});
