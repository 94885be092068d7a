import type { Lookup, Position } from '../api/types';
import { request } from '../api/request';
import { formatCoordinates } from '../format/coordinates';
import { districtName } from '../state/city';
import { words } from '../state/prefs';
import { Icon } from '../ui/Icon';
import { useAsync } from '../ui/useAsync';

/** A position in words: the nearest street and the district; the coordinates stay visible. */
export function PlaceLine({ position }: { position: Position }) {
  const w = words.value;
  const key = `${position.lon.toFixed(5)},${position.lat.toFixed(5)}`;
  const place = useAsync<Lookup>(key, () => request(`/api/lookup?lon=${position.lon}&lat=${position.lat}`));
  const found = place.value;
  const text = found ? found.address || w.incident.noAddress : place.error === null ? w.report.locating : w.incident.noAddress;
  return (
    <div class="place">
      <Icon name="pin" />
      <div>
        <p class="place-address" aria-live="polite">{text}</p>
        <p class="place-district figures">{found ? `${districtName(found.district)} · ` : ''}{formatCoordinates(position)}</p>
        <p class="field-hint">{w.report.positionHint}</p>
      </div>
    </div>
  );
}
