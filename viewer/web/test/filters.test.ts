import { describe, expect, it } from 'vitest';
import { dictionaries } from '../src/i18n/words';
import { filterChips } from '../src/list/filterChips';
import { filterText } from '../src/print/filterText';
import { exportAddress } from '../src/query/exportAddress';
import { emptyQuery, isEmptyQuery, queryParams, type IncidentQuery } from '../src/query/incidentQuery';
import { spanMilliseconds } from '../src/query/span';

const names = { type: (code: string) => `type ${code}`, state: (code: string) => `state ${code}`, district: (id: string) => `district ${id}` };
const everything: IncidentQuery = {
  types: ['FIRE', 'WATER'], states: ['New'], severities: [4, 5], districts: ['d1'], agencies: ['Công ty Điện lực'],
  open: true, overdue: true, acknowledged: false, exercise: false, minAge: 'PT1H', maxAge: 'P7D', occurredSince: '2026-11-20T00:00:00.000Z', updatedSince: '2026-11-21T00:00:00.000Z', closedSince: '2026-11-22T00:00:00.000Z', text: 'chợ', box: [106.7, 21.8, 106.9, 21.9],
};

describe('the chips', () => {
  it('taken away one after the other leave no filter, and each takes one condition', () => {
    let query = everything;
    for (let left = filterChips(query, names, dictionaries.en).length; left > 0; left--) {
      const [chip] = filterChips(query, names, dictionaries.en);
      query = { ...query, ...chip!.without };
      expect(filterChips(query, names, dictionaries.en)).toHaveLength(left - 1);
    }
    expect(isEmptyQuery(query)).toBe(true);
  });
  it.each(['vi', 'en'] as const)('have each another key and another label in %s', (language) => {
    const chips = filterChips(everything, names, dictionaries[language]);
    expect(new Set(chips.map((chip) => chip.key)).size).toBe(chips.length);
    expect(new Set(chips.map((chip) => chip.label)).size).toBe(chips.length);
  });
  it('say an age in the reader\'s words', () => {
    const label = (part: Partial<IncidentQuery>): string | undefined => filterChips({ ...emptyQuery, ...part }, names, dictionaries.vi)[0]?.label;
    expect(label({ maxAge: 'P7D' })).toBe('Trong 7 ngày qua');
    expect(label({ minAge: 'PT1H' })).toBe('Hơn 1 giờ trước');
  });
  it('and the printed line name the same conditions', () => {
    const text = filterText(everything, names, dictionaries.en);
    for (const part of ['type FIRE', 'state New', 'district d1', 'Công ty Điện lực', 'Without exercises', 'In the last 7 days', 'chợ']) expect(text).toContain(part);
  });
});

describe('the export', () => {
  it('asks for what the list asks for, in its order, of its moment', () => {
    const address = new URL(exportAddress('xlsx', everything, '-severity', '2026-11-22T00:00:00Z', 'en'), 'http://city');
    expect(address.pathname).toBe('/api/incidents/export.xlsx');
    const params = new URLSearchParams(address.search);
    for (const [name, value] of queryParams(everything, '2026-11-22T00:00:00Z')) expect(params.get(name)).toBe(value);
    expect([params.get('sort'), params.get('lang')]).toEqual(['-severity', 'en']);
  });
});

describe('a length of time', () => {
  it.each([['PT30M', 1_800_000], ['P1D', 86_400_000], ['P1DT12H', 129_600_000], ['P', null], ['PT0M', null], ['P3661D', null], ['1 day', null]] as const)(
    '%s is %s ms', (text, milliseconds) => expect(spanMilliseconds(text)).toBe(milliseconds));
});
