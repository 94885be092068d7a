import { useEffect, useRef, useState } from 'preact/hooks';
import { request } from '../api/request';
import { formatNumber } from '../format/number';
import { mapHandle } from '../map/mapHandle';
import { palettes } from '../map/style/palette';
import { explain } from '../state/explain';
import { floatingWidth, narrow } from '../state/layout';
import { language, theme, words } from '../state/prefs';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { EditionChanges } from './EditionChanges';
import { EditionFaults } from './EditionFaults';
import { closeEditions, editionsOpen } from './editionsPanel';
import type { AreaEdition, Topology } from './editionTypes';
import { dayText, inForce } from './editionDays';
import { showEdition } from './showEdition';

/** The panel and the air around it, as its style has them. */
const panelPixels = 440;

/** The editions of the areas: their borders on the map, their faults, and what changed from one to another. */
export function EditionsPanel() {
  return editionsOpen.value ? <Panel /> : null;
}

function Panel() {
  const w = words.value.editions;
  const panel = useRef<HTMLElement>(null);
  const [editions, setEditions] = useState<AreaEdition[] | null>(null);
  const [chosen, setChosen] = useState<AreaEdition | null>(null);
  const [topology, setTopology] = useState<Topology | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    request<{ items: AreaEdition[] }>('/api/areas/editions').then(({ items }) => {
      const latest = [...items].reverse();
      setEditions(latest);
      setChosen(latest.find(inForce) ?? latest[0] ?? null);
    }, (error: unknown) => setProblem(explain(error)));
  }, []);
  useEffect(() => {
    floatingWidth.value = narrow.value ? 0 : panelPixels;
    return () => { floatingWidth.value = 0; };
  }, [narrow.value]);
  useEffect(() => {
    if (!chosen) return undefined;
    let current = true;
    setTopology(null);
    setProblem('');
    request<Topology>(`/api/areas/topology?${new URLSearchParams({ edition: chosen.id })}`).then(
      (answer) => { if (current) setTopology(answer); }, (error: unknown) => { if (current) setProblem(explain(error)); });
    return () => { current = false; };
  }, [chosen]);
  const map = mapHandle.value;
  useEffect(() => {
    if (!map || !chosen) return undefined;
    const { accent, severity, halo } = palettes[theme.value];
    return showEdition(map, chosen, topology?.features ?? [], { border: accent, fault: severity[4], halo });
  }, [map, chosen, topology, theme.value]);
  return (
    <section class="import editions" role="dialog" aria-labelledby="editions-title" tabIndex={-1} ref={panel} onKeyDown={(event) => { if (event.key === 'Escape') closeEditions(); }}>
      <div class="import-head"><h2 id="editions-title">{w.heading}</h2><IconButton icon="close" label={words.value.close} onClick={closeEditions} /></div>
      <div class="import-body">
        {problem && <p class="problem" role="alert"><Icon name="alert" size={18} />{problem}</p>}
        {!editions && !problem && <p role="status">{w.loading}</p>}
        {editions && <p class="analysis-about">{editions.length ? w.about : w.none}</p>}
        {editions && <EditionList editions={editions} chosen={chosen} onChoose={setChosen} />}
        {chosen && !problem && <EditionFaults topology={topology} />}
        {chosen && editions && editions.length > 1 && <EditionChanges key={chosen.id} edition={chosen} others={editions.filter((one) => one !== chosen)} />}
      </div>
    </section>
  );
}

function EditionList({ editions, chosen, onChoose }: { editions: readonly AreaEdition[]; chosen: AreaEdition | null; onChoose: (edition: AreaEdition) => void }) {
  const w = words.value.editions;
  return (
    <ul class="edition-list">
      {editions.map((edition) => (
        <li key={edition.id}>
          <button type="button" aria-pressed={edition === chosen} data-edition={edition.id} onClick={() => onChoose(edition)}>
            <b>{edition.id}</b>
            <span>{edition.validTo ? w.until(dayText(edition.validFrom, language.value), dayText(edition.validTo, language.value)) : w.from(dayText(edition.validFrom, language.value))}</span>
            <small>{w.areas(formatNumber(edition.areas, language.value))}{inForce(edition) && <em>{w.now}</em>}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
