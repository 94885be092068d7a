import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acknowledgeFirst } from '../src/alerts/acknowledge';
import { sendBulk } from '../src/list/bulk/sendBulk';
import { actor } from '../src/state/prefs';
import { answerWhoActs, knowsWhoActs, nameAsked } from '../src/state/whoActs';
import { makeIncident } from './fixtures';

const kept = vi.hoisted(() => {
  const texts = new Map<string, string>();
  vi.stubGlobal('location', new URL('http://localhost/'));
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
  vi.stubGlobal('sessionStorage', { getItem: (key: string) => texts.get(key) ?? null, setItem: (key: string, text: string) => texts.set(key, text), removeItem: (key: string) => texts.delete(key) });
  return texts;
});

describe('a move of a person without a name', () => {
  const sent: Array<{ path: string; actor: string | undefined }> = [];
  beforeEach(() => {
    actor.value = '';
    sent.length = 0;
    vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
      if (init?.method === 'POST') sent.push({ path, actor: (init.headers as Record<string, string>)['X-Actor'] });
      return Promise.resolve(Response.json(init?.method === 'POST' ? makeIncident({ acknowledged: true }) : { items: [makeIncident()], numberMatched: 1 }));
    });
  });
  afterEach(() => answerWhoActs('cancel'));

  it('waits for the name, then goes out under it', async () => {
    const move = acknowledgeFirst();
    expect(nameAsked.value).toBe(true);
    expect(sent).toEqual([]);
    answerWhoActs({ name: '  Lê Minh ' });
    await move;
    expect(actor.value).toBe('Lê Minh');
    expect(sent).toEqual([{ path: '/api/incidents/a/commands', actor: encodeURIComponent('Lê Minh') }]);
    expect(nameAsked.value).toBe(false);
  });
  it('is not made when it is given up, and the next one asks again', async () => {
    const move = acknowledgeFirst();
    answerWhoActs('cancel');
    await move;
    expect(sent).toEqual([]);
    void acknowledgeFirst();
    expect(nameAsked.value).toBe(true);
  });
  it('is asked about once however many wait', async () => {
    const both = Promise.all([knowsWhoActs(), knowsWhoActs()]);
    answerWhoActs({ name: 'Lê Minh' });
    expect(await both).toEqual([true, true]);
  });
  it('does not ask whoever has a name', async () => {
    actor.value = 'Hoàng Lan';
    expect(await knowsWhoActs()).toBe(true);
    expect(nameAsked.value).toBe(false);
    await sendBulk([makeIncident()], 'acknowledge', {}, 'k').catch(() => undefined);
    expect(sent[0]?.actor).toBe(encodeURIComponent('Hoàng Lan'));
  });
  it('goes without one for the rest of the session when that was chosen', async () => {
    const first = knowsWhoActs();
    answerWhoActs('unnamed');
    expect(await first).toBe(true);
    expect(await knowsWhoActs()).toBe(true);
    expect(nameAsked.value).toBe(false);
    expect([...kept.values()]).toContain('yes');
  });
});
