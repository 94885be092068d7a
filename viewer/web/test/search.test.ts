import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

describe('what the search is asked', () => {
  const asked: string[] = [];
  beforeEach(() => {
    vi.stubGlobal('location', { search: '', hash: '', origin: 'http://city', href: 'http://city/' });
    vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
    vi.stubGlobal('addEventListener', () => undefined);
    vi.stubGlobal('innerWidth', 1440);
    vi.stubGlobal('innerHeight', 900);
    vi.stubGlobal('fetch', (address: string) => {
      asked.push(address);
      return Promise.resolve(new Response(JSON.stringify({ groups: [], complete: true }), { headers: { 'content-type': 'application/json' } }));
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is near what no panel covers', async () => {
    const { mapHandle } = await import('../src/map/mapHandle');
    const { panelSize } = await import('../src/state/layout');
    const { find } = await import('../src/search/useSearch');
    const map = { getContainer: () => ({ clientWidth: 1364, clientHeight: 800 }), unproject: ([x, y]: [number, number]) => ({ lng: 106 + x / 10_000, lat: 22 - y / 10_000 }) };
    mapHandle.value = map as never;
    await find('chợ', new AbortController().signal);
    expect(new URL(asked[0] ?? '', 'http://city').searchParams.get('bbox')).toBe(`106,21.92,${106 + (1364 - panelSize.value) / 10_000},22`);
  });
});
