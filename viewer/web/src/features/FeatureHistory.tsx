import type { LayerField } from '../api/types';
import { formatAge } from '../format/age';
import { formatDateTime } from '../format/dateTime';
import { now } from '../state/clock';
import { language, words } from '../state/prefs';
import { Skeleton } from '../ui/Skeleton';
import type { FeatureMove } from './featureApi';
import { tellMove } from './tellMove';

/** What was done to a feature, newest first, in plain words. */
export function FeatureHistory({ moves, fields }: { moves: FeatureMove[] | null; fields: readonly LayerField[] }) {
  const w = words.value;
  return (
    <section class="history" aria-labelledby="feature-history">
      <h2 id="feature-history">{w.incident.history.title}</h2>
      {!moves ? <Skeleton rows={2} /> : !moves.length ? <p class="field-hint">{w.feature.history.none}</p> : (
        <ol>
          {moves.map((move) => {
            const told = tellMove(move, fields, w, language.value);
            return (
              <li key={move.version}>
                <p><b>{told.who}</b> {told.what}</p>
                {told.lines.length > 0 && <div class="feature-changes">{told.lines.map((line) => <p key={line}>{line}</p>)}</div>}
                <time dateTime={move.at}>{formatDateTime(move.at, language.value)} · {w.incident.times.ago(formatAge(now.value - Date.parse(move.at), w.units))}</time>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
