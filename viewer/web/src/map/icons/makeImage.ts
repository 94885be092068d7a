import type { Theme } from '../style/palette';
import { clusterSize, drawCluster } from './drawCluster';
import { drawFacility, facilitySize } from './drawFacility';
import { drawHatch, hatchSize } from './drawHatch';
import { drawMark, markSize, type MarkClock, type MarkShape } from './drawMark';

/** Images are drawn at twice their size, sharp on every screen. */
export const pixelRatio = 2;

/**
 * Makes the image a style asks for by name, such as `mark|light|4|half|overdue`, `cluster|night|5|2|1` or
 * `facility|light|hospital|Down`, `hatch|light`. Null for a name that is not ours.
 */
export function makeImage(name: string): ImageData | null {
  const [kind, theme, first = '', second = '', third = ''] = name.split('|');
  if (theme !== 'light' && theme !== 'night') return null;
  switch (kind) {
    case 'mark':
      return paint(square(markSize), (context) => drawMark(context, theme as Theme, Number(first), second as MarkShape, third as MarkClock));
    case 'cluster':
      return paint(clusterSize(Number(second)), (context) => drawCluster(context, theme, Number(first), Number(second), Number(third)));
    case 'facility':
      return paint(square(facilitySize), (context) => drawFacility(context, theme, first, second));
    case 'hatch':
      return paint(square(hatchSize), (context) => drawHatch(context, theme));
    default:
      return null;
  }
}

interface Size { width: number; height: number }
const square = (side: number): Size => ({ width: side, height: side });

function paint(size: Size, draw: (context: CanvasRenderingContext2D) => void): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = size.width * pixelRatio;
  canvas.height = size.height * pixelRatio;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.scale(pixelRatio, pixelRatio);
  draw(context);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
