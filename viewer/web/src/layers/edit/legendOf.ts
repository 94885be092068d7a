import type { LayerStyle } from '../../api/types';

/** One line of a legend: a colour and what it stands for. */
export interface LegendLine { colour: string; value: string | null; from: number | null; to: number | null }

/** The legend of a style, in its order; the last line, without anything, stands for all others. Empty when all are alike. */
export function legendOf(style: LayerStyle | null | undefined): LegendLine[] {
  if (!style || style.kind === 'Single' || style.kind === 'HeatMap') return [];
  return [...style.classes, { colour: style.colour, value: null, from: null, to: null }];
}
