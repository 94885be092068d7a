import { useState } from 'preact/hooks';
import type { Incident } from '../api/types';
import { Problem } from '../api/problem';
import { StatusPill } from '../facilities/StatusPill';
import { IncidentRow } from '../list/IncidentRow';
import { now } from '../state/clock';
import { language, words } from '../state/prefs';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { iconPaths, type IconName } from '../ui/iconPaths';
import { Mark } from '../ui/Mark';
import { Popover } from '../ui/Popover';
import { Segmented } from '../ui/Segmented';
import { Skeleton } from '../ui/Skeleton';
import { componentWords } from './words';

const nothing = (): void => undefined;

/** The components, each in every state it has. */
export function Parts() {
  const w = componentWords[language.value];
  const f = words.value.incident.flags;
  return (
    <>
      <section>
        <h2>{w.marks}</h2>
        {(['New', 'InProgress', 'FixClaimed', 'Closed'] as const).map((state) => (
          <p key={state} class="sample-line"><span class="sample-name">{words.value.incident.states[state]}</span>
            {[1, 2, 3, 4, 5].map((severity) => <Mark key={severity} severity={severity} state={state} />)}
            <Mark severity={4} state={state} overdue /><Mark severity={4} state={state} dueSoon /><Mark severity={4} state={state} unacknowledged /></p>
        ))}
        <p class="field-hint">{f.overdue} · {f.dueSoon} · {f.unacknowledged}</p>
      </section>
      <Buttons />
      <Fields />
      <section>
        <h2>{w.status}</h2>
        <p class="sample-line">{(['Working', 'Degraded', 'Down', 'Unknown'] as const).map((status) => <StatusPill key={status} status={status} />)}</p>
        <p class="sample-line">{(['live', 'fresh', 'stale', 'undated'] as const).map((state) => <span key={state} class={`fresh fresh-${state}`}>{{ live: words.value.layers.live, fresh: words.value.units.minute('5'), stale: words.value.layers.stale(words.value.units.day('40')), undated: words.value.layers.undated }[state]}</span>)}</p>
        <h2>{w.tags}</h2>
        <p class="sample-line"><span class="tag tag-state">{words.value.incident.states.Received}</span><span class="tag tag-state tag-done">{words.value.incident.states.Closed}</span>
          <span class="tag tag-late"><Icon name="clock" size={16} />{f.overdue}</span><span class="tag tag-soon"><Icon name="clock" size={16} />{f.dueSoon}</span>
          <span class="tag tag-unacknowledged"><Icon name="eye" size={16} />{f.unacknowledged}</span>
          {[1, 2, 3, 4, 5].map((severity) => <span key={severity} class={`tag tag-sev sev-ink-${severity}`}>{words.value.incident.severityOf(severity)}</span>)}</p>
      </section>
      <Rows />
      <section>
        <h2>{w.toasts}</h2>
        <div class="sample-toasts">{([['info', w.told], ['good', w.saved], ['bad', w.failed]] as const).map(([tone, text]) => (
          <div key={tone} class={`toast toast-${tone}`}><p>{text}</p><button type="button" class="button">{words.value.moreOpen}</button><IconButton icon="close" label={words.value.close} onClick={nothing} /></div>
        ))}</div>
      </section>
      <section>
        <h2>{w.states}</h2>
        <div class="sample-views">
          <div><Skeleton rows={4} /></div>
          <div><EmptyState icon="inbox" title={words.value.incident.empty.none} hint={words.value.incident.empty.noneHint} /></div>
          <div><EmptyState icon="filter" title={words.value.incident.empty.filtered} hint={words.value.incident.empty.filteredHint} /></div>
          <div><ErrorState error={new Problem(0, 'network', '')} retry={nothing} /></div>
          <div><ErrorState error={new Problem(500, 'http_500', '')} retry={nothing} /></div>
        </div>
      </section>
      <section><h2>{w.icons}</h2><ul class="sample-icons">{(Object.keys(iconPaths) as IconName[]).map((name) => <li key={name}><Icon name={name} /><code>{name}</code></li>)}</ul></section>
    </>
  );
}

function Buttons() {
  const w = componentWords[language.value];
  return (
    <section>
      <h2>{w.buttons}</h2>
      <p class="sample-line">
        <button type="button" class="button">{w.usual}</button><button type="button" class="button" disabled>{w.disabled}</button>
        <button type="button" class="button button-primary">{w.primary}</button><button type="button" class="button button-primary" disabled>{w.disabled}</button>
        <button type="button" class="button button-quiet"><Icon name="edit" size={18} />{w.quiet}</button>
      </p>
      <p><button type="button" class="button button-primary button-wide"><Icon name="check" size={18} />{w.wide}</button></p>
      <p class="sample-line"><IconButton icon="layers" label={w.usual} onClick={nothing} /><IconButton icon="layers" label={w.pressed} pressed onClick={nothing} /><IconButton icon="layers" label={w.disabled} disabled onClick={nothing} />
        <Popover label={w.choice} class="button" button={<><Icon name="tools" size={18} />{w.choice}</>}>{() => <p>{w.typeSample}</p>}</Popover> <kbd>G</kbd><span class="field-hint">{w.withKey}</span></p>
      <h2>{w.chips}</h2>
      <p class="sample-line"><button type="button" class="chip">{w.usual}</button><button type="button" class="chip" aria-pressed="true">{w.pressed}</button><button type="button" class="chip chip-on">{words.value.incident.filters.open}<Icon name="close" size={16} /></button><button type="button" class="chip chip-clear">{words.value.incident.filters.clear}</button></p>
    </section>
  );
}

function Fields() {
  const w = componentWords[language.value];
  const [value, setValue] = useState<'light' | 'night'>('light');
  const p = words.value.prefs;
  return (
    <section>
      <h2>{w.fields}</h2>
      <div class="sample-fields">
        <label class="field"><span>{w.empty}</span><input placeholder={w.sample} /></label>
        <label class="field"><span>{w.filled}</span><input defaultValue={w.sample} /></label>
        <label class="field"><span>{w.wrong}</span><input defaultValue="32/13" aria-invalid="true" aria-describedby="sample-wrong" /><small id="sample-wrong" class="field-problem">{w.wrongText}</small></label>
        <label class="field"><span>{w.disabled}</span><input defaultValue={w.sample} disabled /></label>
        <label class="field"><span>{w.choice}</span><select><option>{w.usual}</option><option>{w.primary}</option></select></label>
        <label class="field"><span>{words.value.incident.moves.note}</span><textarea rows={2} placeholder={words.value.incident.moves.noteHint} /></label>
        <Segmented label={p.theme} value={value} options={[{ value: 'light', label: p.light }, { value: 'night', label: p.night }]} onChange={setValue} />
        <label class="check"><input type="checkbox" defaultChecked />{w.check}</label>
        <p class="problem"><Icon name="alert" size={18} />{w.failed}</p>
      </div>
    </section>
  );
}

function Rows() {
  const w = componentWords[language.value];
  const ago = (minutes: number): string => new Date(now.value - minutes * 60_000).toISOString();
  const incident = (part: Partial<Incident>): Incident => ({
    id: 'sample', type: 'LIGHT', title: w.sample, description: null, severity: 3, state: 'New', version: 1, position: { lon: 106.76, lat: 21.85 }, footprint: null, district: null,
    address: 'Đường Lê Lợi', agency: null, facility: null, acknowledged: true, exercise: false, open: true, overdue: false, dueSoon: false,
    occurredAt: ago(12), recordedAt: ago(12), updatedAt: ago(12), dueAt: ago(-600), closedAt: null, ...part,
  });
  const rows: Array<[Incident, Partial<Record<'selected' | 'current' | 'hovered' | 'chosen', boolean>>]> = [
    [incident({ acknowledged: false, severity: 5 }), {}], [incident({ state: 'Received' }), { hovered: true }], [incident({ state: 'Assigned', dueAt: ago(90), overdue: true, severity: 4 }), { current: true }],
    [incident({ state: 'InProgress', dueAt: ago(-30), dueSoon: true }), { selected: true }], [incident({ state: 'Closed', open: false, closedAt: ago(1), severity: 1 }), {}], [incident({ exercise: true, severity: 2 }), {}], [incident({ severity: 4 }), { chosen: true }],
  ];
  return (
    <section>
      <h2>{w.rows}</h2>
      <div class="sample-rows" role="listbox" aria-label={w.rows} tabIndex={0} style={{ height: `${rows.length * 44}px` }}>
        {rows.map(([row, state], index) => (
          <IncidentRow key={index} incident={row} index={index} total={rows.length} top={index * 44} height={44} selected={!!state.selected} current={!!state.current} hovered={!!state.hovered} chosen={!!state.chosen} onChoose={nothing} onOpen={nothing} onHover={nothing} />
        ))}
      </div>
    </section>
  );
}
