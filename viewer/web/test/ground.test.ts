import { describe, expect, it, vi } from 'vitest';
import { buildStyle } from '../src/map/style/buildStyle';
import type { StyleOptions } from '../src/map/style/styleOptions';
import { paperAddress, type PaperOrder } from '../src/paper/paperOrder';

const layer = (id: string) => ({ id, group: 'base', geometry: 'Polygon', title: { vi: id, en: id }, fields: [], minZoom: 0, maxZoom: 16, order: 1 });
const options = { theme: 'light', language: 'vi', layers: [layer('water'), layer('districts')], hidden: new Set<string>(), incidentParams: '', otherParams: '' } as unknown as StyleOptions;
const ground = { id: 'anh', tiles: '/basemaps/anh/{z}/{x}/{y}', minZoom: 3, maxZoom: 18, attribution: '© Ai đó' };

describe('a base map', () => {
  it('lies on the background, and what it shows itself is not drawn over it', () => {
    vi.stubGlobal('location', { origin: 'http://city', href: 'http://city/' });
    const plain = buildStyle(options);
    const over = buildStyle({ ...options, ground });
    expect(over.layers.slice(0, 2).map((one) => one.type)).toEqual(['background', 'raster']);
    expect(over.sources['ground-anh']).toMatchObject({ type: 'raster', tiles: ['http://city/basemaps/anh/{z}/{x}/{y}'], minzoom: 3, maxzoom: 18 });
    expect(plain.layers.some((one) => one.id === 'water')).toBe(true);
    expect(over.layers.some((one) => one.id === 'water')).toBe(false);
    expect(over.layers.some((one) => 'source' in one && one.source === 'districts')).toBe(true);
  });

  it('is drawn on paper too, without the areas it covers', () => {
    const order = { subject: { kind: 'city' }, paper: 'A4', upright: false, scale: null, format: 'pdf', graticule: 'none', legend: true, title: '', theme: 'light', language: 'vi', asOf: null, layers: ['water', 'streets'], ground: 'anh' } satisfies PaperOrder;
    const address = new URL(paperAddress(order), 'http://city').searchParams;
    expect([address.get('ground'), address.get('layers')]).toEqual(['anh', 'streets']);
  });
});
