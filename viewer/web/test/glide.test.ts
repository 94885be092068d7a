import { createExpression, latest } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { between, eased } from '../src/map/live/glidePath';
import { markName } from '../src/map/icons/markName';
import { markImage } from '../src/map/style/incidentLayers';
import { makeIncident } from './fixtures';

describe('a mark that glides', () => {
  it('looks as the map draws it, in every state', () => {
    const made = createExpression(markImage('night'), latest.layout_symbol['icon-image'] as never);
    if (made.result !== 'success') throw new Error(String(made.value.map((error) => error.message)));
    for (const state of ['New', 'Received', 'Assigned', 'InProgress', 'FixClaimed', 'FixVerified', 'Reopened', 'Closed', 'Rejected']) {
      for (const [overdue, dueSoon] of [[false, false], [true, false], [false, true], [true, true]] as const) {
        const incident = makeIncident({ state, overdue, dueSoon, severity: 4 });
        const drawn = made.value.evaluate({ zoom: 15 } as never, { type: 1, properties: { ...incident } } as never);
        expect(String(drawn)).toBe(markName(incident, 'night'));
      }
    }
  });

  it('begins where it was, ends where it is, and never turns back', () => {
    const [from, to] = [{ lon: 106.75, lat: 21.85 }, { lon: 106.76, lat: 21.84 }];
    expect(between(from, to, eased(0))).toEqual(from);
    expect(between(from, to, eased(2)).lon).toBeCloseTo(to.lon, 12);
    const way = [0, 0.2, 0.4, 0.6, 0.8, 1].map(eased);
    expect([...way].sort((a, b) => a - b)).toEqual(way);
  });
});
