import { describe, expect, it } from 'vitest';
import { dictionaries } from '../src/i18n/words';
import { tellEntry } from '../src/detail/tellEntry';
import { describeChanges } from '../src/detail/describeChanges';
import { orderMoves } from '../src/detail/moveOrder';
import { boundsOf, isOutside } from '../src/map/outside';
import { makeIncident } from './fixtures';

type Tree = { [key: string]: string | ((...values: never[]) => string) | Tree };
const leaves = (tree: Tree, path = ''): Array<[string, string]> => Object.entries(tree).flatMap(([key, value]): Array<[string, string]> => {
  if (typeof value === 'string') return [[`${path}${key}`, value]];
  if (typeof value === 'function') return [[`${path}${key}`, (value as (...values: string[]) => string)('1', '2', '3')]];
  return leaves(value, `${path}${key}.`);
});
const { vi, en } = dictionaries;

describe('the dictionaries', () => {
  it('have the same words', () => expect(leaves(en as unknown as Tree).map(([key]) => key)).toEqual(leaves(vi as unknown as Tree).map(([key]) => key)));
  it('have no empty word', () => {
    for (const [key, text] of [...leaves(vi as unknown as Tree), ...leaves(en as unknown as Tree)]) expect(text.trim(), key).not.toBe('');
  });
  it('are in normal form C, which the map\'s labels need', () => {
    for (const [key, text] of leaves(vi as unknown as Tree)) expect(text, key).toBe(text.normalize('NFC'));
  });
  it('keep English out of the Vietnamese', () => {
    const english = /\b(the|and|incident|report|close|open|save|loading|error|state|type|search|filter|map|layer|district)\b/i;
    const allowed = new Set(['prefs.switchLanguage']);
    for (const [key, text] of leaves(vi as unknown as Tree)) if (!allowed.has(key)) expect(text, key).not.toMatch(english);
  });
});

describe('history in plain words', () => {
  const entry = { sequence: 1, version: 1, actor: 'Hoàng Lan', occurredAt: '2026-11-23T07:00:00Z', recordedAt: '2026-11-23T07:00:00Z' };
  it('tells who did what', () => {
    const told = tellEntry({ ...entry, kind: 'incident.assigned', data: { agency: 'Điện lực' } }, vi);
    expect(`${told.who} ${told.what}`).toBe('Hoàng Lan phân công cho Điện lực');
  });
  it('names the corrected fields', () => expect(tellEntry({ ...entry, kind: 'incident.corrected', data: { severity: 4 } }, vi).what).toBe('sửa mức độ'));
  it('names the facility that was linked, and the one whose link was taken back', () => {
    const link = (version: number, facility: string | null) => ({ ...entry, version, kind: 'incident.facility_linked', data: { facility } });
    const entries = [link(2, 'p-1'), link(3, 'p-2'), link(4, null)];
    const tell = (at: number) => tellEntry(entries[at]!, vi, { entries, facility: (id) => (id === 'p-2' ? 'Trạm bơm Kỳ Lừa' : id) }).what;
    expect(tell(1)).toBe('gắn công trình Trạm bơm Kỳ Lừa');
    expect(tell(2)).toBe('bỏ liên kết công trình Trạm bơm Kỳ Lừa');
  });
  it('names the facility a report came with, when its link is taken back', () => {
    const entries = [{ ...entry, kind: 'incident.reported', data: { facility: 'p-1' } }, { ...entry, version: 2, kind: 'incident.facility_linked', data: {} }];
    expect(tellEntry(entries[1]!, vi, { entries, facility: (id) => id }).what).toBe('bỏ liên kết công trình p-1');
  });
  it('tells drawing from wiping', () => {
    const drawn = (geometry: unknown) => tellEntry({ ...entry, kind: 'incident.footprint_drawn', data: { geometry } }, vi).what;
    expect([drawn({ type: 'Polygon' }), drawn(null)]).toEqual(['vẽ phạm vi', 'xoá phạm vi đã vẽ']);
  });
  it('quotes reasons', () => expect(tellEntry({ ...entry, kind: 'incident.rejected', data: { reason: 'Trùng' } }, en).quote).toBe('Trùng'));
  it('never shows an unknown kind or an anonymous actor raw', () => {
    const told = tellEntry({ ...entry, actor: 'anonymous', kind: 'incident.teleported', data: {} }, vi);
    expect(`${told.who} ${told.what}`).toBe('Người ẩn danh cập nhật');
  });
});

describe('the allowed moves', () => {
  it('put the next step first and leave out an acknowledgement already given', () => {
    const allowed = ['receive', 'assign', 'reject', 'acknowledge', 'correct', 'note'];
    expect(orderMoves(allowed, 'New', false)).toEqual({ primary: 'receive', secondary: ['acknowledge', 'assign', 'reject'], tools: ['correct'] });
    expect(orderMoves(allowed, 'New', true).secondary).not.toContain('acknowledge');
  });
  it('never make reopening the next step of open work', () => expect(orderMoves(['reopen', 'verifyFix'], 'FixClaimed', true).primary).toBe('verifyFix'));
  it('offer nothing where nothing is allowed', () => expect(orderMoves([], 'Closed', true)).toEqual({ primary: null, secondary: [], tools: [] }));
});

describe('a conflict', () => {
  const naming = { type: (code: string) => code, state: (code: string) => vi.incident.states[code as 'New'] };
  it('says what somebody else changed', () =>
    expect(describeChanges(makeIncident(), makeIncident({ state: 'Received', severity: 4 }), vi, naming)).toEqual(['Trạng thái: Mới → Đã tiếp nhận', 'Mức độ: 3 → 4']));
  it('says so when only something else was added', () => expect(describeChanges(makeIncident(), makeIncident({ version: 9 }), vi, naming)).toEqual([vi.incident.conflict.other]));
});

describe('what lies outside the city', () => {
  it('is outside with some margin', () => {
    expect(isOutside({ lon: -122.3, lat: 47.6 }, [106.6, 21.7, 106.9, 22])).toBe(true);
    expect(isOutside({ lon: 106.92, lat: 21.9 }, [106.6, 21.7, 106.9, 22])).toBe(false);
  });
  it('has a box around it', () => expect(boundsOf([{ lon: 1, lat: 2 }, { lon: 3, lat: 0 }])).toEqual([1, 0, 3, 2]));
});
