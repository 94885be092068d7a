import type { Palette } from '../style/palette';

/** The deadline's clock at a mark's corner: filled when overdue, outlined when due soon. */
export function drawClock(context: CanvasRenderingContext2D, x: number, y: number, palette: Palette, overdue: boolean): void {
  context.beginPath();
  context.arc(x, y, 6.2, 0, 2 * Math.PI);
  context.fillStyle = overdue ? palette.ink : palette.surface;
  context.fill();
  context.lineWidth = 1.4;
  context.strokeStyle = overdue ? palette.surface : palette.ink;
  context.stroke();
  context.strokeStyle = overdue ? palette.surface : palette.ink;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(x, y - 3.2);
  context.lineTo(x, y + 0.3);
  context.lineTo(x + 2.3, y + 1.5);
  context.stroke();
}
