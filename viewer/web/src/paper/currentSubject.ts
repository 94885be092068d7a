import { mapHandle } from '../map/mapHandle';
import { mapPadding } from '../state/layout';
import { detail } from '../state/view';
import type { PaperSubject } from './paperOrder';

/** What a choice means just now. A detail that has been closed meanwhile gives the view. */
export function currentSubject(kind: PaperSubject['kind']): PaperSubject {
  const open = detail.value;
  if ((kind === 'incident' || kind === 'district') && open?.kind === kind) return { kind, id: open.id };
  if (kind === 'city' || kind === 'atlas') return { kind };
  const map = mapHandle.value;
  if (!map) return { kind: 'city' };
  // What panels cover is not looked at.
  const { clientWidth, clientHeight } = map.getContainer();
  const { left, right, top, bottom } = mapPadding.value;
  const [northWest, southEast] = [map.unproject([left, top]), map.unproject([Math.max(left + 40, clientWidth - right), Math.max(top + 40, clientHeight - bottom)])];
  return { kind: 'view', bounds: [northWest.lng, southEast.lat, southEast.lng, northWest.lat] };
}
