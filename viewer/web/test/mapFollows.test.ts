import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const page = { items: [], numberMatched: 0, numberReturned: 0, sequence: 1, next: null };

describe('what the map is asked for', () => {
  const answers: Array<(response: Response) => void> = [];
  beforeEach(() => {
    vi.stubGlobal('location', { search: '', hash: '', origin: 'http://city', href: 'http://city/' });
    vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
    vi.stubGlobal('fetch', () => new Promise<Response>((done) => answers.push(done)));
  });
  afterEach(() => vi.unstubAllGlobals());

  it('follows the list once that has its answer, and the last question only', async () => {
    const { loadIncidents, mapQuery, setQuery } = await import('../src/state/incidents');
    setQuery({ severities: [5] });
    const first = loadIncidents();
    setQuery({ severities: [4], box: [106, 21, 107, 22] });
    const second = loadIncidents();
    expect(mapQuery.value.severities).toEqual([]);
    for (let waited = 0; answers.length < 2 && waited < 50; waited++) await Promise.resolve();
    answers[0]?.(new Response(JSON.stringify(page)));
    await first;
    expect(mapQuery.value.severities).toEqual([]);
    answers[1]?.(new Response('{}', { status: 503 }));
    await second;
    expect(mapQuery.value).toMatchObject({ severities: [4], box: null });
  });
});
