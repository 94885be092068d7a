import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Incident } from '../api/types';
import { formatDistance } from '../format/distance';
import { formatNumber } from '../format/number';
import { facilities, facilitiesError, loadFacilities } from '../state/facilities';
import { language, words } from '../state/prefs';
import { FacilityIcon } from '../facilities/FacilityIcon';
import { facilityName, kindName, nameOfFacility } from '../facilities/names';
import { ErrorState } from '../ui/ErrorState';
import { Icon } from '../ui/Icon';
import { Skeleton } from '../ui/Skeleton';
import { nearestFacilities } from './nearestFacilities';

const most = 20;

export interface LinkFacilityProps {
  incident: Incident;
  busy: boolean;
  /** Null takes the link back. */
  onChoose: (id: string | null) => void;
  onCancel: () => void;
}

/** The facilities to link, nearest first, found by name or kind; and the way to take the link back. */
export function LinkFacility({ incident, busy, onChoose, onCancel }: LinkFacilityProps) {
  const m = words.value.incident.moves;
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const all = facilities.value;
  const { lon, lat } = incident.position;
  const near = useMemo(() => nearestFacilities((all ?? []).filter(({ id }) => id !== incident.facility), { lon, lat }, text, kindName), [all, incident.facility, lon, lat, text, language.value]);
  const number = (count: number): string => formatNumber(count, language.value);
  return (
    <form class="ask" onSubmit={(event) => { event.preventDefault(); if (near.length === 1 && !busy) onChoose(near[0]!.facility.id); }}>
      {incident.facility && (
        <p class="linked-now"><Icon name="link" size={18} /><span>{m.linkedNow(nameOfFacility(incident.facility))}</span>
          <button type="button" class="button" disabled={busy} onClick={() => onChoose(null)}>{m.unlink}</button></p>
      )}
      <label class="field"><span>{m.linkAsk}</span>
        <input ref={input} type="search" value={text} maxLength={120} placeholder={m.linkHint} autocomplete="off" onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      {!all ? (facilitiesError.value !== null ? <ErrorState error={facilitiesError.value} retry={() => void loadFacilities()} /> : <Skeleton rows={3} />) : (
        <>
          <p class="field-hint" role="status">{near.length === 0 ? (text.trim() ? m.linkNoMatch(text.trim()) : m.linkNone) : near.length > most ? m.linkSome(number(most), number(near.length)) : m.linkAll(number(near.length))}</p>
          {near.length > 0 && (
            <ul class="choose link-choose">
              {near.slice(0, most).map(({ facility, metres }) => (
                <li key={facility.id}>
                  <button type="button" class="choose-item" disabled={busy} onClick={() => onChoose(facility.id)}>
                    <FacilityIcon kind={facility.kind} /><span>{facilityName(facility)}</span><small>{formatDistance(metres, language.value, words.value.units)}</small>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      <div class="form-buttons"><button type="button" class="button" onClick={onCancel}>{words.value.cancel}</button></div>
    </form>
  );
}
