import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FeatureMove, LayerFeature } from '../src/features/featureApi';
import { fromText, toText } from '../src/features/fieldText';
import { insertVertex, isEditable, middlesOf, moveVertex, removeVertex, verticesOf, type Shape } from '../src/features/shapeEdits';
import { tellMove, tellValue } from '../src/features/tellMove';
import { dictionaries } from '../src/i18n/words';

// The modules that know the reader's choices ask the browser for them when they are loaded.
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
vi.stubGlobal('document', { documentElement: { dataset: {}, style: { setProperty: () => undefined } } });
vi.stubGlobal('navigator', { language: 'vi' });
const { changes, difference, done, redo, remember, undo, undone } = await import('../src/features/editLog');

const line: Shape = { type: 'LineString', coordinates: [[0, 0], [2, 0], [2, 2]] };
const area: Shape = { type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 1]]] };
const areas: Shape = { type: 'MultiPolygon', coordinates: [area.coordinates as number[][][], [[[9, 9], [8, 9], [8, 8], [9, 9]]]] };

describe('the corners of a shape', () => {
  it('are told once, also where a ring closes', () => {
    expect(verticesOf(line).map((vertex) => vertex.at)).toEqual([[0, 0], [2, 0], [2, 2]]);
    expect(verticesOf(area).map((vertex) => vertex.path)).toEqual([[0, 0], [0, 1], [0, 2], [0, 3], [1, 0], [1, 1], [1, 2]]);
    expect(verticesOf(areas)).toHaveLength(10);
    expect(verticesOf({ type: 'Point', coordinates: [1, 2] })).toEqual([{ path: [], at: [1, 2] }]);
  });
  it('have places between them, one for each edge', () => {
    expect(middlesOf(line)).toEqual([{ path: [1], at: [1, 0] }, { path: [2], at: [2, 1] }]);
    expect(middlesOf(area)).toHaveLength(7);
    expect(middlesOf({ type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] })).toEqual([]);
  });
  it('move, and a ring stays closed', () => {
    expect(moveVertex(line, [1], [5, 5]).coordinates).toEqual([[0, 0], [5, 5], [2, 2]]);
    const moved = moveVertex(area, [0, 0], [-1, -1]).coordinates as number[][][];
    expect([moved[0]![0], moved[0]!.at(-1)]).toEqual([[-1, -1], [-1, -1]]);
    expect(moved[1]).toBe((area.coordinates as number[][][])[1]);
    expect(moveVertex({ type: 'Point', coordinates: [1, 2] }, [], [3, 4]).coordinates).toEqual([3, 4]);
    expect((moveVertex(areas, [1, 0, 1], [7, 7]).coordinates as number[][][][])[1]![0]![1]).toEqual([7, 7]);
  });
  it('are added before the one that follows, also at the end of a ring', () => {
    expect(insertVertex(line, [1], [1, 0]).coordinates).toEqual([[0, 0], [1, 0], [2, 0], [2, 2]]);
    const ring = (insertVertex(area, [0, 4], [0, 2]).coordinates as number[][][])[0]!;
    expect(ring).toEqual([[0, 0], [4, 0], [4, 4], [0, 4], [0, 2], [0, 0]]);
  });
  it('are removed as long as enough are left', () => {
    expect(removeVertex(line, [1])!.coordinates).toEqual([[0, 0], [2, 2]]);
    expect(removeVertex({ type: 'LineString', coordinates: [[0, 0], [1, 1]] }, [0])).toBeNull();
    expect((removeVertex(area, [0, 0])!.coordinates as number[][][])[0]).toEqual([[4, 0], [4, 4], [0, 4], [4, 0]]);
    expect(removeVertex(area, [1, 0])).toBeNull();
    expect(removeVertex({ type: 'Point', coordinates: [1, 2] }, [])).toBeNull();
  });
  it('leave the shape that was as it was', () => {
    const before = JSON.stringify(area);
    moveVertex(area, [0, 0], [9, 9]);
    removeVertex(area, [0, 1]);
    expect(JSON.stringify(area)).toBe(before);
  });
  it('are not moved in collections, nor where there is no shape', () => {
    expect(isEditable({ type: 'GeometryCollection', geometries: [] })).toBe(false);
    expect(isEditable(null)).toBe(false);
  });
});

describe('the text of a field', () => {
  it.each([['Integer', '12', 12], ['Integer', '1.5', undefined], ['Real', '1,5', 1.5], ['Real', 'deep', undefined], ['Boolean', 'true', true], ['Text', ' a ', ' a '], ['Text', '  ', null],
    ['Timestamp', '01/03/2026 07:00', '2026-03-01T00:00:00.000Z'], ['Timestamp', 'yesterday', undefined]] as const)('of %s reads %s', (type, text, value) => expect(fromText(text, { type })).toBe(value));
  it('shows times by the clock of the city', () => expect(toText('2026-03-01T00:00:00Z', { type: 'Timestamp' })).toBe('01/03/2026 07:00'));
  it('is empty for no value', () => expect(toText(null, { type: 'Integer' })).toBe(''));
});

describe('an edit in plain words', () => {
  const fields = [{ name: 'depth', type: 'Real', title: { vi: 'Độ sâu', en: 'Depth' }, unit: 'm' }, { name: 'open', type: 'Boolean', title: { vi: 'Mở', en: 'Open' } }];
  const move = (kind: string, data: FeatureMove['data']): FeatureMove => ({ version: 1, kind, at: '2026-03-01T00:00:00Z', actor: 'Lan', data });
  it('says from what to what, with units', () => {
    const told = tellMove(move('feature.replaced', { fields: { depth: { from: 4, to: 4.5 }, open: { from: true } } }), fields, dictionaries.vi, 'vi');
    expect([`${told.who} ${told.what}`, ...told.lines]).toEqual(['Lan sửa thuộc tính', 'Độ sâu: 4 m → 4,5 m', 'Mở: có → chưa có']);
  });
  it('tells a changed shape, a new feature and a removed one', () => {
    const what = (kind: string, data: FeatureMove['data']): string => tellMove(move(kind, data), fields, dictionaries.en, 'en').what;
    expect(what('feature.replaced', { shape: 'changed' })).toBe('changed the shape');
    expect(what('feature.replaced', { shape: 'changed', fields: { depth: { to: 1 } } })).toBe('changed the shape and attributes');
    expect(what('feature.created', { shape: 'set' })).toBe('added the feature');
    expect(what('feature.removed', { shape: 'removed' })).toBe('deleted the feature');
  });
  it('knows nothing where nothing is set', () => expect(tellValue(null, { type: 'Text' }, dictionaries.en, 'en')).toBe('not set'));
});

describe('the way back and forth', () => {
  const feature = (name: string): LayerFeature => ({ id: '1', geometry: { type: 'Point', coordinates: [1, 2] }, properties: { name, depth: 4 } });
  const calls: Array<{ method: string; tag: string | undefined; body: unknown }> = [];
  let status = 200;
  beforeEach(() => {
    calls.length = 0;
    status = 200;
    done.value = [];
    undone.value = [];
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
      const headers = init.headers as Record<string, string>;
      calls.push({ method: init.method!, tag: headers['If-Match'], body: init.body ? JSON.parse(String(init.body)) : null });
      const body = status >= 400 ? { code: 'precondition_failed', detail: '' } : feature('answered');
      return Promise.resolve(new Response(init.method === 'DELETE' && status < 400 ? null : JSON.stringify(body), { status: init.method === 'DELETE' && status < 400 ? 204 : status, headers: { ETag: `"${calls.length}"` } }));
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('sends only what differs, decided on what this page left', async () => {
    remember({ layer: 'wells', id: '1', before: feature('a'), after: feature('b') }, '"left"');
    const seen = changes.value;
    expect(await undo()).not.toBeNull();
    expect(calls).toEqual([{ method: 'PATCH', tag: '"left"', body: { properties: { name: 'a' } } }]);
    expect(changes.value).toBe(seen + 1);
    await redo();
    expect(calls[1]).toEqual({ method: 'PATCH', tag: '"1"', body: { properties: { name: 'b' } } });
    expect([done.value.length, undone.value.length]).toEqual([1, 0]);
  });
  it('makes what was deleted again with its id, and deletes it again', async () => {
    remember({ layer: 'wells', id: '1', before: feature('a'), after: null }, null);
    await undo();
    expect(calls[0]).toMatchObject({ method: 'POST', body: { type: 'Feature', id: '1', properties: { name: 'a' } } });
    await redo();
    expect(calls[1]).toMatchObject({ method: 'DELETE', tag: '"1"' });
  });
  it('keeps what could not be taken back', async () => {
    remember({ layer: 'wells', id: '1', before: feature('a'), after: feature('b') }, '"left"');
    status = 412;
    await expect(undo()).rejects.toMatchObject({ code: 'precondition_failed' });
    expect([done.value.length, undone.value.length]).toEqual([1, 0]);
  });
  it('forgets what was undone when something new is done', async () => {
    remember({ layer: 'wells', id: '1', before: null, after: feature('a') }, '"x"');
    await undo();
    remember({ layer: 'wells', id: '2', before: null, after: feature('b') }, '"y"');
    expect(undone.value).toEqual([]);
  });
  it('names what goes by null', () => {
    const { depth: _, ...rest } = feature('a').properties;
    expect(difference(feature('a'), { ...feature('a'), geometry: null, properties: rest })).toEqual({ geometry: null, properties: { depth: null } });
  });
});
