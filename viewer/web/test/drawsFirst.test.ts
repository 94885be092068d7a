import { describe, expect, it, vi } from 'vitest';
import { drawsFirst } from '../src/state/keepCity';
import { makeIncident } from './fixtures';

vi.hoisted(() => {
  vi.stubGlobal('location', new URL('http://localhost/'));
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
});

describe('the first footprint', () => {
  const none = [{ id: 'incident_footprints', count: 0 }];
  const drawn = { kind: 'incident' as const, sequence: 1, incident: makeIncident({ footprint: { type: 'Polygon', coordinates: [] } as never }) };
  it('makes the layers be counted again', () => expect(drawsFirst([drawn], none)).toBe(true));
  it('and no other change does', () => {
    expect(drawsFirst([{ ...drawn, incident: makeIncident() }], none)).toBe(false);
    expect(drawsFirst([drawn], [{ id: 'incident_footprints', count: 3 }])).toBe(false);
  });
});
