import { formatAge } from '../format/age';
import { formatDateTime } from '../format/dateTime';
import { now } from '../state/clock';
import { language, words } from '../state/prefs';
import { asOf } from '../state/view';
import { EmptyState } from '../ui/EmptyState';
import { ErrorState } from '../ui/ErrorState';
import { Icon } from '../ui/Icon';
import { Skeleton } from '../ui/Skeleton';
import { HandoverFigureTiles } from './HandoverFigureTiles';
import { personName } from './personName';
import type { HandoverLine, HandoverPage } from './handoverTypes';

/** Who took over when, what was left then, and what was noted between; the newest first. */
export function HandoverLog({ page, error, retry }: { page: HandoverPage | null; error: unknown; retry: () => void }) {
  const w = words.value.handover;
  return (
    <section class="block" aria-labelledby="handover-log">
      <h2 id="handover-log">{w.log}</h2>
      {error !== null && !page ? <ErrorState error={error} retry={retry} />
        : !page ? <Skeleton rows={3} />
        : !page.items.length ? <EmptyState icon="handover" title={w.none} hint={w.noneHint} />
        : <ol class="handover-log">{page.items.map((line) => <Line key={line.version} line={line} />)}</ol>}
      {page?.next && <p class="field-hint">{w.older}</p>}
    </section>
  );
}

function Line({ line }: { line: HandoverLine }) {
  const w = words.value.handover;
  const when = `${formatDateTime(line.at, language.value)} · ${words.value.incident.times.ago(formatAge(now.value - Date.parse(line.at), words.value.units))}`;
  const by = personName(line.by, words.value);
  return (
    <li class={`handover-${line.kind}`}>
      <p class="handover-who">{line.to === null ? <b>{by}</b> : <><b>{by}</b><Icon name="chevron" size={16} /><b>{line.to}</b></>}</p>
      <time dateTime={line.at}>{when}</time>
      {line.text && <blockquote>{line.text}</blockquote>}
      {line.figures && (
        <details>
          <summary>{w.left(String(line.figures.open), String(line.figures.overdue))}</summary>
          <HandoverFigureTiles figures={line.figures} />
          {asOf.value === null && <button type="button" class="button" onClick={() => { asOf.value = line.at; }}><Icon name="history" size={18} />{w.seeThen}</button>}
        </details>
      )}
    </li>
  );
}
