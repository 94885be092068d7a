import { describe, expect, it } from 'vitest';
import type { District, DistrictTrend } from '../src/api/types';
import { axisTime } from '../src/charts/axisTime';
import { faint, rangeOf } from '../src/charts/chartOptions';
import { changedQuery } from '../src/districts/changedQuery';
import { commonTop, compareDistricts, stepPath } from '../src/districts/compare';
import { emptyQuery, parseQuery, queryParams } from '../src/query/incidentQuery';
import { matches } from '../src/query/matches';
import { makeIncident } from './fixtures';
import { startOfYesterday } from '../src/districts/lastLook';

const district = (id: string, open: number, overdue = 0): District => ({
  id, code: id, name: id, nameEn: null, kind: 'ward', edition: '2025', bounds: [0, 0, 1, 1],
  counts: { open, overdue, unacknowledged: 0, byState: {}, byType: {}, bySeverity: {} }, oldestOpen: null, facilitiesInTrouble: 0,
});
const trend = (id: string, open: number[], opened: number[] = [], closed: number[] = []): DistrictTrend => ({ id, open, opened, closed });

describe('comparing districts', () => {
  const districts = [district('b', 3), district('a', 3, 2), district('c', 9)];
  const trends = [trend('a', [1, 3], [2], [0]), trend('b', [7, 3], [1], [5])];

  it('orders them by the figure, equals by name', () =>
    expect(compareDistricts(districts, trends, 'open').map((one) => one.district.id)).toEqual(['c', 'a', 'b']));

  it('puts what is not known last and never calls it zero', () => {
    const compared = compareDistricts(districts, trends, 'closed');
    expect(compared.map((one) => [one.district.id, one.value])).toEqual([['b', 5], ['a', 0], ['c', null]]);
  });

  it('tells a rise from a fall', () =>
    expect(compareDistricts(districts, trends, 'growth').map((one) => one.value)).toEqual([2, -4, null]));

  it('draws all on one scale that is never of no height', () => {
    expect(commonTop(trends)).toBe(7);
    expect(commonTop([trend('a', [0, 0])])).toBe(1);
  });

  it('draws steps: a value holds until the next', () => expect(stepPath([0, 2, 1], 2, 10, 4)).toBe('M0.0 4.0H5.0V0.0H10.0V2.0'));
});

describe('what changed', () => {
  const [early, late] = ['2026-11-22T00:00:00Z', '2026-11-24T00:00:00Z'];
  const items = [
    makeIncident({ id: 'new', occurredAt: late, updatedAt: late }), makeIncident({ id: 'new and done', occurredAt: late, closedAt: late, updatedAt: late, open: false }),
    makeIncident({ id: 'done', occurredAt: early, closedAt: late, updatedAt: late, open: false }), makeIncident({ id: 'was done', occurredAt: early, closedAt: early, updatedAt: early, open: false }),
    makeIncident({ id: 'moved on', occurredAt: early, updatedAt: late }),
  ];

  it.each([
    ['reported', ['new', 'new and done']], ['resolved', ['new and done', 'done']], ['touched', ['new', 'new and done', 'done', 'moved on']],
  ] as const)('is a list of its own: what was %s', (kind, ids) => {
    const query = { ...emptyQuery, ...changedQuery(kind, new Date('2026-11-23T00:00:00Z')) };
    expect(items.filter((one) => matches(one, query)).map((one) => one.id)).toEqual(ids);
    expect(parseQuery(queryParams(query))).toEqual(query);
  });

  it('counts yesterday by the clock of the city', () =>
    expect(new Date(startOfYesterday(Date.parse('2026-11-23T18:00:00Z'), 7 * 60)).toISOString()).toBe('2026-11-22T17:00:00.000Z'));
});

describe('a chart', () => {
  it('has air above and starts at zero when zero means something', () => {
    expect(rangeOf(3, 10, true)).toEqual([0, 10 * 1.12]);
    expect(rangeOf(null, null, true)).toEqual([0, 1.12]);
    expect(rangeOf(0, 0, true)).toEqual([0, 1]);
  });

  it('is never of no height', () => {
    const [low, high] = rangeOf(5, 5, false);
    expect(high).toBeGreaterThan(5);
    expect(low).toBeLessThan(5);
  });

  it('says the clock on a day and the day on a quarter, in the zone of the city', () => {
    const at = Date.parse('2026-11-23T07:00:00Z');
    expect(axisTime(at, 86_400, 'vi')).toBe('14:00');
    expect(axisTime(at, 90 * 86_400, 'vi')).toBe('23/11');
    expect(axisTime(at, 90 * 86_400, 'en')).toBe('23 Nov');
    expect(axisTime(Date.parse('2026-11-22T17:00:00Z'), 86_400, 'vi')).toBe('23/11');
  });

  it('thins a colour of the tokens', () => expect(faint('#0B57D0', 0.5)).toBe('#0B57D080'));
});
