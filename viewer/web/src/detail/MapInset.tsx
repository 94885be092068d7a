import { useState } from 'preact/hooks';
import type { Incident } from '../api/types';
import { language, theme, words } from '../state/prefs';
import { asOf } from '../state/view';

const scale = 6000;

/** The streets around an incident, drawn by the server when somebody wants to see them: the large map may be covered, or show the whole city. */
export function MapInset({ incident }: { incident: Incident }) {
  const w = words.value.around;
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const { lon, lat } = incident.position;
  // Another version of the incident may lie elsewhere; a change of anything else needs no other picture.
  const params = new URLSearchParams({ incident: incident.id, size: '560x300', scale: String(scale), dpi: '144', theme: theme.value, lang: language.value });
  if (asOf.value) params.set('asOf', asOf.value);
  const address = `/api/maps.png?${params}`;
  return (
    <details class="inset" onToggle={(event) => { setOpen(event.currentTarget.open); setFailed(false); }}>
      <summary>{w.map}</summary>
      {open && (failed ? <p class="field-hint">{w.mapFailed}</p>
        : <img key={`${address} ${lon} ${lat}`} src={address} width={560} height={300} alt={w.mapOf(incident.title)} onError={() => setFailed(true)} />)}
    </details>
  );
}
