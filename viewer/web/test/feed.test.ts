import { describe, expect, it } from 'vitest';
import { feedReducer, type FeedEvent } from '../src/feed/feedReducer';
import { initialFeed, type FeedState } from '../src/feed/feedState';
import { readFeature } from '../src/feed/feedMessages';

const run = (...events: FeedEvent[]): FeedState => events.reduce(feedReducer, initialFeed);
const hello = (sequence: number, epoch = 'e1', at = 1): FeedEvent => ({ kind: 'hello', epoch, sequence, at });
const change = (sequence: number, at = 2): FeedEvent => ({ kind: 'change', sequence, at });
const lost = (at: number, online = true): FeedEvent => ({ kind: 'lost', online, at });

describe('the feed', () => {
  it('is live after the greeting', () => expect(run(hello(10))).toMatchObject({ connection: { kind: 'live' }, sequence: 10, reload: 0 }));
  it('remembers the highest sequence', () => expect(run(hello(10), change(12), change(11)).sequence).toBe(12));
  it('is stale since the line first broke, however often it breaks again', () =>
    expect(run(hello(10), change(11, 500), lost(900), lost(1500)).connection).toEqual({ kind: 'stale', since: 900 }));
  it('says offline when the device has no network', () => expect(run(hello(10), lost(3, false)).connection.kind).toBe('offline'));
  it('catches up after a broken line, and is live with the next greeting', () => {
    const back = run(hello(10), lost(3), { kind: 'opened', at: 4 });
    expect(back.connection.kind).toBe('catchingUp');
    expect(feedReducer(back, hello(15)).connection.kind).toBe('live');
    expect(feedReducer(back, hello(15)).reload).toBe(0);
  });
  it('reads everything again under another epoch', () => expect(run(hello(10), hello(3, 'e2'))).toMatchObject({ epoch: 'e2', sequence: 3, reload: 1 }));
  it('reads nothing again when the line goes on a little before what was seen', () => expect(run(hello(10), change(12), hello(11))).toMatchObject({ sequence: 12, reload: 0 }));
  it('reads everything again when told to', () => expect(run(hello(10), { kind: 'reset', sequence: 90, at: 5 })).toMatchObject({ sequence: 90, reload: 1 }));
  it('pauses while the past is looked at', () => expect(run(hello(10), { kind: 'paused', at: 6 }).connection.kind).toBe('paused'));
});

describe('a feature event', () => {
  it('of another layer tells only which', () => expect(readFeature({ layer: 'rain', seq: 4, feature: { id: 'x' } })).toEqual({ kind: 'layer', sequence: 4, layer: 'rain' }));
  it('of incidents carries the incident', () => expect(readFeature({ layer: 'incidents', seq: 4, feature: { id: 'x' } })).toMatchObject({ kind: 'incident', incident: { id: 'x' } }));
});
