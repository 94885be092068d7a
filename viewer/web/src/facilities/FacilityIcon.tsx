import { makiPath } from '../map/icons/maki';

/** The Maki icon of a kind of facility, as on the map. */
export function FacilityIcon({ kind, status }: { kind: string; status?: string }) {
  return (
    <span class={`facility-icon${status ? ` facility-${status.toLowerCase()}` : ''}`} aria-hidden="true">
      <svg viewBox="0 0 15 15" width="15" height="15"><path d={makiPath(kind)} fill-rule="evenodd" /></svg>
    </span>
  );
}
