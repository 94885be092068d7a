import type { ComponentChildren } from 'preact';
import { words } from '../state/prefs';
import { detail } from '../state/view';
import type { PaperOrder, PaperSubject } from './paperOrder';

/** What a person chooses; the rest of the order is what the console shows. */
export interface PaperChoice extends Pick<PaperOrder, 'paper' | 'upright' | 'scale' | 'format' | 'graticule' | 'legend' | 'title'> {
  subject: PaperSubject['kind'];
  night: boolean;
}

const scales = [1000, 2000, 5000, 10000, 25000, 50000, 100000];

/** The choices of the layout dialog. */
export function PaperForm({ choice, change }: { choice: PaperChoice; change: (part: Partial<PaperChoice>) => void }) {
  const w = words.value.paper;
  const open = detail.value?.kind;
  const subjects = (['view', 'district', 'incident', 'city', 'atlas'] as const).filter((kind) => (kind !== 'district' && kind !== 'incident') || kind === open);
  const many = choice.subject === 'atlas';
  const pick = <K extends keyof PaperChoice>(name: K) => (event: Event): void =>
    change({ [name]: (event.currentTarget as HTMLSelectElement).value } as unknown as Partial<PaperChoice>);
  return (
    <form class="paper-form" onSubmit={(event) => event.preventDefault()}>
      <Row label={w.subject}>
        <select value={choice.subject} onChange={pick('subject')}>{subjects.map((kind) => <option key={kind} value={kind}>{w.subjects[kind]}</option>)}</select>
      </Row>
      <Row label={w.paper}>
        <span class="paper-pair">
          <select value={choice.paper} onChange={pick('paper')}>{(['A4', 'A3', 'A2', 'A1', 'A0'] as const).map((paper) => <option key={paper} value={paper}>{paper}</option>)}</select>
          <select aria-label={w.orientation} value={choice.upright ? 'upright' : 'lying'} onChange={(event) => change({ upright: event.currentTarget.value === 'upright' })}>
            <option value="lying">{w.lying}</option><option value="upright">{w.upright}</option>
          </select>
        </span>
      </Row>
      {!many && (
        <Row label={w.scale}>
          <select value={String(choice.scale ?? '')} onChange={(event) => change({ scale: event.currentTarget.value ? Number(event.currentTarget.value) : null })}>
            <option value="">{w.fit}</option>{scales.map((scale) => <option key={scale} value={String(scale)}>1:{scale.toLocaleString(w.locale)}</option>)}
          </select>
        </Row>
      )}
      {!many && <Row label={w.heading}><input type="text" maxLength={120} value={choice.title} placeholder={w.headingHint} onInput={(event) => change({ title: event.currentTarget.value })} /></Row>}
      <Row label={w.graticule}>
        <select value={choice.graticule} onChange={pick('graticule')}>{(['none', 'geographic', 'vn2000'] as const).map((kind) => <option key={kind} value={kind}>{w.graticules[kind]}</option>)}</select>
      </Row>
      {!many && (
        <Row label={w.format}>
          <select value={choice.format} onChange={pick('format')}>{(['pdf', 'png', 'svg'] as const).map((format) => <option key={format} value={format}>{w.formats[format]}</option>)}</select>
        </Row>
      )}
      {!many && <label class="paper-check"><input type="checkbox" checked={choice.legend} onChange={(event) => change({ legend: event.currentTarget.checked })} />{w.legend}</label>}
      <label class="paper-check"><input type="checkbox" checked={choice.night} onChange={(event) => change({ night: event.currentTarget.checked })} />{w.night}</label>
    </form>
  );
}

function Row({ label, children }: { label: string; children: ComponentChildren }) {
  return <label class="paper-row"><span>{label}</span>{children}</label>;
}
