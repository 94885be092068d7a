import { useEffect, useState } from 'preact/hooks';
import { request } from '../api/request';
import { formatNumber } from '../format/number';
import { explain } from '../state/explain';
import { language, words } from '../state/prefs';
import type { AreaEdition, AreaName, EditionDifference } from './editionTypes';

/** What changed its meaning between an edition and another: codes and names that stand for other land. */
export function EditionChanges({ edition, others }: { edition: AreaEdition; others: readonly AreaEdition[] }) {
  const w = words.value.editions;
  const [other, setOther] = useState('');
  const [difference, setDifference] = useState<EditionDifference | null>(null);
  const [problem, setProblem] = useState('');
  const chosen = others.find((one) => one.id === other);
  useEffect(() => {
    setDifference(null);
    setProblem('');
    if (!chosen) return undefined;
    let current = true;
    const [from, to] = chosen.validFrom < edition.validFrom ? [chosen.id, edition.id] : [edition.id, chosen.id];
    request<EditionDifference>(`/api/areas/changes?${new URLSearchParams({ from, to })}`).then(
      (answer) => { if (current) setDifference(answer); }, (error: unknown) => { if (current) setProblem(explain(error)); });
    return () => { current = false; };
  }, [chosen, edition]);
  const name = (area: AreaName): string => (language.value === 'vi' ? area.nameVi : area.nameEn) || area.nameVi;
  return (
    <section class="edition-changes">
      <label class="field"><span>{w.compare}</span>
        <select value={other} onChange={(event) => setOther(event.currentTarget.value)}>
          <option value="">{w.noCompare}</option>
          {others.map((one) => <option key={one.id} value={one.id}>{one.id}</option>)}
        </select></label>
      {problem && <p class="problem" role="alert">{problem}</p>}
      {chosen && !difference && !problem && <p role="status">{w.comparing}</p>}
      {difference && <p role="status"><b>{difference.changes.length ? w.changes(formatNumber(difference.changes.length, language.value)) : w.same}</b></p>}
      {difference && (
        <ul>
          {difference.changes.map(({ kind, before, after, shared }) => (
            <li key={`${kind} ${before.id} ${after.id}`}>
              <b>{name(before)} <small class="figures">{before.code}</small> → {name(after)} <small class="figures">{after.code}</small></b>
              <span>{w.kinds[kind] ?? kind} · {w.shared(formatNumber(Math.round(shared * 100), language.value))}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
