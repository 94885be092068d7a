import { palettes, type Theme } from '../style/palette';

/** Side of the tile the hatching repeats by, in CSS pixels. */
export const hatchSize = 8;

/** Thin slanted lines: here nothing is known. */
export function drawHatch(context: CanvasRenderingContext2D, theme: Theme): void {
  context.strokeStyle = palettes[theme].border;
  context.lineWidth = 1;
  context.beginPath();
  // Also beyond the corners, so that the lines meet where tiles do.
  for (const start of [-hatchSize, 0, hatchSize]) {
    context.moveTo(start, hatchSize);
    context.lineTo(start + hatchSize, 0);
  }
  context.stroke();
}
