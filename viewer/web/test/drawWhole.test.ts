import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { drawWhole } from '../src/map/drawWhole';

/** A map that counts its drawings and the frames it is asked for. */
class FakeMap {
  readonly calls = new Map<string, (event: object) => void>();
  everything = false;
  drawn = 0;
  asked = 0;
  readonly painter = { render: (): void => void this.drawn++ };
  constructor() { drawWhole(this as unknown as MapLibreMap); }
  on(name: string, call: () => void): void { this.calls.set(name, call); }
  once(name: string, call: () => void): void { this.calls.set(name, call); }
  off(name: string): void { this.calls.delete(name); }
  loaded(): boolean { return this.everything; }
  triggerRepaint(): void { this.asked++; }
  frame(): void { this.painter.render(); }
  tell(name: string, event: object = {}): void { this.calls.get(name)?.(event); }
}

describe('a new map', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is not drawn while its first tiles are on their way', () => {
    const map = new FakeMap();
    map.frame();
    vi.runAllTimers();
    map.frame();
    expect(map.drawn).toBe(0);
  });
  it('is drawn in the very frame that finds everything there, and in every one after it', () => {
    const map = new FakeMap();
    map.tell('sourcedata', { coord: {} });
    map.everything = true;
    map.frame();
    map.frame();
    vi.runAllTimers();
    expect([map.drawn, map.asked]).toEqual([2, 0]);
  });
  it('is drawn with what is there when the other tiles take long', () => {
    const map = new FakeMap();
    map.tell('sourcedata', { coord: {} });
    vi.runAllTimers();
    map.frame();
    expect([map.drawn, map.asked]).toEqual([1, 1]);
  });
  it('is drawn with what is there when something cannot be had', () => {
    const map = new FakeMap();
    map.tell('error');
    map.frame();
    expect([map.drawn, map.asked]).toEqual([1, 1]);
  });
  it('is left alone once it is removed', () => {
    const map = new FakeMap();
    map.tell('sourcedata', { coord: {} });
    map.tell('remove');
    vi.runAllTimers();
    expect(map.asked).toBe(0);
  });
});
