import { describe, expect, it, vi } from 'vitest';
import { escape } from '../src/state/keys';
import { moveForm } from '../src/state/moveRequest';
import { detail } from '../src/state/view';

vi.hoisted(() => {
  vi.stubGlobal('location', new URL('http://localhost/'));
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
});
vi.mock('../src/map/mapHandle', () => ({}));
vi.mock('../src/map/shareView', () => ({}));
vi.mock('../src/aids/readAloud', () => ({}));

describe('the key that puts away', () => {
  it('closes the form of a move before the incident it belongs to', () => {
    detail.value = { kind: 'incident', id: 'a' };
    moveForm.value = () => { moveForm.value = null; };
    escape();
    expect(detail.value).not.toBeNull();
    escape();
    expect(detail.value).toBeNull();
  });
});
