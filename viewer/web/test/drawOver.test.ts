import type { Map as MapLibreMap } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { drawOver, type Overlay } from '../src/map/drawOver';

/** As much of a map as is drawn over: its sources, its layers from the ground up, and who listens for a new style. */
class FakeMap {
  sources = new Map<string, { data: unknown; setData: (data: unknown) => void }>();
  layers: string[] = ['ground', 'marks'];
  listeners = new Set<() => void>();
  getSource = (id: string) => this.sources.get(id);
  addSource = (id: string, source: { data?: unknown }): void => {
    const held = { data: source.data, setData: (data: unknown) => { held.data = data; } };
    this.sources.set(id, held);
  };
  removeSource = (id: string): void => { this.sources.delete(id); };
  getLayer = (id: string) => (this.layers.includes(id) ? { id } : undefined);
  addLayer = ({ id }: { id: string }, before?: string): void => { this.layers.splice(before ? this.layers.indexOf(before) : this.layers.length, 0, id); };
  removeLayer = (id: string): void => { this.layers = this.layers.filter((one) => one !== id); };
  on = (_: string, listener: () => void): void => { this.listeners.add(listener); };
  off = (_: string, listener: () => void): void => { this.listeners.delete(listener); };
  newStyle(): void {
    this.sources.clear();
    this.layers = ['ground', 'marks'];
    this.listeners.forEach((listener) => listener());
  }
}

const overlay: Overlay = {
  sources: { borders: { type: 'geojson', data: 'new' } },
  layers: [{ id: 'line', type: 'line', source: 'borders' }, { id: 'dots', type: 'circle', source: 'borders' }],
  below: (layer) => (layer === 'line' ? 'marks' : 'not there'),
};
const draw = (map: FakeMap): (() => void) => drawOver(map as unknown as MapLibreMap, overlay);

describe('what is drawn over the map for a while', () => {
  it('lies below the layer it names, or on top where the map has no such layer', () => {
    const map = new FakeMap();
    draw(map);
    expect(map.layers).toEqual(['ground', 'line', 'marks', 'dots']);
  });
  it('is put back when the map gets a new style', () => {
    const map = new FakeMap();
    draw(map);
    map.newStyle();
    expect([map.layers, [...map.sources.keys()]]).toEqual([['ground', 'line', 'marks', 'dots'], ['borders']]);
  });
  it('takes the place of the data of an earlier one of the same name', () => {
    const map = new FakeMap();
    map.addSource('borders', { data: 'old' });
    draw(map);
    expect(map.sources.get('borders')?.data).toBe('new');
  });
  it('leaves nothing behind, and does not come back', () => {
    const map = new FakeMap();
    draw(map)();
    map.newStyle();
    expect([map.layers, map.sources.size, map.listeners.size]).toEqual([['ground', 'marks'], 0, 0]);
  });
});
