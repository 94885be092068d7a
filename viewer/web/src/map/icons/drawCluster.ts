import { palettes, type Theme } from '../style/palette';
import { drawClock } from './drawClock';

/** Widths in CSS pixels for groups below 10, 100, 1,000 and above. Always wider than high: a group must not be taken for one incident. */
const widths = [36, 40, 46, 54];
const height = 26;
const margin = 9;

export const clusterSize = (size: number): { width: number; height: number } => ({ width: (widths[size] ?? 54) + 2 * margin, height: height + 2 * margin });

/** Draws a group as a pill: colour of its worst severity, and along its foot the share that is overdue, in quarters. */
export function drawCluster(context: CanvasRenderingContext2D, theme: Theme, worst: number, size: number, share: number): void {
  const palette = palettes[theme];
  const color = palette.severity[Math.min(5, Math.max(1, worst)) - 1] ?? palette.severity[0];
  const width = widths[size] ?? 54;
  const pill = (grow: number): void => {
    context.beginPath();
    context.roundRect(margin - grow, margin - grow, width + 2 * grow, height + 2 * grow, 9 + grow);
  };
  context.save();
  context.shadowColor = 'rgba(10,14,20,0.35)';
  context.shadowBlur = 6;
  context.shadowOffsetY = 2;
  pill(2);
  context.fillStyle = palette.surface;
  context.fill();
  context.restore();
  context.save();
  pill(0);
  context.fillStyle = color;
  context.fill();
  context.clip();
  if (share > 0) {
    context.fillStyle = palette.ink;
    context.fillRect(margin, margin + height - 4, (Math.min(4, share) / 4) * width, 4);
  }
  context.restore();
  if (share > 0) drawClock(context, margin + width - 2, margin + 2, palette, true);
}
