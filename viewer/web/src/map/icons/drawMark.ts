import { palettes, type Theme } from '../style/palette';
import { drawClock } from './drawClock';

/** State as shape: filled, half ring, ring, faint tick. */
export type MarkShape = 'full' | 'half' | 'ring' | 'tick';
export type MarkClock = 'none' | 'soon' | 'overdue';

/** Side of a mark's image in CSS pixels; the disc is smaller, the rest is room for the clock. */
export const markSize = 36;
const radius = 11;

/** Draws a mark around the middle of a square of `markSize`: number is severity, shape is state, corner clock is the deadline. */
export function drawMark(context: CanvasRenderingContext2D, theme: Theme, severity: number, shape: MarkShape, clock: MarkClock): void {
  const palette = palettes[theme];
  const color = palette.severity[Math.min(5, Math.max(1, severity)) - 1] ?? palette.severity[0];
  const middle = markSize / 2;
  const disc = (size: number, fill: string): void => {
    context.beginPath();
    context.arc(middle, middle, size, 0, 2 * Math.PI);
    context.fillStyle = fill;
    context.fill();
  };
  if (shape === 'tick') {
    context.globalAlpha = 0.75;
    disc(9, palette.surface);
    context.strokeStyle = color;
    context.lineWidth = 1.2;
    context.stroke();
    context.lineWidth = 2;
    context.lineCap = 'round';
    context.beginPath();
    context.moveTo(middle - 4, middle + 0.2);
    context.lineTo(middle - 1, middle + 3.2);
    context.lineTo(middle + 4.2, middle - 3);
    context.stroke();
    context.globalAlpha = 1;
    return;
  }
  context.save();
  context.shadowColor = 'rgba(10,14,20,0.35)';
  context.shadowBlur = 6;
  context.shadowOffsetY = 2;
  disc(radius + 1.5, palette.surface);
  context.restore();
  if (shape === 'full') disc(radius, color);
  else ring(context, middle, color, shape);
  context.fillStyle = shape === 'full' ? palette.onSeverity : color;
  context.font = '600 13px "Noto Sans", sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillText(String(severity), middle, middle + 4.7);
  if (clock !== 'none') drawClock(context, middle + 9, middle - 9, palette, clock === 'overdue');
}

function ring(context: CanvasRenderingContext2D, middle: number, color: string, shape: 'half' | 'ring'): void {
  context.strokeStyle = color;
  context.lineWidth = 3;
  context.beginPath();
  if (shape === 'ring') context.arc(middle, middle, radius - 1, 0, 2 * Math.PI);
  else context.arc(middle, middle, radius - 1, Math.PI / 2, (3 * Math.PI) / 2);
  context.stroke();
  if (shape === 'ring') return;
  context.lineWidth = 1;
  context.beginPath();
  context.arc(middle, middle, radius - 0.2, 0, 2 * Math.PI);
  context.stroke();
}
