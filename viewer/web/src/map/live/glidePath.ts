import type { Position } from '../../api/types';

/** How far a glide is after a share of its time: quick at first, then gently to its place. */
export const eased = (share: number): number => 1 - (1 - Math.min(1, Math.max(0, share))) ** 3;

/** The place between two places, near enough to one another that the ground between them is flat. */
export const between = (from: Position, to: Position, share: number): Position => ({
  lon: from.lon + (to.lon - from.lon) * share, lat: from.lat + (to.lat - from.lat) * share,
});

/** Whether two places are more than about a metre apart: a tile rounds places, and most changes leave a pin where it is. */
export const apart = (one: Position, other: Position): boolean => Math.abs(one.lon - other.lon) + Math.abs(one.lat - other.lat) > 1e-5;
