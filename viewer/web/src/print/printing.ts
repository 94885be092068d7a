import { signal } from '@preact/signals';
import { mapHandle } from '../map/mapHandle';
import { mapPadding } from '../state/layout';

/** The picture of the map on paper, taken when printing begins; null when nothing is being printed. */
export const printing = signal<{ map: string | null } | null>(null);

/**
 * The map as far as no panel covers it. A canvas keeps its picture only until the browser has shown it: it is drawn again and taken at once.
 */
function mapPicture(): string | null {
  const map = mapHandle.value;
  if (!map) return null;
  map.redraw();
  const canvas = map.getCanvas();
  const ratio = map.getPixelRatio();
  const { left, right, top, bottom } = mapPadding.peek();
  const [width, height] = [canvas.width - (left + right) * ratio, canvas.height - (top + bottom) * ratio];
  if (width < 1 || height < 1) return null;
  const picture = Object.assign(document.createElement('canvas'), { width, height });
  picture.getContext('2d')?.drawImage(canvas, left * ratio, top * ratio, width, height, 0, 0, width, height);
  return picture.toDataURL('image/png');
}

/** Lays the page out for paper when the browser is about to print, and takes it away afterwards. */
export function keepPrinting(): void {
  const paper = matchMedia('print');
  const begin = (): void => { printing.value ??= { map: mapPicture() }; };
  const end = (): void => { printing.value = null; };
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  paper.addEventListener('change', () => (paper.matches ? begin() : end()));
}
