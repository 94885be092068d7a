import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { drawWhole } from '../src/map/drawWhole';

/** A map that counts its drawings and the frames it is asked for. */
function fakeMap(): { map: MapLibreMap; frame: () => void; load: () => void; remove: () => void; drawn: () => number; asked: () => number } {
  let [loaded, drawn, asked, removed] = [false, 0, 0, (): void => undefined];
  const painter = { render: (): void => void drawn++ };
  const map = { painter, loaded: () => loaded, triggerRepaint: () => void asked++, once: (_: string, call: () => void) => { removed = call; } };
  drawWhole(map as unknown as MapLibreMap);
  return { map: map as unknown as MapLibreMap, frame: () => painter.render(), load: () => { loaded = true; }, remove: () => removed(), drawn: () => drawn, asked: () => asked };
}

describe('a new map', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is not drawn while its first tiles are on their way', () => {
    const { frame, drawn } = fakeMap();
    frame();
    frame();
    expect(drawn()).toBe(0);
  });
  it('is drawn in the very frame that finds everything there, and in every one after it', () => {
    const { frame, load, drawn, asked } = fakeMap();
    load();
    frame();
    frame();
    expect(drawn()).toBe(2);
    vi.runAllTimers();
    expect(asked()).toBe(0);
  });
  it('is drawn with what is there when tiles take long', () => {
    const { frame, drawn, asked } = fakeMap();
    vi.runAllTimers();
    expect(asked()).toBe(1);
    frame();
    expect(drawn()).toBe(1);
  });
  it('is left alone once it is removed', () => {
    const { remove, asked } = fakeMap();
    remove();
    vi.runAllTimers();
    expect(asked()).toBe(0);
  });
});
