/**
 * Whether a time written at a place of the bar would lie under the badge of the handle, which hangs to its left in the right half and else to
 * its right. All are shares of the bar's width.
 */
export const underBadge = (tick: number, handle: number, badge: number): boolean =>
  (handle > 0.5 ? tick > handle - badge && tick < handle + badge / 4 : tick > handle - badge / 4 && tick < handle + badge);

/** Whether a time written at a place of the bar has room for both its halves. All are shares of the bar's width. */
export const isWhole = (tick: number, half: number): boolean => tick >= half && tick <= 1 - half;
