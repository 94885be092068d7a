/** How much larger the map's marks are than on a desk: twice at 1080 lines, and as large a part of the wall on any finer one. */
export const wallScale = (height: number): number => Math.max(2, Math.round((height / 540) * 20) / 20);
