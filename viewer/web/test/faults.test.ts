import { describe, expect, it } from 'vitest';
import type { Fault } from '../src/editions/editionTypes';
import { areaText, boundsOf, bySize, kindOf } from '../src/editions/faults';

const fault = (squareMetres: number, kind: 'overlap' | 'gap' = 'overlap', sliver = false): Fault => ({
  type: 'Feature', id: squareMetres, geometry: { type: 'Polygon', coordinates: [[[106.1, 21.2], [106.4, 21.1], [106.3, 21.5], [106.1, 21.2]]] },
  properties: { kind, sliver, areas: '', names: '', squareMetres, meanWidthMetres: 1 },
});

describe('faults of an edition', () => {
  it('are slivers when they are narrow, whatever else they are', () => {
    expect(kindOf(fault(3, 'gap', true))).toBe('sliver');
    expect(kindOf(fault(3, 'gap'))).toBe('gap');
  });
  it('are listed with the largest first, and the list given is left as it was', () => {
    const given = [fault(2), fault(9), fault(5)];
    expect(bySize(given).map((one) => one.id)).toEqual([9, 5, 2]);
    expect(given[0]?.id).toBe(2);
  });
  it('have a box around them, longitude first', () => expect(boundsOf(fault(1))).toEqual([106.1, 21.1, 106.4, 21.5]));
  it('are told in the unit people use for such a size', () => {
    const text = (value: number): string => areaText(value, (number) => String(number));
    expect([text(420.4), text(12_340), text(3_440_000)]).toEqual(['420 m²', '1.2 ha', '3.4 km²']);
  });
});
