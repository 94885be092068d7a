import { signal } from '@preact/signals';
import type { Tone } from './alertPrefs';
import { toneNotes } from './toneNotes';

/** Browsers play nothing before a person has touched the page: `waiting` until then, `blocked` when something should have sounded. */
export const soundState = signal<'waiting' | 'ready' | 'blocked' | 'unsupported'>(typeof AudioContext === 'undefined' ? 'unsupported' : 'waiting');

let context: AudioContext | undefined;

/** Makes sound possible; call it from a click or a key. */
export async function allowSound(): Promise<void> {
  if (soundState.value === 'unsupported') return;
  context ??= new AudioContext();
  if (context.state !== 'running') await context.resume();
  if (context.state === 'running') soundState.value = 'ready';
}

/** Lets the first touch or key of the page make sound possible. Returns the function that stops waiting. */
export function keepSound(): () => void {
  const signs = ['pointerdown', 'keydown'] as const;
  const stop = (): void => { for (const sign of signs) removeEventListener(sign, allow, true); };
  const allow = (): void => {
    allowSound().then(() => { if (soundState.value === 'ready') stop(); }, () => undefined);
  };
  for (const sign of signs) addEventListener(sign, allow, true);
  return stop;
}

/** Plays a tone; when the browser does not let it, says so and is silent. True when it sounded. */
export function play(tone: Tone, volume: number): boolean {
  if (tone === 'none') return false;
  if (soundState.value !== 'ready' || context?.state !== 'running') {
    if (soundState.value !== 'unsupported') soundState.value = 'blocked';
    return false;
  }
  for (const note of toneNotes[tone]) {
    const begin = context.currentTime + 0.02 + note.at;
    const [source, gain] = [context.createOscillator(), context.createGain()];
    source.frequency.value = note.hertz;
    // A soft edge on both sides: a hard one clicks.
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(volume * 0.4, begin + 0.015);
    gain.gain.setTargetAtTime(0, begin + note.seconds * 0.6, note.seconds * 0.18);
    source.connect(gain).connect(context.destination);
    source.start(begin);
    source.stop(begin + note.seconds + 0.3);
  }
  return true;
}
