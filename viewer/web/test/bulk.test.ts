import { describe, expect, it } from 'vitest';
import { dictionaries } from '../src/i18n/words';
import { bulkResult, refusalText } from '../src/list/bulk/bulkOutcome';
import { countAble, neededFirst } from '../src/list/bulk/bulkMoves';
import { mostSelected, ranged, renewed, toggled } from '../src/list/bulk/selection';
import { makeIncident } from './fixtures';

const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => makeIncident({ id }));
const none: ReadonlyMap<string, (typeof rows)[number]> = new Map();
const ids = (chosen: ReadonlyMap<string, unknown>): string[] => [...chosen.keys()];

describe('choosing incidents', () => {
  it('takes one in, and out again', () => {
    const one = toggled(none, rows[1]!);
    expect(ids(one)).toEqual(['b']);
    expect(ids(toggled(one, rows[1]!))).toEqual([]);
  });
  it('takes a range in either direction, with both ends', () => {
    expect(ids(ranged(none, rows, 'b', 'd'))).toEqual(['b', 'c', 'd']);
    expect(ids(ranged(none, rows, 'd', 'b'))).toEqual(['b', 'c', 'd']);
  });
  it('takes the one row when there is nowhere to begin', () => {
    expect(ids(ranged(none, rows, null, 'c'))).toEqual(['c']);
    expect(ids(ranged(none, rows, 'left the list', 'c'))).toEqual(['c']);
  });
  it('never chooses more than a command may be about', () => {
    const many = Array.from({ length: mostSelected + 20 }, (_, at) => makeIncident({ id: String(at) }));
    const full = ranged(none, many, '0', String(mostSelected + 19));
    expect(full.size).toBe(mostSelected);
    expect(toggled(full, makeIncident({ id: 'one more' })).size).toBe(mostSelected);
  });
  it('follows what becomes of the chosen ones, and of no other', () => {
    const one = toggled(none, rows[0]!);
    expect(renewed(one, [makeIncident({ id: 'z', version: 9 }), makeIncident({ id: 'a', version: 1 })])).toBe(one);
    expect(renewed(one, [makeIncident({ id: 'a', version: 4, state: 'Received' })]).get('a')).toMatchObject({ version: 4, state: 'Received' });
  });
});

describe('what became of many', () => {
  const chosen = new Map(rows.map((row) => [row.id, row]));
  const now = makeIncident({ id: 'b', version: 7, state: 'Assigned' });
  const result = bulkResult(chosen, { done: 1, items: [
    { id: 'a', done: true, incident: makeIncident({ id: 'a', version: 2 }) },
    { id: 'b', done: false, problem: { code: 'version_conflict', current: now } },
    { id: 'c', done: false, problem: { code: 'not_allowed' } },
  ] }, dictionaries.en, 'receive');
  it('is told for each', () => {
    expect(result.done.map((incident) => incident.id)).toEqual(['a']);
    expect(result.refused.map((refusal) => refusal.incident.id)).toEqual(['b', 'c']);
  });
  it('holds the refused one as it is by now, so that pressing again is decided on that', () => expect(result.refused[0]?.incident).toMatchObject({ version: 7, state: 'Assigned' }));
  it('says what has to be done first', () => {
    const refuse = (id: string): object => ({ id, done: false, problem: { code: 'not_allowed' } });
    const states = new Map([['a', makeIncident()], ['b', makeIncident({ id: 'b', state: 'Closed', open: false })]]);
    const { refused } = bulkResult(states, { done: 0, items: ['a', 'b'].map(refuse) as never }, dictionaries.en, 'assign');
    expect(refused.map(({ why }) => why)).toEqual([dictionaries.en.bulk.refusals.first.receive, dictionaries.en.bulk.refusals.first.reopen]);
    expect(neededFirst('receive', 'Received')).toBe(null);
  });
  it('is foretold: how many of the chosen can be assigned', () =>
    expect(countAble(['New', 'Received', 'InProgress', 'Closed'].map((state) => makeIncident({ state })), 'assign')).toBe(2));
  it.each(['vi', 'en'] as const)('gives each reason in words of %s, another for another code', (language) => {
    const codes = ['version_conflict', 'not_allowed', 'nothing_to_change', 'not_found', 'busy', 'a code of tomorrow'];
    expect(new Set(codes.map((code) => refusalText(code, dictionaries[language]))).size).toBe(codes.length);
  });
});
