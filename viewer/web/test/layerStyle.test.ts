import { describe, expect, it } from 'vitest';
import type { Layer, LayerStyle } from '../src/api/types';
import { rampColours, rampOf, usualColour } from '../src/layers/edit/colours';
import { legendOf } from '../src/layers/edit/legendOf';
import { buildStyle } from '../src/map/style/buildStyle';
import { genericLayers } from '../src/map/style/genericLayers';
import { palettes } from '../src/map/style/palette';

Object.assign(globalThis, { location: { origin: 'http://localhost', href: 'http://localhost/' } });

const draw = [
  { id: 'wells-fill', type: 'fill', source: 'wells', 'source-layer': 'wells', paint: { 'fill-color': '#123456' } },
  { id: 'wells-label', type: 'symbol', source: 'wells', 'source-layer': 'wells', layout: { 'text-field': ['get', 'name'] }, paint: { 'text-color': '#000000' } },
];
const layer = (id: string, more: Partial<Layer> = {}): Layer => ({
  id, title: { vi: id, en: id }, group: 'other', geometry: 'Polygon', live: false, order: 1, minZoom: 0, maxZoom: 16, owner: null, source: null, cadence: null,
  illustrative: false, version: 1, count: 1, updatedAt: null, fields: [], bounds: null, ...more,
});
const styleOf = (layers: Layer[]): ReturnType<typeof buildStyle> =>
  buildStyle({ theme: 'light', language: 'vi', layers, hidden: new Set(), incidentParams: '', otherParams: '' });

describe('the colours of classes', () => {
  it('go from one end of a ramp to the other', () => {
    const colours = rampColours('blue', 3);
    expect([colours[0], colours[2]]).toEqual(['#cfe1f7', '#0b3d91']);
    expect(colours[1]).toMatch(/^#[0-9a-f]{6}$/);
  });
  it('are the strong one for a single class, and tell their ramp', () => {
    expect(rampColours('green', 1)).toEqual(['#0b5d2e']);
    expect(rampOf('#0b5d2e')).toBe('green');
    expect(rampOf(undefined)).toBe('blue');
  });
});

describe('the colour a form starts from', () => {
  it('is the one the layer has', () => expect(usualColour('drains')).toBe(palettes.light.networks.drains.toLowerCase()));
  it('is that of a plain layer for one the console does not know', () => expect(usualColour('wells')).toBe(palettes.light.networks.telecom_lines.toLowerCase()));
});

describe('the legend of a style', () => {
  const style: LayerStyle = { kind: 'Graduated', field: 'depth', method: 'Quantile', colour: '#999999', opacity: 1, size: 2, label: null, classes: [{ colour: '#111111', value: null, from: 1, to: 5 }] };
  it('ends with all others', () => expect(legendOf(style).map((line) => [line.colour, line.to])).toEqual([['#111111', 5], ['#999999', null]]));
  it('is none where all are alike, or where density is shown', () => {
    expect(legendOf({ ...style, kind: 'Single' })).toEqual([]);
    expect(legendOf({ ...style, kind: 'HeatMap' })).toEqual([]);
  });
});

describe('a layer somebody gave a style', () => {
  it('is drawn by it, with words in the ink of the theme', () => {
    const drawn = genericLayers(layer('wells', { draw }), palettes.night);
    expect(drawn.map((one) => one.id)).toEqual(['wells-fill', 'wells-label']);
    expect((drawn[1]?.paint as Record<string, unknown>)['text-color']).toBe(palettes.night.label);
  });
  it('is drawn by it alone, also when the console has a style of its own for it', () => {
    const own = draw.map((one) => ({ ...one, id: one.id.replace('wells', 'streets'), source: 'streets', 'source-layer': 'streets' }));
    expect(styleOf([layer('streets', { draw: own })]).layers.filter((one) => 'source' in one && one.source === 'streets').map((one) => one.id)).toEqual(['streets-fill', 'streets-label']);
  });
  it('is not seen once it is retired', () => {
    const drawn = styleOf([layer('wells', { retired: true })]).layers.filter((one) => 'source' in one && one.source === 'wells');
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.every((one) => one.layout && 'visibility' in one.layout && one.layout.visibility === 'none')).toBe(true);
  });
});
