import type { IncidentPage } from '../api/types';
import { request } from '../api/request';
import { formatAge } from '../format/age';
import { formatDateTime } from '../format/dateTime';
import { now } from '../state/clock';
import { query } from '../state/incidents';
import { language, words } from '../state/prefs';
import { openIncident, view } from '../state/view';
import { Mark } from '../ui/Mark';
import { useAsync } from '../ui/useAsync';
import { figureQueries } from './figureQueries';
import { HandoverFigureTiles } from './HandoverFigureTiles';
import type { HandoverSummary } from './handoverTypes';

/** What there is to do now, and what happened since the last hand-over; each figure opens its list. */
export function HandoverNow({ summary }: { summary: HandoverSummary }) {
  const w = words.value.handover;
  const { last, figures } = summary;
  const queries = figureQueries(figures.since, now.value);
  const show = (key: keyof typeof queries): void => {
    query.value = queries[key];
    view.value = 'work';
  };
  const worst = useAsync<IncidentPage>(`worst ${figures.open} ${figures.unacknowledged}`, () => request('/api/incidents?open=true&exercise=false&sort=-severity&limit=5'));
  return (
    <section class="block" aria-labelledby="handover-now">
      <h2 id="handover-now">{w.now}</h2>
      <p class="field-hint">{last ? w.since(last.to ?? '', formatDateTime(last.at, language.value), formatAge(now.value - Date.parse(last.at), words.value.units)) : w.never}</p>
      <HandoverFigureTiles figures={figures} onShow={show} />
      {worst.value && worst.value.items.length > 0 && (
        <>
          <h3>{w.worst}</h3>
          <ul class="handover-worst">
            {worst.value.items.map((incident) => (
              <li key={incident.id}>
                <button type="button" class="row" onClick={() => openIncident(incident)}>
                  <Mark severity={incident.severity} state={incident.state} overdue={incident.overdue} dueSoon={incident.dueSoon} unacknowledged={!incident.acknowledged} />
                  <span class="row-main"><span class="row-title">{incident.title}</span><span class="row-sub">{incident.address || words.value.incident.noAddress}</span></span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
