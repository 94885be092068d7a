import { palettes, type Theme } from '../style/palette';
import { makiPath } from './maki';

export const facilitySize = 28;

/** Draws a facility's plate with the Maki icon of its kind; trouble changes colour and adds a corner dot with a bar, never colour alone. */
export function drawFacility(context: CanvasRenderingContext2D, theme: Theme, kind: string, status: string): void {
  const palette = palettes[theme];
  const trouble = status === 'Down' || status === 'Degraded';
  const color = palette.status[status as keyof typeof palette.status] ?? palette.status.Unknown;
  context.save();
  context.shadowColor = 'rgba(10,14,20,0.25)';
  context.shadowBlur = 3;
  context.shadowOffsetY = 1;
  context.beginPath();
  context.roundRect(4, 4, 20, 20, 6);
  context.fillStyle = status === 'Down' ? color : palette.surface;
  context.fill();
  context.restore();
  context.strokeStyle = trouble ? color : palette.line;
  context.lineWidth = trouble ? 1.6 : 1;
  context.stroke();
  context.save();
  context.translate(7.25, 7.25);
  context.scale(0.9, 0.9);
  context.fillStyle = status === 'Down' ? palette.onSeverity : color;
  context.fill(new Path2D(makiPath(kind)), 'evenodd');
  context.restore();
  if (!trouble) return;
  context.beginPath();
  context.arc(23, 6, 4.6, 0, 2 * Math.PI);
  context.fillStyle = palette.surface;
  context.fill();
  context.strokeStyle = color;
  context.lineWidth = 1.4;
  context.stroke();
  context.fillStyle = color;
  context.fillRect(22.3, 3.2, 1.4, 3.4);
  context.fillRect(22.3, 7.4, 1.4, 1.4);
}
