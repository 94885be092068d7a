import { formatDateTime } from '../format/dateTime';
import { formatArea } from '../format/area';
import { formatDistance } from '../format/distance';
import { formatNumber } from '../format/number';
import { layerTitle } from '../layers/LayerRow';
import { layers } from '../state/city';
import { narrow } from '../state/layout';
import { language, words } from '../state/prefs';
import { Icon } from '../ui/Icon';
import { closeAnalysis, showAnalysis } from './analysisJob';
import type { Analysis, AnalysisFigure } from './analysisTypes';

/** What was found: figures, how it was measured, and the way to it on the map. */
export function AnalysisResult({ result }: { result: Analysis }) {
  const w = words.value.analysis;
  return (
    <div class="analysis-result" data-result={result.layer}>
      <p class="import-stored" role="status"><Icon name="check" size={18} />{w.done(result.title[language.value])}</p>
      <AnalysisFigures figures={result.figures} />
      <button type="button" class="button" onClick={() => { if (narrow.value) closeAnalysis(); void showAnalysis(result); }}><Icon name="map" size={18} />{w.show}</button>
      <AnalysisMethod analysis={result} />
    </div>
  );
}

/** The figures of an analysis in words and units. */
export function AnalysisFigures({ figures }: { figures: readonly AnalysisFigure[] }) {
  const w = words.value.analysis;
  return <dl class="analysis-figures">{figures.map((figure) => (
    <div key={figure.name} data-figure={figure.name}><dt>{w.figures[figure.name as 'total'] ?? figure.name}</dt><dd class="figures">{figureText(figure)}</dd></div>
  ))}</dl>;
}

/** From what it was made, when and by whom, and how distances were measured. */
export function AnalysisMethod({ analysis }: { analysis: Analysis }) {
  const w = words.value.analysis;
  const name = (id: string): string => {
    const layer = (layers.value ?? []).find((one) => one.id === id);
    return layer ? layerTitle(layer) : id;
  };
  const from = analysis.inputs.map((input) => `${name(input.layer)} (${formatNumber(input.count, language.value)})`).join(', ');
  return (
    <div class="analysis-method">
      <p>{w.madeFrom(from)}</p>
      <p>{w.madeAt(formatDateTime(analysis.computedAt, language.value))}</p>
      <p>{analysis.method[language.value]}</p>
    </div>
  );
}

function figureText({ value, unit }: AnalysisFigure): string {
  if (unit === 'm') return formatDistance(value, language.value, words.value.units);
  if (unit === 'm2') return formatArea(value, language.value, words.value.units);
  return `${formatNumber(value, language.value)}${unit === '%' ? ' %' : ''}`;
}
