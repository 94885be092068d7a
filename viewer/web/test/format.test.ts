import { describe, expect, it } from 'vitest';
import { knownSince } from '../src/format/knownSince';
import { formatAge, formatLeft } from '../src/format/age';
import { formatCoordinates, parseCoordinates } from '../src/format/coordinates';
import { formatClock, formatDateTime } from '../src/format/dateTime';
import { deadlineText } from '../src/format/deadline';
import { formatDistance } from '../src/format/distance';
import { fold } from '../src/format/fold';
import { greatCircle } from '../src/format/greatCircle';
import { formatArea } from '../src/format/area';
import { geodesicArea, geodesicDistance, geodesicLength } from '../src/format/geodesic';
import { measureGeometry } from '../src/format/measure';
import { formatCompact, formatNumber } from '../src/format/number';
import { parseDateTime } from '../src/format/parseDateTime';
import { dictionaries } from '../src/i18n/words';

const { vi, en } = dictionaries;
const minute = 60_000;

describe('dates', () => {
  it('are written as each language writes them, in the city\'s zone', () => {
    expect(formatDateTime('2026-11-23T07:05:00Z', 'vi')).toBe('23/11/2026 14:05');
    expect(formatDateTime('2026-11-23T07:05:00Z', 'en')).toBe('23 Nov 2026, 14:05');
    expect(formatClock('2026-11-23T17:00:00Z')).toBe('00:00');
  });
  it('of an unreadable time are empty', () => expect(formatDateTime('yesterday', 'vi')).toBe(''));
  it('are read back as city time', () => {
    expect(parseDateTime('23/11/2026 14:05')?.toISOString()).toBe('2026-11-23T07:05:00.000Z');
    expect(parseDateTime(' 1.2.2026 ')?.toISOString()).toBe('2026-01-31T17:00:00.000Z');
    expect(parseDateTime('23/11/2026 8h30')?.toISOString()).toBe('2026-11-23T01:30:00.000Z');
  });
  it('that do not exist are refused', () => {
    for (const text of ['31/02/2026', '12/13/2026 10:00', '23/11/2026 25:00', '23/11/26', '']) expect(parseDateTime(text)).toBeNull();
  });
});

describe('ages', () => {
  it('use the largest fitting unit', () => {
    expect(formatAge(20_000, vi.units)).toBe('1 phút');
    expect(formatAge(12 * minute, vi.units)).toBe('12 phút');
    expect(formatAge(3 * 60 * minute, vi.units)).toBe('3 giờ');
    expect(formatAge(2 * 24 * 60 * minute, vi.units)).toBe('2 ngày');
    expect(formatAge(50 * 60 * minute, en.units)).toBe('2 days');
  });
  it('say what is left to the nearest unit', () => {
    expect(formatLeft((3 * 24 * 60 - 1) * minute, vi.units)).toBe('3 ngày');
    expect(formatLeft((7 * 24 * 60 - 1) * minute, en.units)).toBe('7 days');
    expect(formatLeft((24 * 60 - 1) * minute, vi.units)).toBe('24 giờ');
    expect(formatLeft(20_000, vi.units)).toBe('1 phút');
  });
});

describe('deadlines', () => {
  const now = Date.parse('2026-11-23T07:00:00Z');
  const incident = { open: true, overdue: false, dueSoon: false, dueAt: '2026-11-23T05:00:00Z' };
  it('say how late an open incident is, also before the server has said so', () => expect(deadlineText(incident, now, vi)).toEqual({ tone: 'late', text: 'quá hạn 2 giờ' }));
  it('say what is left when due soon', () =>
    expect(deadlineText({ ...incident, dueAt: '2026-11-23T07:40:00Z', dueSoon: true }, now, en)).toEqual({ tone: 'soon', text: '40 min left' }));
  it('round what is left, never what is late', () => {
    expect(deadlineText({ ...incident, dueAt: '2026-11-23T09:59:00Z', dueSoon: true }, now, vi)).toEqual({ tone: 'soon', text: 'còn 3 giờ' });
    expect(deadlineText({ ...incident, dueAt: '2026-11-23T04:01:00Z' }, now, vi)).toEqual({ tone: 'late', text: 'quá hạn 2 giờ' });
  });
  it('are silent for what is finished', () => expect(deadlineText({ ...incident, open: false }, now, vi)).toBeNull());
});

describe('numbers and distances', () => {
  it('group and point as the language does', () => {
    expect(formatNumber(1234.5, 'vi')).toBe('1.234,5');
    expect(formatNumber(1234.5, 'en')).toBe('1,234.5');
    expect(formatCompact(12_345, 'vi')).toBe('12,3k');
    expect(formatCompact(999, 'vi')).toBe('999');
  });
  it('change from metres to kilometres', () => {
    expect(formatDistance(640.4, 'vi', vi.units)).toBe('640 m');
    expect(formatDistance(1240, 'vi', vi.units)).toBe('1,2 km');
  });
  it('measure along the sphere', () => expect(greatCircle({ lon: 106, lat: 21 }, { lon: 106, lat: 22 })).toBeCloseTo(111_195, -1));
});

describe('coordinates', () => {
  it('are latitude first for people', () => expect(formatCoordinates({ lon: 106.76, lat: 21.85 })).toBe('21.85000, 106.76000'));
  it('are read latitude first, and turned when only that makes sense', () => {
    expect(parseCoordinates('21.85, 106.76')).toEqual({ lat: 21.85, lon: 106.76 });
    expect(parseCoordinates('106.76 21.85')).toEqual({ lat: 21.85, lon: 106.76 });
    expect(parseCoordinates('21,85; 106,76')).toEqual({ lat: 21.85, lon: 106.76 });
  });
  it('out of range or in words are no place', () => {
    for (const text of ['95, 200', 'Lê Lợi', '21.85', '']) expect(parseCoordinates(text)).toBeNull();
  });
});

describe('folding', () => {
  it('forgets case, accents and the bar of đ', () => expect(fold('Đường Trần Đăng Ninh')).toBe('duong tran dang ninh'));
  it('treats both normal forms alike', () => expect(fold('Kỳ Lừa'.normalize('NFD'))).toBe(fold('Kỳ Lừa'.normalize('NFC'))));
});

describe('since when an incident is known', () => {
  const incident = { recordedAt: '2026-03-10T08:00:05Z', occurredAt: '2015-01-01T00:00:00Z' };

  it('is since its record, also when our clock is a step behind it', () => {
    expect(knownSince(incident, Date.parse('2026-03-10T09:00:00Z'), false)).toBe(Date.parse(incident.recordedAt));
    const behind = Date.parse('2026-03-10T08:00:00Z');
    expect(knownSince(incident, behind, false)).toBe(behind);
  });

  it('is since it occurred when a past before its record is looked at', () => {
    expect(knownSince(incident, Date.parse('2020-01-01T00:00:00Z'), true)).toBe(Date.parse(incident.occurredAt));
  });
});

describe('measuring on the ellipsoid', () => {
  it('gives the length of a degree where it is known', () => {
    expect(geodesicDistance({ lon: 106, lat: 21 }, { lon: 106, lat: 22 })).toBeCloseTo(110_723.6, 1);
    expect(geodesicDistance({ lon: 0, lat: 0 }, { lon: 1, lat: 0 })).toBeCloseTo(111_319.491, 2);
    expect(geodesicDistance({ lon: 106, lat: 21 }, { lon: 106, lat: 21 })).toBe(0);
  });
  it('agrees with the published example (Flinders Peak to Buninyong)', () =>
    expect(geodesicDistance({ lon: 144.424867889, lat: -37.951033417 }, { lon: 143.926495528, lat: -37.652821139 })).toBeCloseTo(54_972.271, 1));
  it('does not hang between opposite places', () => expect(geodesicDistance({ lon: 0, lat: 0 }, { lon: 179.9, lat: 0.1 })).toBeGreaterThan(19_900_000));
  it('adds up a path', () => expect(geodesicLength([{ lon: 0, lat: 0 }, { lon: 1, lat: 0 }, { lon: 2, lat: 0 }])).toBeCloseTo(222_638.98, 1));
  it('gives the area of the whole of a zone, however it is wound', () => {
    const ring = [{ lon: 106, lat: 21 }, { lon: 107, lat: 21 }, { lon: 107, lat: 22 }, { lon: 106, lat: 22 }];
    // One degree by one degree; the great circles of its upper and lower side bulge a little from the parallels.
    expect(geodesicArea(ring) / 1e6).toBeGreaterThan(11_450);
    expect(geodesicArea(ring) / 1e6).toBeLessThan(11_500);
    expect(geodesicArea([...ring].reverse())).toBeCloseTo(geodesicArea(ring), 0);
  });
  it('gives an eighth of the ellipsoid', () =>
    expect(geodesicArea([{ lon: 0, lat: 0 }, { lon: 90, lat: 0 }, { lon: 0, lat: 90 }]) / 1e12).toBeCloseTo(510.0656 / 8, 3));
  it('reads like a figure a person would write', () => {
    expect(formatArea(834.4, 'vi', vi.units)).toBe('834 m²');
    expect(formatArea(12_345, 'vi', vi.units)).toBe('1,23 ha');
    expect(formatArea(4_560_000, 'en', en.units)).toBe('4.56 km²');
    expect(measureGeometry({ type: 'LineString', coordinates: [[0, 0], [0.001, 0]] }, 'vi', vi.units)).toBe('111 m');
    expect(measureGeometry({ type: 'Polygon', coordinates: [[[0, 0], [0.001, 0], [0.001, 0.001], [0, 0.001], [0, 0]]] }, 'vi', vi.units)).toBe('1,23 ha · 444 m');
    expect(measureGeometry({ type: 'MultiPoint', coordinates: [] }, 'vi', vi.units)).toBe('');
  });
});
