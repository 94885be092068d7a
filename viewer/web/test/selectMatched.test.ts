import { afterEach, describe, expect, it, vi } from 'vitest';

describe('choosing all that the list matches', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('says so when the server does not answer, and leaves what was chosen', async () => {
    vi.stubGlobal('location', { search: '', hash: '', origin: 'http://city', href: 'http://city/' });
    vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    const { selectMatched } = await import('../src/list/bulk/selectMatched');
    const { selection } = await import('../src/list/bulk/selection');
    const { toasts } = await import('../src/state/toasts');
    const before = selection.value;
    await selectMatched();
    expect(selection.value).toBe(before);
    expect(toasts.value.at(-1)).toMatchObject({ tone: 'bad', topic: 'select' });
  });
});
