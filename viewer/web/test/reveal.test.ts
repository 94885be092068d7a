import { beforeEach, describe, expect, it, vi } from 'vitest';
import { mapHandle, reveal } from '../src/map/mapHandle';
import { narrow, windowHeight } from '../src/state/layout';
import { sheet } from '../src/state/view';

vi.hoisted(() => {
  vi.stubGlobal('location', new URL('http://localhost/'));
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
  vi.stubGlobal('innerWidth', 390);
  vi.stubGlobal('innerHeight', 844);
  vi.stubGlobal('addEventListener', () => undefined);
});

/** A phone's map of 390 × 718 pixels; places are their pixels. */
const moves: Array<{ center: [number, number]; offset: [number, number] }> = [];
const map = { project: ([x, y]: [number, number]) => ({ x, y }), getContainer: () => ({ clientWidth: 390, clientHeight: 718 }), easeTo: (move: (typeof moves)[number]) => moves.push(move) };

describe('what is selected on a phone', () => {
  beforeEach(() => {
    moves.length = 0;
    mapHandle.value = map as never;
    [narrow.value, windowHeight.value, sheet.value] = [true, 844, 'half'];
  });
  it('is brought out from under the buttons above the sheet', () => {
    reveal({ lon: 270, lat: 270 });
    expect(moves).toHaveLength(1);
    // The middle of what is left: below the counts, above the buttons.
    const middle = 718 / 2 + (moves[0]?.offset[1] ?? 0);
    expect(middle).toBeGreaterThan(60);
    expect(middle).toBeLessThan(718 - 388 - 88);
  });
  it('stays where it is when it is seen', () => {
    reveal({ lon: 200, lat: 150 });
    expect(moves).toEqual([]);
  });
  it('needs no such room beside panels', () => {
    narrow.value = false;
    mapHandle.value = { ...map, getContainer: () => ({ clientWidth: 1280, clientHeight: 718 }) } as never;
    reveal({ lon: 270, lat: 660 });
    expect(moves).toEqual([]);
  });
});
