import { describe, expect, it } from 'vitest';
import type { Bounds } from '../src/api/types';
import { emptyQuery } from '../src/query/incidentQuery';
import { paperAddress, type PaperOrder } from '../src/paper/paperOrder';

const order: PaperOrder = {
  subject: { kind: 'district', id: '05977@2025' }, paper: 'A3', upright: true, scale: 10000, format: 'pdf', graticule: 'vn2000', legend: false, title: ' Giao ban ',
  theme: 'light', language: 'vi', asOf: '2026-11-23T07:05:00Z', layers: ['streets', 'incidents'],
};

describe('the address of a map on paper', () => {
  it('says everything that was chosen', () => {
    const address = new URL(paperAddress(order), 'http://here');
    expect(address.pathname).toBe('/api/maps.pdf');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      district: '05977@2025', size: 'A3-portrait', theme: 'light', lang: 'vi', graticule: 'vn2000', layers: 'streets,incidents', asOf: '2026-11-23T07:05:00Z', scale: '10000', legend: 'false', title: 'Giao ban',
    });
  });

  it('asks for what is on screen by its box', () => {
    const address = paperAddress({ ...order, subject: { kind: 'view', bounds: [106.7, 21.8, 106.8, 21.9] } }, 'png', 72);
    expect(address).toContain('bbox=106.700000%2C21.800000%2C106.800000%2C21.900000');
    expect(address).toContain('dpi=72');
  });

  it('says how the screen draws its layers and which incidents it shows', () => {
    const seen = { ...order, opacity: { streets: 0.4, water: 0.5, incidents: 1 }, order: ['water', 'streets'], figure: 'overdue' as const, incidents: { ...emptyQuery, severities: [4, 5], box: [106, 21, 107, 22] as Bounds } };
    const params = new URL(paperAddress(seen), 'http://here').searchParams;
    expect(['opacity', 'order', 'figure', 'severities', 'all', 'bbox'].map((name) => params.get(name))).toEqual(['streets:0.4', 'streets', 'overdue', '4,5', null, null]);
  });

  it('asks for all incidents where the list shows all', () => {
    const params = new URL(paperAddress({ ...order, incidents: emptyQuery }), 'http://here').searchParams;
    expect(params.get('all')).toBe('true');
  });

  it('gives an atlas only what an atlas takes', () => {
    const address = new URL(paperAddress({ ...order, subject: { kind: 'atlas' } }), 'http://here');
    expect([address.pathname, [...address.searchParams.keys()].sort()]).toEqual(['/api/maps/atlas.pdf', ['asOf', 'graticule', 'lang', 'layers', 'size', 'theme']]);
  });
});
