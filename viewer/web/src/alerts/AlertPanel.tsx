import { districtName, typeName } from '../state/city';
import { formatClock } from '../format/dateTime';
import { words } from '../state/prefs';
import { asOf, openDistrict, view } from '../state/view';
import { AlertQueue } from './AlertQueue';
import { notices } from './notices';
import { SoundChoices } from './SoundChoices';

/** The queue, the notices of this page's time, and the sounds. */
export function AlertPanel({ close }: { close: () => void }) {
  const w = words.value.alerts;
  return (
    <div class="alerts">
      <h2>{w.queue}</h2>
      {asOf.value ? <p class="field-hint">{w.past}</p> : <AlertQueue close={close} />}
      <h2>{w.notices}</h2>
      {!notices.value.length ? <p class="field-hint">{w.noNotices}</p> : (
        <ul class="alert-notices">
          {notices.value.map((notice) => (
            <li key={notice.sequence}>
              <button type="button" class="link" onClick={() => { close(); view.value = 'districts'; openDistrict(notice.district); }}>{districtName({ id: notice.district, name: '' })}</button>
              <span>{w.notice(String(notice.count), notice.type ? typeName(notice.type) : null, String(notice.minSeverity))} · {formatClock(notice.at)}</span>
            </li>
          ))}
        </ul>
      )}
      <SoundChoices />
    </div>
  );
}
