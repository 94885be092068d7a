import type { PositionAnchor } from 'maplibre-gl';

interface Point { x: number; y: number }
/** A box of the screen, in pixels of the map. */
export interface ScreenBox { left: number; top: number; right: number; bottom: number }
/** A mark on the map, its middle in pixels, and how bad it is to hide it. */
export interface SeenMark extends Point { weight: number }

/** Between the place and its card, pixels. */
export const cardGap = 12;
/** Half of a mark, pixels. */
const markReach = 18;
/** From the one a card has by custom, above its place, to the corners. An anchor names the edge of the card that is at the place. */
const anchors: readonly PositionAnchor[] = ['bottom', 'top', 'left', 'right', 'bottom-left', 'bottom-right', 'top-left', 'top-right'];

/** The edge by which a card hangs at its place so that it stays in what is seen of the map and hides as little of the marks as can be. */
export function cardAnchor(at: Point, size: { width: number; height: number }, seen: ScreenBox, marks: readonly SeenMark[]): PositionAnchor {
  const cost = (anchor: PositionAnchor): number => {
    const box = boxOf(anchor, at, size);
    const out = Math.max(0, seen.left - box.left) + Math.max(0, seen.top - box.top) + Math.max(0, box.right - seen.right) + Math.max(0, box.bottom - seen.bottom);
    return out * 100 + marks.reduce((sum, mark) => sum + mark.weight * hidden(mark, box), 0);
  };
  return anchors.reduce((best, anchor) => (cost(anchor) < cost(best) ? anchor : best));
}

/** How much of a mark a box hides, 0 to 1. */
function hidden({ x, y }: Point, { left, top, right, bottom }: ScreenBox): number {
  const wide = Math.min(right, x + markReach) - Math.max(left, x - markReach);
  const high = Math.min(bottom, y + markReach) - Math.max(top, y - markReach);
  return wide > 0 && high > 0 ? (wide * high) / (4 * markReach * markReach) : 0;
}

function boxOf(anchor: PositionAnchor, { x, y }: Point, { width, height }: { width: number; height: number }): ScreenBox {
  const corner = anchor.includes('-');
  // The library moves a corner less far off, along both axes.
  const gap = corner ? Math.SQRT1_2 * cardGap : cardGap;
  const left = anchor.includes('left') ? x + gap : anchor.includes('right') ? x - gap - width : x - width / 2;
  const top = anchor.startsWith('top') ? y + gap : anchor.startsWith('bottom') ? y - gap - height : y - height / 2;
  return { left, top, right: left + width, bottom: top + height };
}
