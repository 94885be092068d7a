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

let board: CanvasRenderingContext2D | null = null;

/** One canvas for every image: a new one waits for the graphics process each time, behind whatever is drawn there. */
function boardOf(width: number, height: number): CanvasRenderingContext2D | null {
  board ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!board) return null;
  if (board.canvas.width < width) board.canvas.width = width;
  if (board.canvas.height < height) board.canvas.height = height;
  return board;
}

/** Has the canvas made while nothing else is drawn yet. */
export function prepareImages(): void {
  boardOf(128, 128)?.getImageData(0, 0, 1, 1);
}

function paint(size: Size, draw: (context: CanvasRenderingContext2D) => void): ImageData | null {
  const [width, height] = [size.width * pixelRatio, size.height * pixelRatio];
  const context = boardOf(width, height);
  if (!context) return null;
  context.clearRect(0, 0, width, height);
  context.save();
  context.scale(pixelRatio, pixelRatio);
  draw(context);
  context.restore();
  return context.getImageData(0, 0, width, height);
}
