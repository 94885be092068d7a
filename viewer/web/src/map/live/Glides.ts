import { Marker, type Map as MapLibreMap } from 'maplibre-gl';
import type { Incident, Position } from '../../api/types';
import { reducedMotion, theme } from '../../state/prefs';
import { makeImage, pixelRatio } from '../icons/makeImage';
import { markName } from '../icons/markName';
import { between, eased } from './glidePath';

const milliseconds = 500;
/** More than this many at once would be noise. */
const most = 12;
/** Nearer than this many pixels nobody sees a way. */
const least = 4;

/** Marks on their way from where an incident was to where it is. Meanwhile the map's own mark of it is not to be seen. */
export class Glides {
  private readonly under = new Map<string, () => void>();

  /** @param onEnd Told the incident whose mark has arrived. */
  constructor(private readonly map: MapLibreMap, private readonly onEnd: (id: string) => void) {}

  has(id: string): boolean {
    return this.under.has(id);
  }

  /** Slides a mark, unless less motion is asked for or nobody could see it. */
  start(incident: Incident, from: Position): void {
    if (reducedMotion() || this.under.size >= most || !this.seen(from, incident.position)) return;
    const image = makeImage(markName(incident, theme.peek()));
    if (!image) return;
    this.under.get(incident.id)?.();
    const marker = new Marker({ element: element(image) }).setLngLat([from.lon, from.lat]).addTo(this.map);
    const begun = performance.now();
    let frame = requestAnimationFrame(function step(now: number) {
      const share = (now - begun) / milliseconds;
      if (share >= 1) return end();
      const { lon, lat } = between(from, incident.position, eased(share));
      marker.setLngLat([lon, lat]);
      frame = requestAnimationFrame(step);
    });
    const end = (): void => {
      cancelAnimationFrame(frame);
      marker.remove();
      this.under.delete(incident.id);
      this.onEnd(incident.id);
    };
    this.under.set(incident.id, end);
  }

  stop(): void {
    for (const end of [...this.under.values()]) end();
  }

  private seen(from: Position, to: Position): boolean {
    const [a, b] = [this.map.project([from.lon, from.lat]), this.map.project([to.lon, to.lat])];
    const { clientWidth, clientHeight } = this.map.getContainer();
    const inside = ({ x, y }: { x: number; y: number }): boolean => x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight;
    return a.dist(b) >= least && (inside(a) || inside(b));
  }
}

function element(image: ImageData): HTMLElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  [canvas.style.width, canvas.style.height] = [`${image.width / pixelRatio}px`, `${image.height / pixelRatio}px`];
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  canvas.className = 'glide';
  canvas.setAttribute('aria-hidden', 'true');
  return canvas;
}
