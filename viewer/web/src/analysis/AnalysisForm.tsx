import { layers } from '../state/city';
import { words } from '../state/prefs';
import { decide } from './analysisJob';
import { metres, needs } from './analysisOrder';
import type { AnalysisChoice } from './analysisTypes';
import { DraftPlaces } from './DraftPlaces';
import { LayerChoice } from './LayerChoice';
import { ShapeChoice } from './ShapeChoice';
import { SumChoice } from './SumChoice';

/** The decisions of one analysis, only those its kind asks for. */
export function AnalysisForm({ choice }: { choice: AnalysisChoice }) {
  const w = words.value.analysis;
  const { kind } = choice;
  const labels = w.kinds[kind];
  const bad = needs[kind].distance && choice.distance.trim() !== '' && metres(choice.distance) === null;
  return (
    <div class="analysis-form">
      <LayerChoice label={labels.input} layer={choice.input} kind={choice.inputKind} onChange={(input, inputKind) => decide({ input, inputKind, sum: '' })} />
      {kind === 'Select' && <ShapeChoice choice={choice} />}
      {(needs[kind].other || (kind === 'Select' && !choice.shape)) && (
        <LayerChoice label={labels.other} layer={choice.other} kind={choice.otherKind} areas={needs[kind].areas} onChange={(other, otherKind) => decide({ other, otherKind })} />
      )}
      {needs[kind].distance && (
        <label class="field"><span>{w.distance}</span>
          <input inputMode="decimal" value={choice.distance} aria-invalid={bad} onInput={(event) => decide({ distance: event.currentTarget.value })} />
          {bad ? <small class="field-problem">{w.badDistance}</small> : <small class="field-hint">{w.crow}</small>}</label>
      )}
      {kind === 'WhatIf' && <DraftPlaces drafts={choice.drafts} />}
      {kind === 'Buffer' && <label class="check"><input type="checkbox" checked={choice.dissolve} onChange={(event) => decide({ dissolve: event.currentTarget.checked })} />{w.dissolve}</label>}
      {kind === 'Select' && <label class="check"><input type="checkbox" checked={choice.within} onChange={(event) => decide({ within: event.currentTarget.checked })} />{w.within}</label>}
      {kind === 'Summary' && <SumChoice layer={(layers.value ?? []).find((layer) => layer.id === choice.input)} sum={choice.sum} />}
      <label class="field"><span>{w.title}</span><input value={choice.title} maxLength={200} placeholder={w.titleHint} onInput={(event) => decide({ title: event.currentTarget.value })} /></label>
    </div>
  );
}
