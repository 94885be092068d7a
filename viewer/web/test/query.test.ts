import { describe, expect, it } from 'vitest';
import type { Incident } from '../src/api/types';
import { addressParams, addressQuery, emptyQuery, isEmptyQuery, openQuery, parseQuery, queryParams, type IncidentQuery } from '../src/query/incidentQuery';
import { matches } from '../src/query/matches';
import { mergeList, type MergeInput } from '../src/query/mergeList';
import { makeIncident } from './fixtures';

const everything: IncidentQuery = {
  types: ['FIRE', 'WATER'], states: ['New'], severities: [4, 5], districts: ['05977@2025'], agencies: ['Công ty Điện lực'],
  open: true, overdue: false, acknowledged: false, exercise: false, minAge: 'PT1H', maxAge: 'P7D', occurredSince: '2026-11-20T00:00:00.000Z', updatedSince: '2026-11-21T00:00:00.000Z', closedSince: '2026-11-22T00:00:00.000Z', text: 'chợ Kỳ Lừa', box: [106.7, 21.8, 106.9, 21.9],
};

describe('the query object', () => {
  it('survives the way to the server\'s parameters and back', () => expect(parseQuery(queryParams(everything))).toEqual(everything));
  it('sends nothing for what is not asked', () => expect(queryParams(emptyQuery).toString()).toBe(''));
  it('carries the time looked at', () => expect(queryParams(emptyQuery, '2026-11-22T00:00:00Z').get('asOf')).toBe('2026-11-22T00:00:00Z'));
  it('sends text in one normal form', () => expect(queryParams({ ...emptyQuery, text: 'chợ'.normalize('NFD') }).get('q')).toBe('chợ'.normalize('NFC')));
  it('leaves out what an address says wrongly', () => expect(isEmptyQuery(parseQuery(new URLSearchParams('severities=9,x&open=maybe&minAge=long&maxAge=P0D&closedSince=yesterday&bbox=1,2,x,4')))).toBe(true));
  it('starts from what is open, and can be emptied', () => {
    expect(addressQuery(new URLSearchParams())).toEqual(openQuery);
    expect(addressParams(openQuery, null).toString()).toBe('');
    expect(addressQuery(addressParams(emptyQuery, null))).toEqual(emptyQuery);
  });
});

describe('an incident of the feed', () => {
  const incident = makeIncident();
  it('belongs to the empty query', () => expect(matches(incident, emptyQuery)).toBe(true));
  it.each([
    [{ types: ['FIRE'] }, false], [{ types: ['FIRE', 'LIGHT'] }, true], [{ severities: [3] }, true], [{ severities: [1] }, false],
    [{ districts: ['x'] }, false], [{ open: false }, false], [{ acknowledged: false }, true], [{ overdue: true }, false],
    [{ agencies: ['Đội cây xanh'] }, false], [{ exercise: false }, true], [{ exercise: true }, false],
    [{ maxAge: 'PT1H' }, true], [{ maxAge: 'PT30M' }, false], [{ minAge: 'PT30M' }, true], [{ minAge: 'PT1H' }, false],
    [{ text: 'den duong dong kinh' }, true], [{ box: [106.7, 21.8, 106.8, 21.9] }, true], [{ box: [106.77, 21.8, 106.8, 21.9] }, false], [{ box: [170, 21.8, 106.8, 21.9] }, true],
    [{ text: 'chợ' }, false],
  ] as Array<[Partial<IncidentQuery>, boolean]>)('and %o agree: %s', (part, expected) => expect(matches(incident, { ...emptyQuery, ...part }, Date.parse('2026-11-23T08:00:00Z'))).toBe(expected));
});

describe('merging live changes into the list', () => {
  const rows = [makeIncident({ id: 'b', recordedAt: '2026-11-23T06:00:00Z' }), makeIncident({ id: 'c', recordedAt: '2026-11-23T05:00:00Z' })];
  const merge = (part: Partial<MergeInput>): ReturnType<typeof mergeList> =>
    mergeList({ items: rows, waiting: [], changed: [], gone: [], query: openQuery, sort: '-recordedAt', more: true, atTop: true, ...part });
  const ids = (items: { id: string }[]): string[] => items.map((item) => item.id);

  it('puts a new one on top when the reader is there', () => expect(ids(merge({ changed: [makeIncident()] }).items)).toEqual(['a', 'b', 'c']));
  it('holds a new one back when the reader is further down', () => {
    const merged = merge({ changed: [makeIncident()], atTop: false });
    expect(ids(merged.items)).toEqual(['b', 'c']);
    expect(ids(merged.waiting)).toEqual(['a']);
    expect(merged.matchedChange).toBe(1);
  });
  it('changes a known row in place', () => {
    const merged = merge({ changed: [makeIncident({ id: 'c', version: 2, state: 'Received' })] });
    expect(merged.items[1]?.state).toBe('Received');
    expect(merged.matchedChange).toBe(0);
  });
  it('ignores an older version than the one shown', () => expect(merge({ items: [makeIncident({ version: 5, state: 'Assigned' })], changed: [makeIncident({ version: 2 })] }).items[0]?.state).toBe('Assigned'));
  it('lets go of what no longer matches, and of what is gone', () => {
    const merged = merge({ changed: [makeIncident({ id: 'b', version: 2, open: false, state: 'Closed' })], gone: ['c'] });
    expect(merged.items).toEqual([]);
    expect(merged.matchedChange).toBe(-2);
  });
  it('does not put a new one above the oldest when the oldest come first', () => expect(ids(merge({ sort: 'recordedAt', changed: [makeIncident()] }).items)).toEqual(['b', 'c']));
  it('does not pull an old incident to the top because it changed', () =>
    expect(ids(merge({ changed: [makeIncident({ id: 'z', version: 4, recordedAt: '2026-01-01T00:00:00Z' })] }).items)).toEqual(['b', 'c']));

  const reopened = makeIncident({ id: 'z', version: 8, state: 'Reopened', recordedAt: '2026-11-23T05:30:00Z' });
  it('brings back to its place what matches again, whatever its age', () => {
    const merged = merge({ changed: [reopened] });
    expect(ids(merged.items)).toEqual(['b', 'z', 'c']);
    expect(merged).toMatchObject({ matchedChange: 1, unsure: false });
    expect(ids(merge({ changed: [reopened], atTop: false }).waiting)).toEqual(['z']);
  });
  it('puts what is older than every row at the end, when no page follows', () => {
    const old = { ...reopened, recordedAt: '2026-01-01T00:00:00Z' };
    expect(ids(merge({ changed: [old], more: false }).items)).toEqual(['b', 'c', 'z']);
    expect(merge({ changed: [old] })).toMatchObject({ matchedChange: 0, unsure: true });
  });
  it('puts new ones where the chosen order wants them', () => {
    const by = (values: Array<Partial<Incident>>): Incident[] => values.map((value, at) => makeIncident({ id: `r${at}`, ...value }));
    const severe = by([{ severity: 5 }, { severity: 4 }, { severity: 2 }]);
    const changed = [makeIncident({ id: 'x', severity: 3 }), makeIncident({ id: 'y', severity: 5 }), makeIncident({ id: 'z', severity: 1 })];
    expect(ids(merge({ items: severe, sort: '-severity', changed }).items)).toEqual(['r0', 'y', 'r1', 'x', 'r2']);
    const due = by([{ dueAt: '2026-11-24T00:00:00Z' }, { dueAt: '2026-11-26T00:00:00Z' }, { dueAt: null }]);
    expect(ids(merge({ items: due, sort: 'dueAt', changed: [makeIncident({ id: 'x', dueAt: '2026-11-25T00:00:00Z' })] }).items)).toEqual(['r0', 'x', 'r1', 'r2']);
  });
  it('and a row out of order since it changed in place misleads no other', () => {
    const items = [1, 5, 4, 2].map((severity, at) => makeIncident({ id: `r${at}`, severity }));
    expect(ids(merge({ items, sort: '-severity', changed: [makeIncident({ id: 'x', severity: 3 })] }).items)).toEqual(['r0', 'r1', 'r2', 'x', 'r3']);
  });
});
