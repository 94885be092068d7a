import { describe, expect, it } from 'vitest';
import { facilityKinds, makiPath } from '../src/map/icons/maki';
import { recordContext, type Call } from '../src/map/sheet/recordContext';
import { symbolDrawings } from '../src/map/sheet/symbolDrawings';

describe('the map sheet', () => {
  it('has an outline of nothing but path data for every kind of facility', () => {
    for (const kind of [...facilityKinds, 'unheard of']) expect(makiPath(kind), kind).toMatch(/^[MmLlHhVvCcSsQqTtAaZz0-9.,\-\s]+$/);
  });

  it('writes down what a symbol draws, and refuses what programs without a browser do not know', () => {
    const calls: Call[] = [];
    const context = recordContext(calls);
    context.fillStyle = '#123456';
    context.fillRect(1, 2, 3, 4);
    expect(calls).toEqual([['fillStyle', '#123456'], ['fillRect', 1, 2, 3, 4]]);
    expect(() => context.createLinearGradient(0, 0, 1, 1)).toThrow('createLinearGradient');
  });

  it('holds every symbol the style can ask for', () => {
    (globalThis as { Path2D?: unknown }).Path2D = class { constructor(readonly outline: string) {} };
    const names = Object.keys(symbolDrawings());
    for (const name of ['mark|light|5|half|overdue', 'cluster|night|3|2|4', 'facility|light|hospital|Down', 'facility|night||Unknown', 'hatch|light']) expect(names).toContain(name);
  });
});
