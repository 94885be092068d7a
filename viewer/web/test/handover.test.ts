import { describe, expect, it } from 'vitest';
import { figureQueries } from '../src/handover/figureQueries';
import { personName } from '../src/handover/personName';
import { dictionaries } from '../src/i18n/words';
import { queryParams } from '../src/query/incidentQuery';
import { spanMilliseconds } from '../src/query/span';

const now = Date.parse('2026-11-25T17:00:30Z');

describe('the lists behind the figures of a hand-over', () => {
  const queries = figureQueries('2026-11-25T09:00:00Z', now);
  it('leave drills out, as the figures do', () => {
    for (const query of Object.values(queries)) expect(queryParams(query).get('exercise')).toBe('false');
  });
  it('reach back to the hand-over before, and a moment further rather than less', () => expect(spanMilliseconds(queries.recorded.maxAge)! - (now - Date.parse('2026-11-25T09:00:00Z'))).toBe(30_000));
  it('reach back without limit when nothing was ever handed over', () => expect(figureQueries(null, now).recorded.maxAge).toBe(''));
});

describe('a name in the log', () => {
  it('is never that of a machine', () => {
    expect(personName('anonymous', dictionaries.vi)).toBe('Người ẩn danh');
    expect(personName('Hoàng Lan', dictionaries.vi)).toBe('Hoàng Lan');
  });
});
