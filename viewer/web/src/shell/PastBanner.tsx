import { formatDateTime } from '../format/dateTime';
import { language, words } from '../state/prefs';
import { asOf } from '../state/view';
import { Icon } from '../ui/Icon';
import { goTo } from './TimeControl';

/** Leaving the present is unmistakable: a band over everything, and a frame around the map. */
export function PastBanner() {
  const w = words.value.time;
  if (!asOf.value) return null;
  return (
    <div class="past" role="status">
      <Icon name="history" />
      <p><b>{w.banner(formatDateTime(asOf.value, language.value))}</b><span>{w.bannerHint}</span></p>
      <button type="button" class="button" onClick={() => goTo(null)}>{w.back}</button>
    </div>
  );
}
