import { clusterSize, drawCluster } from '../icons/drawCluster';
import { drawFacility, facilitySize } from '../icons/drawFacility';
import { drawHatch, hatchSize } from '../icons/drawHatch';
import { drawMark, markSize, type MarkClock, type MarkShape } from '../icons/drawMark';
import { facilityKinds } from '../icons/maki';
import type { Theme } from '../style/palette';
import { recordContext, type Call } from './recordContext';

/** A symbol in CSS pixels, as the calls that draw it. */
export interface SymbolDrawing { width: number; height: number; calls: Call[] }

const themes: Theme[] = ['light', 'night'];
const shapes: MarkShape[] = ['full', 'half', 'ring', 'tick'];
const clocks: MarkClock[] = ['none', 'soon', 'overdue'];
const statuses = ['Working', 'Degraded', 'Down', 'Unknown'];

/** Every symbol the map's style can ask for, by the name it asks with. */
export function symbolDrawings(): Record<string, SymbolDrawing> {
  const symbols: Record<string, SymbolDrawing> = {};
  const draw = (name: string, width: number, height: number, how: (context: CanvasRenderingContext2D) => void): void => {
    const calls: Call[] = [];
    how(recordContext(calls));
    symbols[name] = { width, height, calls };
  };
  for (const theme of themes) {
    draw(`hatch|${theme}`, hatchSize, hatchSize, (context) => drawHatch(context, theme));
    for (let severity = 1; severity <= 5; severity++) {
      for (const shape of shapes) for (const clock of clocks) {
        draw(`mark|${theme}|${severity}|${shape}|${clock}`, markSize, markSize, (context) => drawMark(context, theme, severity, shape, clock));
      }
      for (let size = 0; size < 4; size++) for (let share = 0; share <= 4; share++) {
        const { width, height } = clusterSize(size);
        draw(`cluster|${theme}|${severity}|${size}|${share}`, width, height, (context) => drawCluster(context, theme, severity, size, share));
      }
    }
    for (const kind of [...facilityKinds, '']) for (const status of statuses) {
      draw(`facility|${theme}|${kind}|${status}`, facilitySize, facilitySize, (context) => drawFacility(context, theme, kind, status));
    }
  }
  return symbols;
}
