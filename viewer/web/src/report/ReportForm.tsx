import { useEffect, useState } from 'preact/hooks';
import type { Incident } from '../api/types';
import { deliver, dropOutgoing, isAway, outbox } from '../connection/outbox';
import { discardReport, draft, type ReportDraft } from '../state/draft';
import { explain } from '../state/explain';
import { info, typeName } from '../state/city';
import { takeIncidents } from '../state/incidents';
import { actor, words } from '../state/prefs';
import { showToast } from '../state/toasts';
import { closeDetail, openIncident } from '../state/view';
import { Icon } from '../ui/Icon';
import { PanelHead } from '../ui/PanelHead';
import { typeIcon } from '../ui/typeIcon';
import { EmergencyNumbers } from './EmergencyNumbers';
import { PlaceLine } from './PlaceLine';

const emergency = new Set(['SECURITY', 'FIRE', 'HAZARD']);
const isEmergency = (type: string): boolean => info.value?.types.find((other) => other.code === type)?.emergency ?? emergency.has(type);

/** Writing a report: where, what kind, how bad, one sentence. Closing keeps what was written; sending shows it everywhere. */
export function ReportForm() {
  const w = words.value;
  const r = w.report;
  const report = draft.value;
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState('');
  const [missing, setMissing] = useState<'title' | 'type' | null>(null);
  // A frame later: the panel takes no focus until it is open, and a card on the map that is closed by this takes it along.
  useEffect(() => {
    const frame = requestAnimationFrame(() => document.getElementById('report-title')?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(frame);
  }, []);
  if (!report) return null;
  const waits = outbox.value.some((item) => item.key === report.key);
  const change = (part: Partial<ReportDraft>): void => {
    setProblem('');
    setMissing(null);
    // A changed report is another intent, so it gets another key; the one before is not sent any more.
    dropOutgoing(report.key);
    draft.value = { ...report, ...part, key: crypto.randomUUID() };
  };
  const lack = (field: 'title' | 'type', text: string): void => {
    setProblem(text);
    setMissing(field);
    const at = document.querySelector<HTMLElement>(field === 'title' ? '#report-title' : '.report .types button');
    at?.focus({ preventScroll: true });
    at?.closest('.field, fieldset')?.scrollIntoView({ block: 'center' });
  };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (sending) return;
    // The first one missing, as they stand on the screen.
    if (!report.title.trim()) return lack('title', r.needTitle);
    if (!report.type) return lack('type', r.needType);
    setSending(true);
    setProblem('');
    try {
      const incident = await sendReport(report);
      draft.value = null;
      takeIncidents([incident]);
      openIncident(incident);
      showToast({ text: r.sent, tone: 'good' });
    } catch (error) {
      // What waits in the outbox is told as waiting: nothing is wrong with it.
      if (!isAway(error)) setProblem(explain(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <article class="detail report" aria-label={r.title}>
      <PanelHead label={r.title} onClose={closeDetail} />
      <form class="detail-body" onSubmit={(event) => void send(event)} noValidate>
        <PlaceLine position={report.position} />
        <label class="field"><span>{r.titleField}</span>
          <input id="report-title" value={report.title} maxLength={200} placeholder={r.titleHint} aria-invalid={missing === 'title' || undefined} aria-describedby={missing === 'title' ? 'report-problem' : undefined}
            onInput={(event) => change({ title: event.currentTarget.value })} />
        </label>
        <fieldset class="types" aria-invalid={missing === 'type' || undefined} aria-describedby={missing === 'type' ? 'report-problem' : undefined}><legend>{r.type}</legend>
          <div>
            {Object.keys(w.incident.types).map((type) => (
              <button type="button" key={type} aria-pressed={report.type === type} onClick={() => change({ type })}><Icon name={typeIcon(type)} /><span>{typeName(type)}</span></button>
            ))}
          </div>
        </fieldset>
        {report.type && isEmergency(report.type) && <EmergencyNumbers />}
        <fieldset class="severities"><legend>{r.severity}</legend>
          <div>
            {[1, 2, 3, 4, 5].map((severity) => (
              <button type="button" key={severity} class={`sev-${severity}`} aria-pressed={report.severity === severity} onClick={() => change({ severity })}>
                <b>{severity}</b><span>{w.incident.severities[severity as 1]}</span>
              </button>
            ))}
          </div>
        </fieldset>
        <label class="field"><span>{r.description}</span>
          <textarea rows={3} maxLength={4000} value={report.description} onInput={(event) => change({ description: event.currentTarget.value })} />
        </label>
        <label class="check"><input type="checkbox" checked={report.exercise} onChange={(event) => change({ exercise: event.currentTarget.checked })} />{r.exercise}</label>
        <div class="form-sticky">
          {problem && <p class="problem" role="alert" id="report-problem"><Icon name="alert" size={18} />{problem}</p>}
          {waits && !sending && <p class="moves-waiting" role="status"><Icon name="clock" size={18} />{w.connection.waitingReport}</p>}
          <div class="form-buttons">
            <button type="button" class="button" onClick={discardReport}>{w.cancel}</button>
            <button type="submit" class="button button-primary" disabled={sending}>{sending ? r.sending : r.send}</button>
          </div>
        </div>
      </form>
    </article>
  );
}

function sendReport(report: ReportDraft): Promise<Incident> {
  const description = report.description.normalize('NFC').trim();
  const body = {
    type: report.type, title: report.title.normalize('NFC').trim(), severity: report.severity, position: report.position,
    ...(description ? { description } : {}), ...(report.exercise ? { exercise: true } : {}),
  };
  return deliver<Incident>({ key: report.key, path: '/api/incidents', body, actor: actor.value, label: `${words.value.report.title} · ${body.title}` });
}
