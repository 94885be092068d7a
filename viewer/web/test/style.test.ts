import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Layer } from '../src/api/types';

const ids = ['incidents', 'facilities', 'incident_footprints', 'districts', 'streets', 'water', 'green', 'buildings', 'water_pipes', 'power_lines', 'lighting_lines', 'drains', 'street_lights', 'communes'];
const layers = ids.map((id): Layer => ({
  id, title: { vi: id, en: id }, group: '', geometry: 'Any', live: id === 'incidents', order: 1, minZoom: 8, maxZoom: 16, owner: null, source: null, cadence: null,
  illustrative: true, version: 1, count: 1, updatedAt: null, fields: [{ name: 'fullName', type: 'Text' }], bounds: [106, 21, 107, 22],
}));

describe('the map\'s style', () => {
  let build: typeof import('../src/map/style/buildStyle').buildStyle;
  beforeAll(async () => {
    Object.assign(globalThis, { location: { origin: 'http://localhost', href: 'http://localhost/' } });
    ({ buildStyle: build } = await import('../src/map/style/buildStyle'));
  });
  it.each(['light', 'night'] as const)('is valid, %s', (theme) => {
    const style = build({ theme, language: 'vi', layers, hidden: new Set(['drains']), incidentParams: 'open=true', otherParams: '' });
    expect(validateStyleMin(style)).toEqual([]);
  });
  it('asks no other host', () => {
    const text = JSON.stringify(build({ theme: 'light', language: 'en', layers, hidden: new Set(), incidentParams: '', otherParams: '' }));
    for (const [, host] of text.matchAll(/https?:\/\/([^/"]+)/g)) expect(host).toBe('localhost');
  });
  it('is valid with coloured districts and every layer made fainter', () => {
    const opacity = Object.fromEntries(ids.map((id) => [id, 0.4]));
    const style = build({ theme: 'night', language: 'en', layers, hidden: new Set(), opacity, districtTheme: true, incidentParams: '', otherParams: '' });
    expect(validateStyleMin(style)).toEqual([]);
    expect(style.layers.some((layer) => layer.id === 'districts-unknown')).toBe(true);
  });
  it('makes only the chosen layer fainter, with its live marks', () => {
    const style = build({ theme: 'light', language: 'vi', layers, hidden: new Set(), opacity: { incidents: 0.5 }, incidentParams: '', otherParams: '' });
    const paint = (id: string): Record<string, unknown> => (style.layers.find((layer) => layer.id === id)?.paint ?? {}) as Record<string, unknown>;
    expect(JSON.stringify(paint('live-mark')['icon-opacity'])).toContain('0.5');
    expect(paint('incidents-cluster')['text-opacity']).toBe(0.5);
    expect(paint('facilities')['icon-opacity']).toBeUndefined();
  });
  it('lays groups over every single mark, so that their numbers are read', () => {
    const order = build({ theme: 'light', language: 'vi', layers, hidden: new Set(), incidentParams: '', otherParams: '' }).layers.map((layer) => layer.id);
    for (const mark of ['incidents-mark', 'live-mark', 'live-halo', 'focus-mark']) expect(order.indexOf(mark), mark).toBeLessThan(order.indexOf('incidents-cluster'));
    expect(order.indexOf('focus-point')).toBeGreaterThan(order.indexOf('live-cluster'));
  });
  it('leaves out layers the city does not have, and keeps the ground', () => {
    const style = build({ theme: 'light', language: 'vi', layers: [], hidden: new Set(), incidentParams: '', otherParams: '' });
    expect(style.layers.some((layer) => layer.id === 'land')).toBe(true);
    expect(style.layers.some((layer) => layer.id.startsWith('streets'))).toBe(false);
  });
  it('hides a layer with its live marks', () => {
    const style = build({ theme: 'light', language: 'vi', layers, hidden: new Set(['incidents']), incidentParams: '', otherParams: '' });
    const marks = style.layers.filter((layer) => layer.id.startsWith('live-') || layer.id.startsWith('incidents-'));
    expect(marks.length).toBeGreaterThan(0);
    for (const layer of marks) expect(layer.layout?.visibility).toBe('none');
  });
});
