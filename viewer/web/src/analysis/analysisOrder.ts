import type { Layer } from '../api/types';
import type { AnalysisChoice, AnalysisKind, AnalysisOrder, AnalysisSource } from './analysisTypes';

/** Which decisions a kind of analysis asks for. */
export const needs: Record<AnalysisKind, { other: boolean; distance: boolean; areas: boolean }> = {
  Coverage: { other: true, distance: true, areas: false },
  WhatIf: { other: true, distance: true, areas: false },
  Buffer: { other: false, distance: true, areas: false },
  Summary: { other: true, distance: false, areas: true },
  Nearest: { other: true, distance: false, areas: false },
  Select: { other: false, distance: false, areas: true },
  Intersect: { other: true, distance: false, areas: true },
};

const kindFields = ['kind', 'class', 'type'];

/** The field that says of what kind a layer's features are; null when it has none. */
export const kindField = (layer: Layer | undefined): string | null => kindFields.find((name) => layer?.fields.some((field) => field.name === name && field.type === 'Text')) ?? null;

/** The metres that were typed, with a comma or a point; null when they are no distance. */
export function metres(text: string): number | null {
  const value = Number(text.trim().replace(/\s/g, '').replace(',', '.'));
  return text.trim() && Number.isFinite(value) && value >= 1 && value <= 100_000 ? value : null;
}

/** The order a choice makes; null while something is missing. */
export function orderOf(choice: AnalysisChoice, layers: readonly Layer[]): AnalysisOrder | null {
  const { kind } = choice;
  const input = source(choice.input, choice.inputKind, layers);
  const other = source(choice.other, choice.otherKind, layers);
  const distance = metres(choice.distance);
  const byShape = kind === 'Select' && choice.shape !== null;
  if (!input || (needs[kind].other && !other) || (needs[kind].distance && distance === null)) return null;
  if (kind === 'Select' && !byShape && !other) return null;
  if (kind === 'WhatIf' && !choice.drafts.length) return null;
  return {
    kind, input,
    ...(choice.title.trim() ? { title: { vi: choice.title.trim(), en: choice.title.trim() } } : {}),
    ...(other && (needs[kind].other || (kind === 'Select' && !byShape)) ? { other } : {}),
    ...(needs[kind].distance && distance !== null ? { distance } : {}),
    ...(kind === 'Buffer' ? { dissolve: choice.dissolve } : {}),
    ...(kind === 'Summary' && choice.sum ? { sum: choice.sum } : {}),
    ...(kind === 'Select' ? { within: choice.within } : {}),
    ...(byShape ? { shape: choice.shape } : {}),
    ...(kind === 'WhatIf' ? { drafts: choice.drafts } : {}),
  };
}

function source(id: string, kind: string, layers: readonly Layer[]): AnalysisSource | null {
  const layer = layers.find((one) => one.id === id);
  if (!layer) return null;
  const field = kindField(layer);
  return kind && field ? { layer: id, filter: `${field} = '${kind.replaceAll("'", "''")}'` } : { layer: id };
}
