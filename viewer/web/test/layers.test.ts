import { describe, expect, it } from 'vitest';
import type { District, Layer } from '../src/api/types';
import { classify, classOf, figureOf, shadeOf } from '../src/districts/figures';
import { cadence, freshness } from '../src/layers/freshness';
import { withOpacity } from '../src/map/style/opacity';

describe('how fresh a layer is', () => {
  const layer = { count: 10, live: false, updatedAt: '2026-11-20T00:00:00Z', cadence: 'P1D' };
  const at = (time: string, part: Partial<Layer> = {}): string => freshness({ ...layer, ...part }, Date.parse(time));
  it('is fresh within its cadence and stale after it', () => {
    expect(at('2026-11-20T23:00:00Z')).toBe('fresh');
    expect(at('2026-11-21T01:00:00Z')).toBe('stale');
    expect(at('2027-11-21T01:00:00Z', { cadence: null })).toBe('fresh');
  });
  it('is never called fresh where there is no data or no date', () => {
    expect(at('2026-11-20T01:00:00Z', { count: 0, live: true })).toBe('none');
    expect(at('2026-11-20T01:00:00Z', { updatedAt: null })).toBe('undated');
  });
  it('reads the usual cadences, and no nonsense', () => {
    expect(cadence('PT30M')).toBe(1_800_000);
    expect(cadence('P1W')).toBe(604_800_000);
    for (const text of ['P', 'P0D', 'weekly', null]) expect(cadence(text)).toBeNull();
  });
});

describe('the classes of a figure', () => {
  it('give few distinct values a class each, from the weakest shade to the strongest', () => {
    const classes = classify([0, 0, 3, 7, 3]);
    expect(classes).toEqual([{ from: 0, to: 0 }, { from: 3, to: 3 }, { from: 7, to: 7 }]);
    expect(classes.map((_, index) => shadeOf(index, classes))).toEqual([0, 2, 4]);
    expect([shadeOf(0, classify([0, 0])), shadeOf(0, classify([4]))]).toEqual([0, 2]);
  });
  it('are quantiles of many, without gaps for the values there are', () => {
    const values = Array.from({ length: 50 }, (_, index) => index * 2);
    const classes = classify(values);
    expect(classes).toHaveLength(5);
    const counts = classes.map((own) => values.filter((value) => value >= own.from && value <= own.to).length);
    expect(counts).toEqual([10, 10, 10, 10, 10]);
  });
  it('never split equal values, nor leave one out', () => {
    const values = [0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6];
    const classes = classify(values);
    for (const value of values) expect(classOf(value, classes)).toBeGreaterThanOrEqual(0);
    expect(classes.filter((own) => own.from <= 0 && own.to >= 0)).toHaveLength(1);
  });
  it('of nothing are none', () => expect(classify([])).toEqual([]));
  it('have no place for what is not known', () => {
    const counts = { open: 2, overdue: 1, unacknowledged: 0, byState: {}, byType: { FIRE: 2 }, bySeverity: {} };
    const district = { counts } as unknown as District;
    expect([figureOf(district, 'open'), figureOf(district, 'type:FIRE'), figureOf(district, 'type:TREE')]).toEqual([2, 2, 0]);
    expect(figureOf({} as District, 'open')).toBeNull();
    expect(classOf(null, [{ from: 0, to: 9 }])).toBe(-1);
  });
});

describe('a layer made fainter', () => {
  it('keeps the zoom outermost', () => {
    const layer = { id: 'a', type: 'fill', source: 's', paint: { 'fill-opacity': ['interpolate', ['linear'], ['zoom'], 9, 0.4, 14, 1] } } as never;
    expect(withOpacity(layer, 0.5).paint).toEqual({ 'fill-opacity': ['interpolate', ['linear'], ['zoom'], 9, 0.2, 14, 0.5] });
  });
  it('is left alone when it is drawn fully', () => {
    const layer = { id: 'a', type: 'line', source: 's' } as never;
    expect(withOpacity(layer, 1)).toBe(layer);
  });
});
