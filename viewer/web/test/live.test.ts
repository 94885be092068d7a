import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RefreshClock } from '../src/map/live/RefreshClock';
import { settle, type Change, type DrawnTiles } from '../src/map/live/settle';
import { TileSequences } from '../src/map/live/TileSequences';
import { makeIncident } from './fixtures';

const change = (part: Partial<Change> = {}): Change => ({ id: 'a', sequence: 10, born: null, incident: makeIncident(), ...part });
const tiles = (here: number | null, part: Partial<DrawnTiles> = {}): DrawnTiles => ({ at: () => here, oldest: here, single: () => false, ...part });

describe('an incident is seen exactly once', () => {
  it('a new one is drawn beside a tile older than itself', () =>
    expect(settle(change({ born: 10 }), tiles(9))).toEqual({ settled: false, hide: true, draw: true, wrong: false }));
  it('and no more once the tile has it, alone or in a group', () => {
    expect(settle(change({ born: 10 }), tiles(10))).toEqual({ settled: true, hide: false, draw: false, wrong: false });
    expect(settle(change({ born: 10 }), tiles(12)).draw).toBe(false);
  });
  it('a new one asks only the tile it lies in', () => expect(settle(change({ born: 10 }), tiles(12, { oldest: 3 })).settled).toBe(true));
  it('a changed one covers its own mark in an older tile', () =>
    expect(settle(change(), tiles(9, { single: () => true }))).toEqual({ settled: false, hide: true, draw: true, wrong: false }));
  it('a changed one stays in the group of an older tile, which is then read again soon', () =>
    expect(settle(change(), tiles(9))).toEqual({ settled: false, hide: true, draw: false, wrong: true }));
  it('a new one that changed again stands beside tiles older than its report, and in the group of those between', () => {
    expect(settle(change({ born: 8 }), tiles(7)).draw).toBe(true);
    expect(settle(change({ born: 8 }), tiles(9)).draw).toBe(false);
  });
  it('one that moved to a new tile is still covered where an old tile shows it', () =>
    expect(settle(change(), tiles(10, { oldest: 9, single: () => true }))).toEqual({ settled: false, hide: true, draw: true, wrong: false }));
  it('one that left is hidden where it stands alone, and asks for newer tiles where it may be in a group', () => {
    expect(settle(change({ incident: null }), tiles(9, { single: () => true }))).toEqual({ settled: false, hide: true, draw: false, wrong: false });
    expect(settle(change({ incident: null }), tiles(9)).wrong).toBe(true);
    expect(settle(change({ incident: null }), tiles(10)).settled).toBe(true);
  });
  it('nothing is wrong where no tile is drawn', () => {
    expect(settle(change({ born: 10 }), tiles(null))).toEqual({ settled: false, hide: true, draw: true, wrong: false });
    expect(settle(change({ incident: null }), tiles(null)).wrong).toBe(false);
  });
});

describe('the sequence of a tile', () => {
  const tile = { z: 16, x: 52100, y: 28700 };
  it('is that of the last answer the map shows', () => {
    const known = new TileSequences(16);
    known.answer(tile, 5, '"a"');
    known.show(tile);
    expect(known.answer(tile, 9, '"b"')).toBe(false);
    expect(known.of(tile)).toBe(5);
    known.show(tile);
    expect(known.of(tile)).toBe(9);
  });
  it('grows at once when the answer is the same again', () => {
    const known = new TileSequences(16);
    known.answer(tile, 5, '"a"');
    known.show(tile);
    expect(known.answer(tile, 9, '"a"')).toBe(true);
    expect(known.of(tile)).toBe(9);
  });
  it('is that of the deepest tile above a deeper one', () => {
    const known = new TileSequences(16);
    known.answer(tile, 5, null);
    known.show({ z: 18, x: tile.x * 4 + 3, y: tile.y * 4 });
    expect(known.of({ z: 17, x: tile.x * 2 + 1, y: tile.y * 2 })).toBe(5);
  });
  it('is nothing before the server answered', () => expect(new TileSequences(16).of(tile)).toBe(0));
});

describe('tiles are read again', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  it('soon when something is wrong, later when all is drawn right', () => {
    const refresh = vi.fn();
    const clock = new RefreshClock(refresh);
    clock.want('later', true);
    vi.advanceTimersByTime(7900);
    expect(refresh).not.toHaveBeenCalled();
    clock.want('soon', true);
    vi.advanceTimersByTime(200);
    expect(refresh).toHaveBeenCalledTimes(1);
    clock.want('soon', true);
    vi.advanceTimersByTime(1500);
    expect(refresh).toHaveBeenCalledTimes(2);
  });
  it('less often the longer the server takes', () => {
    const refresh = vi.fn();
    const clock = new RefreshClock(refresh);
    clock.want('now', true);
    vi.advanceTimersByTime(1000);
    clock.want('soon', true);
    vi.advanceTimersByTime(4900);
    expect(refresh).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(200);
    expect(refresh).toHaveBeenCalledTimes(2);
  });
  it('not before the last reading has ended', () => {
    const refresh = vi.fn();
    const clock = new RefreshClock(refresh);
    clock.want('now', true);
    vi.advanceTimersByTime(0);
    clock.want('now', false);
    vi.advanceTimersByTime(7900);
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});
