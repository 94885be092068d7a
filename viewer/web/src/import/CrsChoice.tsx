import { useEffect, useState } from 'preact/hooks';
import { flyToBounds, mapHandle } from '../map/mapHandle';
import { language, theme, words } from '../state/prefs';
import { choose } from './importJob';
import type { ImportCandidate } from './importTypes';
import { meridian } from './meridian';
import { sayPlaces } from './sayPlaces';
import { showCandidates } from './showCandidates';
import { unite } from './unite';

/** Asks in which coordinate system a file is: each candidate names its meridian, and the map shows where the file would then lie. */
export function CrsChoice({ candidates, chosen }: { candidates: readonly ImportCandidate[]; chosen: number | null }) {
  const w = words.value.import;
  const [pointed, setPointed] = useState<number | null>(null);
  const map = mapHandle.value;
  const strong = pointed ?? chosen;
  useEffect(() => {
    // Numbers of a zone of three degrees lie in Africa when read as the web's: a view of both shows neither.
    const near = candidates.filter((candidate) => candidate.epsg !== 3857);
    const bounds = unite((near.length ? near : candidates).map((candidate) => candidate.extent));
    if (bounds) flyToBounds(bounds);
  }, [candidates]);
  useEffect(() => {
    if (!map) return undefined;
    const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    return showCandidates(map, candidates, strong, { line: token('--muted'), strong: token('--accent'), halo: token('--surface') });
  }, [map, candidates, strong, theme.value]);
  return (
    <fieldset class="import-crs"><legend>{w.crsQuestion}</legend>
      <p class="field-hint">{candidates.length ? w.crsHint : w.crsNone}</p>
      {candidates.map((candidate) => (
        <button type="button" key={candidate.epsg} aria-pressed={chosen === candidate.epsg} onClick={() => choose({ crs: candidate.epsg })}
          onMouseEnter={() => setPointed(candidate.epsg)} onMouseLeave={() => setPointed(null)} onFocus={() => setPointed(candidate.epsg)} onBlur={() => setPointed(null)}>
          <b>{candidate.meridian === null ? candidate.name : w.meridian(meridian(candidate.meridian))}</b>
          <span>{candidate.meridian === null ? '' : `${candidate.name} · `}EPSG:{candidate.epsg}</span>
          <small>{sayPlaces(candidate.places, language.value)}</small>
          <small class="figures">{w.firstAt(`${candidate.first[1].toFixed(5)}, ${candidate.first[0].toFixed(5)}`)}</small>
        </button>
      ))}
    </fieldset>
  );
}
