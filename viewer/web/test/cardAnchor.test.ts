import { describe, expect, it } from 'vitest';
import { cardAnchor } from '../src/map/cardAnchor';

const seen = { left: 0, top: 0, right: 1000, bottom: 800 };
const size = { width: 288, height: 150 };
const mark = (x: number, y: number) => ({ x, y, weight: 1 });

describe('the card of a clicked place', () => {
  it('stands above it by custom', () => expect(cardAnchor({ x: 500, y: 400 }, size, seen, [])).toBe('bottom'));
  it('hides no mark above, below it when that is free', () => expect(cardAnchor({ x: 500, y: 400 }, size, seen, [mark(500, 340)])).toBe('top'));
  it('goes aside when marks are above and below', () => expect(cardAnchor({ x: 500, y: 400 }, size, seen, [mark(480, 340), mark(480, 450)])).toBe('left'));
  it('hides the fewest where it must hide some', () =>
    expect(cardAnchor({ x: 195, y: 300 }, size, { left: 8, top: 60, right: 382, bottom: 480 }, [mark(100, 200), mark(250, 220), mark(180, 380)])).toBe('top'));
  it('goes to the corner that hides the least of a mark close by', () =>
    expect(cardAnchor({ x: 500, y: 640 }, size, { ...seen, bottom: 676 }, [mark(496, 600)])).toBe('bottom-left'));
  it('stays in what is seen of the map, whatever it hides', () => {
    expect(cardAnchor({ x: 500, y: 60 }, size, seen, [mark(500, 160)])).not.toContain('bottom');
    expect(cardAnchor({ x: 990, y: 60 }, size, seen, [])).toBe('top-right');
  });
});
