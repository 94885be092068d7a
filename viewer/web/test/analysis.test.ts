import { describe, expect, it } from 'vitest';
import type { Layer } from '../src/api/types';
import { kindField, metres, orderOf } from '../src/analysis/analysisOrder';
import type { AnalysisChoice, AnalysisKind } from '../src/analysis/analysisTypes';
import { downloadAddress } from '../src/layers/downloadAddress';

const layer = (id: string, fields: string[]): Layer => ({ id, fields: fields.map((name) => ({ name, type: 'Text' })) }) as unknown as Layer;
const layers = [layer('streets', ['name', 'class']), layer('facilities', ['kind']), layer('districts', ['code'])];
const choice = (kind: AnalysisKind, part: Partial<AnalysisChoice> = {}): AnalysisChoice => ({
  kind, input: 'streets', inputKind: '', other: 'facilities', otherKind: '', distance: '500', dissolve: false, sum: '', within: false, shape: null, drafts: [], title: '', ...part,
});

describe('an order of an analysis', () => {
  it('holds what its kind needs and nothing else', () => {
    expect(orderOf(choice('Buffer', { sum: 'lanes' }), layers)).toEqual({ kind: 'Buffer', input: { layer: 'streets' }, distance: 500, dissolve: false });
    expect(orderOf(choice('Coverage', { otherKind: "l'eau" }), layers)).toEqual({ kind: 'Coverage', input: { layer: 'streets' }, other: { layer: 'facilities', filter: "kind = 'l''eau'" }, distance: 500 });
  });
  it('waits for what is missing', () => {
    expect(orderOf(choice('Coverage', { distance: '' }), layers)).toBeNull();
    expect(orderOf(choice('Coverage', { other: 'gone' }), layers)).toBeNull();
    expect(orderOf(choice('WhatIf'), layers)).toBeNull();
    expect(orderOf(choice('WhatIf', { drafts: [{ lon: 106.7, lat: 21.8 }] }), layers)?.drafts).toHaveLength(1);
  });
  it('selects by a drawn area or by the areas of a layer, never by both', () => {
    const shape = { type: 'Polygon', coordinates: [] };
    expect(orderOf(choice('Select', { shape, other: 'districts' }), layers)).toEqual({ kind: 'Select', input: { layer: 'streets' }, within: false, shape });
    expect(orderOf(choice('Select', { other: 'districts' }), layers)).toEqual({ kind: 'Select', input: { layer: 'streets' }, within: false, other: { layer: 'districts' } });
  });
  it('reads metres as people write them', () => {
    expect([metres('500'), metres('12,5'), metres('1 000'), metres('0'), metres('x'), metres('200000')]).toEqual([500, 12.5, 1000, null, null, null]);
  });
  it('knows which field names the kind of a feature', () => expect([kindField(layers[0]), kindField(layers[2]), kindField(undefined)]).toEqual(['class', null, null]));
});

describe('the address of a layer as a file', () => {
  it('names box, moment and system, the last only where the format can say it', () => {
    const all = { within: [106, 21, 107, 22] as [number, number, number, number], asOf: '2026-11-23T07:00:00Z', crs: 9215 };
    expect(downloadAddress('streets', 'zip', all)).toBe('/api/layers/streets/export.zip?bbox=106%2C21%2C107%2C22&asOf=2026-11-23T07%3A00%3A00Z&crs=EPSG%3A9215');
    expect(downloadAddress('streets', 'csv', { ...all, within: null, asOf: null })).toBe('/api/layers/streets/export.csv');
  });
});
