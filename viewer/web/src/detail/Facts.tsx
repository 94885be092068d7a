import type { ComponentChildren } from 'preact';
import type { Incident } from '../api/types';
import { waitingMoves } from '../connection/waitingMoves';
import { formatAge, formatLeft } from '../format/age';
import { formatCoordinates } from '../format/coordinates';
import { formatDateTime } from '../format/dateTime';
import { formatDistance } from '../format/distance';
import { measureGeometry } from '../format/measure';
import { districtName } from '../state/city';
import { facilities } from '../state/facilities';
import { now } from '../state/clock';
import { moveRequest } from '../state/moveRequest';
import { language, words } from '../state/prefs';
import { asOf, openDistrict, openFacility } from '../state/view';

/** Where, whose, by when; and why this district. */
export function Facts({ incident }: { incident: Incident }) {
  const w = words.value;
  const f = w.incident.fields;
  const at = asOf.value ? Date.parse(asOf.value) : now.value;
  const when = (time: string): string => `${formatDateTime(time, language.value)} · ${w.incident.times.ago(formatAge(at - Date.parse(time), w.units))}`;
  const district = incident.district;
  return (
    <section class="facts">
      {incident.description && <p class="description">{incident.description}</p>}
      <dl>
        <Fact name={f.address}>{incident.address || w.incident.noAddress}</Fact>
        <Fact name={f.district}>
          {district ? <button type="button" class="link" onClick={() => openDistrict(district.id)}>{districtName(district)}</button> : w.incident.noDistrict}
          <Jurisdiction incident={incident} />
        </Fact>
        {incident.agency && <Fact name={f.agency}>{incident.agency}</Fact>}
        {incident.facility && <Fact name={f.facility}><FacilityLink id={incident.facility} /> <TakeBack incident={incident} command="linkFacility" args={{ facility: null }} /></Fact>}
        {incident.footprint && <Fact name={f.footprint}>{measureGeometry(incident.footprint, language.value, w.units)} <TakeBack incident={incident} command="drawFootprint" args={{ footprint: null }} /></Fact>}
        {incident.dueAt && <Fact name={f.deadline}>{deadline(incident, at)}</Fact>}
        <Fact name={f.occurred}>{when(incident.occurredAt)}</Fact>
        {incident.recordedAt.slice(0, 16) !== incident.occurredAt.slice(0, 16) && <Fact name={f.recorded}>{when(incident.recordedAt)}</Fact>}
        {incident.closedAt && <Fact name={f.closed}>{formatDateTime(incident.closedAt, language.value)} · {w.incident.times.took(formatAge(Date.parse(incident.closedAt) - Date.parse(incident.recordedAt), w.units))}</Fact>}
        <Fact name={f.coordinates}><span class="figures">{formatCoordinates(incident.position)}</span></Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return <div class="fact"><dt>{name}</dt><dd>{children}</dd></div>;
}

function deadline(incident: Incident, at: number): string {
  const w = words.value;
  const due = incident.dueAt ?? '';
  const moment = formatDateTime(due, language.value);
  if (!incident.open) return moment;
  const left = Date.parse(due) - at;
  return `${moment} · ${left < 0 ? w.incident.times.late(formatAge(left, w.units)) : w.incident.times.left(formatLeft(left, w.units))}`;
}

function FacilityLink({ id }: { id: string }) {
  const known = facilities.value?.find((facility) => facility.id === id);
  if (!known) return <>{words.value.facilities.kinds.other}</>;
  return <button type="button" class="link" onClick={() => openFacility(known)}>{language.value === 'en' && known.nameEn ? known.nameEn : known.name}</button>;
}

/** Takes back what was tied to the incident, beside where it is told. */
function TakeBack({ incident, command, args }: { incident: Incident; command: 'linkFacility' | 'drawFootprint'; args: Record<string, unknown> }) {
  const m = words.value.incident.moves;
  if (asOf.value || !incident.allowed?.includes(command)) return null;
  return (
    <button type="button" class="take-back" disabled={waitingMoves(incident.id).includes(command)} onClick={() => { moveRequest.value = { id: incident.id, command, args }; }}>
      {command === 'linkFacility' ? m.unlink : m.wipe}</button>
  );
}

function Jurisdiction({ incident }: { incident: Incident }) {
  const w = words.value;
  const why = incident.jurisdiction;
  if (!why) return null;
  const area = (id: string | null, name: string | null): string => (id && name ? districtName({ id, name }) : name ?? '');
  const metres = (value: number | null): string => formatDistance(value ?? 0, language.value, w.units);
  const own = area(why.areaId, why.areaName);
  const j = w.incident.jurisdiction;
  const rule = {
    Inside: () => j.inside(own, metres(why.distanceToBorderMetres)),
    OnBorder: () => j.onBorder(own),
    Nearest: () => j.nearest(own, metres(why.distanceToBorderMetres)),
    Outside: () => j.outside,
  }[why.rule]?.() ?? j.outside;
  return (
    <details class="why">
      <summary>{j.why}</summary>
      <p>{rule}{why.edition ? ` ${j.edition(why.edition)}` : ''}{why.runnerUpName ? ` ${j.runnerUp(area(why.runnerUpId, why.runnerUpName), metres(why.runnerUpDistanceMetres))}` : ''}</p>
    </details>
  );
}
