import { flyTo } from '../map/mapHandle';
import { startReport } from '../state/draft';
import { words } from '../state/prefs';
import { asOf } from '../state/view';
import { IconButton } from '../ui/IconButton';
import { here, locating } from './here';

/** Goes to where the device is, and starts a report there: for whoever stands before the thing. */
export function HereButton() {
  const w = words.value.phone;
  const report = async (): Promise<void> => {
    const place = await here();
    if (!place) return;
    flyTo(place);
    startReport(place);
  };
  return <IconButton icon="target" label={locating.value ? w.locating : asOf.value ? w.goHere : w.reportHere} disabled={locating.value} onClick={() => void report()} />;
}
