import { words } from '../state/prefs';
import { alertPrefs, tones, type AlertPrefs, type Tone } from './alertPrefs';
import { allowSound, play, soundState } from './sound';

/** What is heard: for each severity its own tone, or none. Choosing one plays it. */
export function SoundChoices() {
  const w = words.value.alerts;
  const prefs = alertPrefs.value;
  const set = (change: Partial<AlertPrefs>): void => { alertPrefs.value = { ...alertPrefs.value, ...change }; };
  const hear = (tone: Tone): void => void allowSound().then(() => play(tone, alertPrefs.value.volume), () => undefined);
  const choice = (name: string, value: Tone, choose: (tone: Tone) => void) => (
    <label class="sound-line" key={name}><span>{name}</span>
      <select value={value} disabled={prefs.muted} onChange={(event) => { const tone = event.currentTarget.value as Tone; choose(tone); hear(tone); }}>
        {tones.map((tone) => <option key={tone} value={tone}>{w.tones[tone]}</option>)}
      </select>
    </label>
  );
  return (
    <section class="sounds" aria-label={w.sounds}>
      <h2>{w.sounds}</h2>
      {soundState.value === 'unsupported' && <p class="field-problem">{w.unsupported}</p>}
      {soundState.value === 'blocked' && <p class="field-problem" role="alert">{w.blocked}</p>}
      <label class="check"><input type="checkbox" checked={!prefs.muted} onChange={(event) => set({ muted: !event.currentTarget.checked })} />{w.on}</label>
      <details>
        <summary>{w.each}</summary>
        {[5, 4, 3, 2, 1].map((severity) => choice(`${words.value.incident.severityOf(severity)} · ${words.value.incident.severities[severity as 1]}`, prefs.bySeverity[severity] ?? 'none',
          (tone) => set({ bySeverity: { ...alertPrefs.value.bySeverity, [severity]: tone } })))}
        {choice(w.noticeTone, prefs.notice, (notice) => set({ notice }))}
        <label class="sound-line"><span>{w.volume}</span>
          <input type="range" min="0" max="1" step="0.1" value={prefs.volume} disabled={prefs.muted} onChange={(event) => { set({ volume: Number(event.currentTarget.value) }); hear('soft'); }} />
        </label>
      </details>
      <label class="check"><input type="checkbox" checked={prefs.exercises} onChange={(event) => set({ exercises: event.currentTarget.checked })} />{w.exercises}</label>
    </section>
  );
}
