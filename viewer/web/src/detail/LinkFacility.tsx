import type { Facility, Incident } from '../api/types';
import { formatDistance } from '../format/distance';
import { greatCircle } from '../format/greatCircle';
import { facilities } from '../state/facilities';
import { language, words } from '../state/prefs';
import { FacilityIcon } from '../facilities/FacilityIcon';

const reachMetres = 1500;
const most = 6;

/** The nearest facilities to link, from those the page already holds. */
export function LinkFacility({ incident, onChoose, onCancel }: { incident: Incident; onChoose: (id: string) => void; onCancel: () => void }) {
  const m = words.value.incident.moves;
  const near = nearest(incident, facilities.value ?? []);
  return (
    <div class="ask">
      <h3>{m.linkAsk}</h3>
      {!near.length && <p class="field-hint">{m.linkNone}</p>}
      <ul class="choose">
        {near.map(({ facility, metres }) => (
          <li key={facility.id}>
            <button type="button" class="choose-item" onClick={() => onChoose(facility.id)}>
              <FacilityIcon kind={facility.kind} /><span>{facility.name}</span><small>{formatDistance(metres, language.value, words.value.units)}</small>
            </button>
          </li>
        ))}
      </ul>
      <div class="form-buttons"><button type="button" class="button" onClick={onCancel}>{words.value.cancel}</button></div>
    </div>
  );
}

function nearest(incident: Incident, all: readonly Facility[]): Array<{ facility: Facility; metres: number }> {
  return all.map((facility) => ({ facility, metres: greatCircle(incident.position, facility.position) }))
    .filter(({ metres }) => metres <= reachMetres)
    .sort((a, b) => a.metres - b.metres)
    .slice(0, most);
}
