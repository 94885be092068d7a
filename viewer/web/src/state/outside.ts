import { effect } from '@preact/signals';
import type { Incident, Position } from '../api/types';
import { formatNumber } from '../format/number';
import { flyToBounds } from '../map/mapHandle';
import { boundsOf, isOutside } from '../map/outside';
import { info } from './city';
import { onFeed } from './feed';
import { list } from './incidents';
import { language, words } from './prefs';
import { showToast } from './toasts';

const topic = 'outside';
/** Offers to fly to incidents that exist outside the city, such as a replay of another one. */
export function keepOutside(): void {
  const found = new Map<string, Position>();
  let told = 0;
  const take = (incidents: readonly Incident[]): void => {
    const bounds = info.value?.bounds;
    if (!bounds) return;
    for (const incident of incidents) if (found.size < 2000 && isOutside(incident.position, bounds)) found.set(incident.id, incident.position);
    // Told again only when there are clearly more, so that a stream does not nag.
    if (found.size < 1 || found.size < told * 2) return;
    told = found.size;
    showToast({
      text: words.value.map.outside(formatNumber(found.size, language.value)), topic, stays: 15_000,
      action: { label: words.value.map.flyThere, run: () => flyToBounds(boundsOf([...found.values()])) },
    });
  };
  effect(() => take(list.value.items));
  onFeed((messages) => take(messages.flatMap((message) => (message.kind === 'incident' ? [message.incident] : []))));
}
