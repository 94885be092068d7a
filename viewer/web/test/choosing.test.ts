import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Facility } from '../src/api/types';
import { nearestFacilities } from '../src/detail/nearestFacilities';
import { agenciesLike, knownAgencies } from '../src/state/agencies';

vi.hoisted(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
});

const facility = (id: string, kind: string, name: string, east: number): Facility =>
  ({ id, kind, name, nameEn: null, position: { lon: 106.76 + east, lat: 21.85 } }) as unknown as Facility;
const kinds: Record<string, string> = { pump_station: 'Trạm bơm', school: 'Trường học' };
const all = [facility('far', 'pump_station', 'Thác Mạ', 0.05), facility('near', 'school', 'Trường Lê Lợi', 0.001), facility('mid', 'pump_station', 'Kỳ Lừa', 0.01)];
const found = (text: string): string[] => nearestFacilities(all, { lon: 106.76, lat: 21.85 }, text, (kind) => kinds[kind]!).map(({ facility: { id } }) => id);

describe('the facilities to link', () => {
  it('stand nearest first, however far the last is', () => {
    expect(found('')).toEqual(['near', 'mid', 'far']);
    expect(nearestFacilities(all, { lon: 106.76, lat: 21.85 }, 'thac', () => '')[0]?.metres).toBeGreaterThan(5000);
  });
  it('are found by name or kind, in any case and without diacritics', () => {
    expect(found('tram bom')).toEqual(['mid', 'far']);
    expect(found('BƠM thac')).toEqual(['far']);
    expect(found('bệnh viện')).toEqual([]);
  });
});

describe('the agencies to assign to', () => {
  afterEach(() => vi.unstubAllGlobals());
  it('are those ever given an incident: who knows such ones first, then the busiest', async () => {
    const row = (agency: string | null, type: string, count: number) => ({ agency, type, count });
    const rows = [row(null, 'WATER', 9), row('Đội 1', 'LIGHT', 1), row('Công ty Điện lực', 'POWER', 4), row('Công ty Điện lực', 'LIGHT', 3), row('Đội Thoát nước', 'WATER', 2)];
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ total: 19, rows })));
    expect(await knownAgencies()).toEqual(['Công ty Điện lực', 'Đội Thoát nước', 'Đội 1']);
    expect(await knownAgencies(['WATER'])).toEqual(['Đội Thoát nước', 'Công ty Điện lực', 'Đội 1']);
  });
  it('are found by any of their words without diacritics', () => {
    expect(agenciesLike(['Công ty Điện lực', 'Đội 1'], 'dien')).toEqual(['Công ty Điện lực']);
    expect(agenciesLike(['Công ty Điện lực', 'Đội 1'], '')).toHaveLength(2);
  });
});
