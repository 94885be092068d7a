// @vitest-environment happy-dom
import { h, render } from 'preact';
import { describe, expect, it } from 'vitest';
import { fetchLazy, lazy } from '../src/ui/lazy';

const Part = (): ReturnType<typeof h> => h('p', null, 'here');

describe('a part whose code comes later', () => {
  it('shows once its code is there', async () => {
    const root = document.createElement('div');
    render(h(lazy(() => Promise.resolve(Part), 2), {}), root);
    await expect.poll(() => root.textContent).toBe('here');
  });
  it('shows also when its code came between its first drawing and its effect', async () => {
    const root = document.createElement('div');
    render(h(lazy(() => Promise.resolve(Part), 2), {}), root);
    expect(root.textContent).toBe('');
    await fetchLazy();
    await expect.poll(() => root.textContent).toBe('here');
  });
});
