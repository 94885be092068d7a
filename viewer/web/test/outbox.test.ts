import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { flush } from '../src/connection/keepOutbox';
import { keptTexts } from '../src/connection/keptTexts';
import { outbox } from '../src/connection/outbox';
import { waitingMoves } from '../src/connection/waitingMoves';
import { sendCommand } from '../src/state/commands';
import { toasts } from '../src/state/toasts';
import { makeIncident } from './fixtures';

vi.hoisted(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('location', new URL('http://localhost/'));
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
  vi.stubGlobal('sessionStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => kept.set(key, text), removeItem: (key: string) => kept.delete(key) });
});

interface Sent { command: string; expectedVersion: number }

/** A server with one incident, decided by its version as the real one does. */
class FakeServer {
  away = true;
  version = 1;
  state = 'New';
  readonly done: string[] = [];
  readonly answer = (_: string, init: RequestInit): Promise<Response> => {
    if (this.away) return Promise.reject(new TypeError('no network'));
    const { command, expectedVersion } = JSON.parse(String(init.body)) as Sent;
    const now = (): object => makeIncident({ version: this.version, state: this.state });
    if (expectedVersion !== this.version) return Promise.resolve(Response.json({ code: 'version_conflict', current: now() }, { status: 409 }));
    this.version++;
    if (command === 'receive') this.state = 'Received';
    this.done.push(command);
    return Promise.resolve(Response.json(now()));
  };
}

describe('moves decided while the server was away', () => {
  let server: FakeServer;
  const press = async (...commands: string[]): Promise<void> => {
    for (const command of commands) await sendCommand(makeIncident(), command, {}, command).catch(() => undefined);
  };
  beforeEach(() => {
    server = new FakeServer();
    vi.stubGlobal('fetch', server.answer);
  });
  afterEach(() => {
    outbox.value = [];
    toasts.value = [];
  });

  it('wait in the order they were made, also when the server is away again', async () => {
    await press('acknowledge', 'receive');
    await flush();
    expect(waitingMoves('a')).toEqual(['acknowledge', 'receive']);
  });
  it('on one incident follow from one another', async () => {
    await press('acknowledge', 'receive', 'start');
    server.away = false;
    await flush();
    expect(server.done).toEqual(['acknowledge', 'receive', 'start']);
    expect(waitingMoves('a')).toEqual([]);
    expect(toasts.value.map((toast) => toast.tone)).toEqual(['good']);
  });
  it('are refused when somebody else changed it, and say so; what only adds is done', async () => {
    await press('acknowledge', 'receive');
    [server.away, server.version, server.state] = [false, 4, 'InProgress'];
    await flush();
    expect(server.done).toEqual(['acknowledge']);
    expect(toasts.value.at(-1)?.text).toContain('Có người đã thay đổi sự cố trong lúc mất liên lạc; giờ là “Đang xử lý”');
    expect(toasts.value.some((toast) => toast.text.includes('Tự gửi lại'))).toBe(false);
  });
  it('keep their text until it was sent', async () => {
    keptTexts.set('move.a.assign', 'Đội 1');
    await press('assign');
    expect(keptTexts.get('move.a.assign')).toBe('Đội 1');
    server.away = false;
    await flush();
    expect(keptTexts.get('move.a.assign')).toBe('');
  });
});
