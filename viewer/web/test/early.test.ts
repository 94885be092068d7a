import script from '../public/early.js?raw';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { takeEarly } from '../src/api/early';
import { openQuery, queryParams } from '../src/query/incidentQuery';
import { usualSort } from '../src/query/sortParam';


/** Runs the script of the page's head as on a page of this address. */
async function asked(search: string, ok = true): Promise<string[]> {
  const paths: string[] = [];
  const answer = (path: string): Promise<unknown> => {
    paths.push(path);
    return Promise.resolve({ ok, statusText: '' });
  };
  new Function('window', 'location', 'fetch', script)({}, { search }, answer);
  await new Promise((done) => setTimeout(done));
  return paths;
}

describe('the head of the page', () => {
  it('asks where the journal stands before it asks for any list', async () => expect((await asked(''))[0]).toBe('/api/info'));
  it('asks for the very list the console asks for', async () => {
    const params = queryParams(openQuery);
    params.set('sort', usualSort);
    params.set('limit', '100');
    expect(await asked('')).toContain(`/api/incidents?${params}`);
  });
  it('leaves another list, and the past, to the console', async () => {
    expect((await asked('?all')).filter((path) => path.startsWith('/api/incidents?'))).toEqual([]);
    expect(await asked('?asOf=2026-11-22T00:00:00Z')).toEqual([]);
  });
  it('asks for nothing more from a server that is still starting', async () => expect(await asked('', false)).toEqual(['/api/info']));
});

describe('an early answer', () => {
  afterEach(() => vi.unstubAllGlobals());
  it('is taken once, and never when it failed', async () => {
    const good = {} as Response;
    vi.stubGlobal('citymapEarly', new Map([['/a', () => Promise.resolve(good)], ['/b', () => Promise.reject(new Error('gone'))]].map(([path, answer]) => [path, (answer as () => Promise<Response>)()])));
    expect([await takeEarly('/a'), await takeEarly('/a'), await takeEarly('/b'), await takeEarly('/c')]).toEqual([good, null, null, null]);
  });
});
