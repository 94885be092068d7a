import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import type { Layer } from '../src/api/types';
import { inOrder, moved, withGroup } from '../src/layers/orderOf';
import { placesOf } from '../src/layers/placesOf';
import { readBookmarks, withBookmark } from '../src/map/bookmarks';
import { reorder } from '../src/map/style/reorder';

const layer = (id: string, order: number): Layer => ({
  id, title: { vi: id, en: id }, group: 'other', geometry: 'Line', live: false, order, minZoom: 0, maxZoom: 16, owner: null, source: null, cadence: null,
  illustrative: false, version: 1, count: 1, updatedAt: null, fields: [], bounds: null,
});
const ids = (layers: readonly Layer[]): string[] => layers.map((one) => one.id);

describe('the order of layers', () => {
  const three = [layer('a', 1), layer('b', 2), layer('c', 3)];

  it('is that of the catalogue until somebody chooses', () => expect(ids(inOrder(three, []))).toEqual(['c', 'b', 'a']));
  it('is the chosen one', () => expect(ids(inOrder(three, ['a', 'c', 'b']))).toEqual(['a', 'c', 'b']));
  it('leaves what is not named where it is', () => expect(ids(inOrder(three, ['a', 'c']))).toEqual(['a', 'b', 'c']));
  it('moves one and stops at the ends', () => {
    expect(moved(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'x', 1)).toEqual(['a', 'b', 'c']);
  });
  it('becomes everyone’s by the places the layers of a group have', () => {
    expect(placesOf(three, ['a', 'c', 'b'])).toEqual([{ id: 'b', order: 1 }, { id: 'c', order: 2 }, { id: 'a', order: 3 }]);
    expect(placesOf([layer('a', 48), layer('b', 48), layer('c', 49)], ['a', 'b', 'c'])).toEqual([{ id: 'c', order: 48 }, { id: 'b', order: 49 }, { id: 'a', order: 50 }]);
    expect(placesOf(three, ['c', 'b', 'a'])).toEqual([]);
  });
  it('keeps the other groups', () => expect(withGroup(['x', 'a', 'y', 'b'], ['b', 'a'])).toEqual(['x', 'y', 'b', 'a']));
});

describe('a style in another order', () => {
  const style = (id: string, source: string, type: string): LayerSpecification => ({ id, source, type, 'source-layer': source }) as LayerSpecification;
  const base = [
    { id: 'ground', type: 'background' } as LayerSpecification, style('water', 'water', 'fill'), style('green', 'green', 'fill'), style('green-line', 'green', 'line'),
    style('mine', 'mine', 'line'), style('yours', 'yours', 'fill'), style('water-name', 'water', 'symbol'), style('incidents', 'incidents', 'symbol'),
  ];
  const layers = [layer('water', 1), layer('green', 2), layer('mine', 50), layer('yours', 60), layer('incidents', 900)];
  const order = (chosen: string[]): string[] => reorder(base, layers, chosen).map((one) => one.id);

  it('is the same without a choice', () => expect(order([])).toEqual(base.map((one) => one.id)));
  it('is the one planners gave the catalogue, where they did', () => {
    const placed = layers.map((one) => (one.id === 'water' ? { ...one, order: 3, placed: true } : one));
    expect(reorder(base, placed, []).map((one) => one.id).slice(1, 4)).toEqual(['green', 'green-line', 'water']);
  });
  it('changes places within a group and keeps names on top', () =>
    expect(order(['water', 'green'])).toEqual(['ground', 'green', 'green-line', 'water', 'mine', 'yours', 'water-name', 'incidents']));
  it('never moves a group over another', () => expect(order(['mine', 'yours', 'water', 'green']).slice(4, 6)).toEqual(['yours', 'mine']));
});

describe('saved places', () => {
  const place = (name: string, lon = 106.7): ReturnType<typeof readBookmarks>[number] => ({ name, lon, lat: 21.8, zoom: 14, bearing: 0 });

  it('are read back', () => expect(readBookmarks(JSON.stringify([place('Chợ')]))).toEqual([place('Chợ')]));
  it.each(['', 'null', '{}', '[null, 1, "x"]', '[{"name":"x","lon":"1"}]', '[{"name":"x","lon":999,"lat":0,"zoom":1,"bearing":0}]'])('are none in %s', (text) =>
    expect(readBookmarks(text)).toEqual([]));
  it('of one name are one, in the order of names', () =>
    expect(withBookmark([place('Đông'), place('An')], place('Đông', 107))).toEqual([place('An'), place('Đông', 107)]));
});
