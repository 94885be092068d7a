import { effect, signal } from '@preact/signals';

/** How an incident makes itself heard. */
export type Tone = 'none' | 'soft' | 'double' | 'urgent';
export const tones: readonly Tone[] = ['none', 'soft', 'double', 'urgent'];

export interface AlertPrefs {
  muted: boolean;
  /** From 0 to 1. */
  volume: number;
  /** By severity. */
  bySeverity: Record<number, Tone>;
  /** A district reached a threshold. */
  notice: Tone;
  /** Drills stay silent unless somebody wants them heard. */
  exercises: boolean;
}

export const defaultAlerts: AlertPrefs = {
  muted: false, volume: 0.6, bySeverity: { 1: 'none', 2: 'none', 3: 'none', 4: 'double', 5: 'urgent' }, notice: 'soft', exercises: false,
};

const key = 'citymap.alerts';

/** Reads what was stored; what cannot be read is as it comes. */
export function readAlerts(text: string | null): AlertPrefs {
  try {
    const stored = JSON.parse(text ?? '{}') as Partial<AlertPrefs>;
    const tone = (value: unknown, usual: Tone): Tone => (tones.includes(value as Tone) ? (value as Tone) : usual);
    const bySeverity = Object.fromEntries([1, 2, 3, 4, 5].map((severity) => [severity, tone(stored.bySeverity?.[severity], defaultAlerts.bySeverity[severity]!)]));
    const volume = typeof stored.volume === 'number' && stored.volume >= 0 && stored.volume <= 1 ? stored.volume : defaultAlerts.volume;
    return { muted: stored.muted === true, volume, bySeverity, notice: tone(stored.notice, defaultAlerts.notice), exercises: stored.exercises === true };
  } catch {
    return defaultAlerts;
  }
}

/** What a person wants to hear; kept in this browser only. */
export const alertPrefs = signal<AlertPrefs>(readStored());

function readStored(): AlertPrefs {
  try {
    return readAlerts(localStorage.getItem(key));
  } catch {
    return defaultAlerts;
  }
}

export function keepAlertPrefs(): void {
  effect(() => {
    const text = JSON.stringify(alertPrefs.value);
    try {
      localStorage.setItem(key, text);
    } catch {
      // Storage may be full or forbidden: the choice then lasts as long as the page.
      return;
    }
  });
}
