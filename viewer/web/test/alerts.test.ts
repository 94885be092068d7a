import { describe, expect, it } from 'vitest';
import { Alarms } from '../src/alerts/Alarms';
import { defaultAlerts, readAlerts, type AlertPrefs } from '../src/alerts/alertPrefs';
import { badgeIcon, badgeText } from '../src/alerts/badge';
import { addNotice, readNotice } from '../src/alerts/notices';
import { toneNotes } from '../src/alerts/toneNotes';
import { makeIncident } from './fixtures';

const prefs: AlertPrefs = { ...defaultAlerts, bySeverity: { 1: 'none', 2: 'none', 3: 'soft', 4: 'double', 5: 'urgent' } };
const report = (part: Parameters<typeof makeIncident>[0]) => makeIncident({ severity: 4, ...part });

describe('what is heard', () => {
  it('is a new incident, once', () => {
    const alarms = new Alarms();
    expect(alarms.take([report({})], prefs)?.id).toBe('a');
    expect(alarms.take([report({ version: 2 })], prefs)).toBeNull();
  });
  it('is the most severe of a burst', () => expect(new Alarms().take([report({ id: 'x', severity: 3 }), report({ id: 'y', severity: 5 }), report({ id: 'z' })], prefs)?.id).toBe('y'));
  it('is one that became more severe, and not one that became less', () => {
    const alarms = new Alarms();
    alarms.learn([report({ severity: 3 })]);
    expect(alarms.take([report({ version: 2, severity: 5 })], prefs)?.severity).toBe(5);
    expect(alarms.take([report({ version: 3, severity: 4 })], prefs)).toBeNull();
  });
  it('is no drill, unless drills are wanted', () => {
    expect(new Alarms().take([report({ exercise: true })], prefs)).toBeNull();
    expect(new Alarms().take([report({ exercise: true })], { ...prefs, exercises: true })).not.toBeNull();
  });
  it.each([{ acknowledged: true }, { open: false, state: 'Closed' }, { severity: 2 }, { version: 7 }])('is not %o', (part) => expect(new Alarms().take([report(part)], prefs)).toBeNull());
  it('is not what the list showed already', () => {
    const alarms = new Alarms();
    alarms.learn([report({})]);
    expect(alarms.take([report({})], prefs)).toBeNull();
  });
  it('sounds the more urgent the more notes it has', () => expect(toneNotes.soft.length < toneNotes.double.length && toneNotes.double.length < toneNotes.urgent.length).toBe(true));
});

describe('the choices kept in the browser', () => {
  it('come back as they were', () => expect(readAlerts(JSON.stringify({ ...prefs, muted: true, volume: 0.2 }))).toEqual({ ...prefs, muted: true, volume: 0.2 }));
  it.each([null, 'no json', '{"volume":9,"bySeverity":{"5":"trumpet"}}'])('are the usual ones where %s is kept', (text) => expect(readAlerts(text)).toEqual(defaultAlerts));
});

describe('the badge', () => {
  it.each([[0, ''], [7, '7'], [99, '99'], [100, '99+']] as const)('of %s says %s', (count, text) => expect(badgeText(count)).toBe(text));
  it('is a picture of its own, asked of nobody', () => expect(badgeIcon('7')).toMatch(/^data:image\/svg\+xml,/));
});

describe('a notice of a district', () => {
  const read = (sequence: number) => readNotice('06001@2025', sequence, { at: '2026-11-25T17:00:00Z', notice: { count: 6, threshold: { type: 'WATER', minSeverity: 3, count: 5 } } });
  it('says how many of what', () => expect(read(4)).toMatchObject({ count: 6, least: 5, type: 'WATER', minSeverity: 3 }));
  it('is there once, the newest first', () => expect(addNotice(addNotice([read(1)], read(2)), read(1)).map((notice) => notice.sequence)).toEqual([1, 2]));
});
