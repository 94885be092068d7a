import type { LayerSpecification } from 'maplibre-gl';

const properties: Record<string, readonly string[]> = {
  fill: ['fill-opacity'], line: ['line-opacity'], circle: ['circle-opacity', 'circle-stroke-opacity'], symbol: ['icon-opacity', 'text-opacity'], heatmap: ['heatmap-opacity'],
};

/** A layer drawn fainter by a factor from 0 to 1. */
export function withOpacity(layer: LayerSpecification, factor: number): LayerSpecification {
  const names = factor < 1 ? properties[layer.type] : undefined;
  if (!names) return layer;
  const paint: Record<string, unknown> = { ...(layer.paint as Record<string, unknown> | undefined) };
  for (const name of names) paint[name] = scaled(paint[name] ?? 1, factor);
  return { ...layer, paint } as LayerSpecification;
}

function scaled(value: unknown, factor: number): unknown {
  if (typeof value === 'number') return value * factor;
  if (!Array.isArray(value)) return value;
  // The zoom may only stand outermost in an expression: there the results are made fainter, not the whole.
  if (value[0] === 'interpolate') return value.map((part: unknown, index) => (index > 2 && index % 2 === 0 ? scaled(part, factor) : part));
  if (value[0] === 'step') return value.map((part: unknown, index) => (index > 1 && index % 2 === 0 ? scaled(part, factor) : part));
  return ['*', value, factor];
}
