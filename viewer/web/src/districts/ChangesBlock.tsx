import { useEffect, useState } from 'preact/hooks';
import type { ChangedIncident, District, DistrictChanges } from '../api/types';
import { request } from '../api/request';
import { formatDateTime } from '../format/dateTime';
import { formatNumber } from '../format/number';
import { cityOffsetMinutes } from '../format/zone';
import { stateName } from '../state/city';
import { language, words } from '../state/prefs';
import { detail } from '../state/view';
import { goTo } from '../time/goTo';
import { ErrorState } from '../ui/ErrorState';
import { Mark } from '../ui/Mark';
import { Segmented } from '../ui/Segmented';
import { Skeleton } from '../ui/Skeleton';
import { useAsync } from '../ui/useAsync';
import { changedQuery } from './changedQuery';
import { lastLook, rememberLook, startOfYesterday } from './lastLook';
import { openList } from './openList';

const few = 6;
type Since = 'yesterday' | 'look';

/** What has changed in a district since yesterday, or since this browser last looked at it. Each figure opens the list of what it counts. */
export function ChangesBlock({ district, turn }: { district: District; turn: number }) {
  const w = words.value.trends;
  const [looked] = useState(() => lastLook(district.id));
  const [since, setSince] = useState<Since>(looked === null ? 'yesterday' : 'look');
  const [all, setAll] = useState(false);
  const [opened] = useState(Date.now);
  useEffect(() => {
    const leave = (): void => rememberLook(district.id);
    // A tab that is closed does not say good-bye to what is on it.
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [district.id]);
  const from = new Date(since === 'look' && looked !== null ? looked : startOfYesterday(opened, cityOffsetMinutes));
  const changes = useAsync<DistrictChanges>(`${district.id} ${from.toISOString()}`, () =>
    request(`/api/districts/${encodeURIComponent(district.id)}/changes?since=${encodeURIComponent(from.toISOString())}`));
  useEffect(() => { if (turn) changes.reload(); }, [turn]);
  const value = changes.value;
  const shown = value?.items ?? [];
  const number = (count: number): string => formatNumber(count, language.value);
  const thenList = (): void => {
    goTo(from);
    openList(district.id);
  };
  return (
    <section class="block">
      <div class="trend-head"><h2>{w.changes}</h2>
        {looked !== null && <Segmented label={w.since} value={since} options={[{ value: 'look', label: w.sinceLook }, { value: 'yesterday', label: w.sinceYesterday }]} onChange={setSince} />}</div>
      {changes.error !== null && !value ? <ErrorState error={changes.error} retry={changes.reload} />
        : !value ? <Skeleton rows={3} />
        : (
          <>
            <div class="changes-figures">
              {(['reported', 'resolved', 'touched'] as const).map((one) => (
                <button type="button" key={one} class="figure" title={words.value.districts.showList} onClick={() => openList(district.id, changedQuery(one, from))}><b>{number(value[one])}</b><span>{w[one]}</span></button>
              ))}
            </div>
            <p class="changes-line">{w.sinceAt(formatDateTime(from, language.value))}. {w.thenNow}{' '}
              <button type="button" class="link-button" onClick={thenList}>{w.then(number(value.openThen))}</button>{', '}
              <button type="button" class="link-button" onClick={() => openList(district.id)}>{w.now(number(value.openNow))}</button></p>
            {!shown.length ? <p class="field-hint">{w.noChange}</p> : (
              <ul class="choose">{shown.slice(0, all ? undefined : few).map((item) => <li key={item.id}><Item item={item} /></li>)}</ul>
            )}
            {!all && shown.length > few && <button type="button" class="button button-quiet button-wide" onClick={() => setAll(true)}>{w.more(number(shown.length - few))}</button>}
            {all && value.touched > value.items.length && <p class="field-hint">{w.mostShown(number(value.items.length))}</p>}
          </>
        )}
    </section>
  );
}

function Item({ item }: { item: ChangedIncident }) {
  const w = words.value.trends;
  const state = stateName(item.state);
  const what = item.stateThen === null ? w.isNew(state) : item.stateThen === item.state ? w.stillState(state) : w.stateChange(stateName(item.stateThen), state);
  return (
    <button type="button" class="choose-item change-item" onClick={() => { detail.value = { kind: 'incident', id: item.id }; }}>
      <Mark severity={item.severity} state={item.state} decorative />
      <span>{item.title}<small>{what} · {formatDateTime(item.updatedAt, language.value)}</small></span>
    </button>
  );
}
