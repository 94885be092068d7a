import { useEffect, useState } from 'preact/hooks';
import { request } from '../api/request';
import { formatNumber } from '../format/number';
import { layers } from '../state/city';
import { explain } from '../state/explain';
import { language, words } from '../state/prefs';
import { troubleCode } from './analysisJob';
import { orderOf } from './analysisOrder';
import type { AnalysisChoice, AnalysisPreview } from './analysisTypes';

/** Typing is waited for so long. */
const pauseMilliseconds = 350;

/** How many features the analysis would take, asked anew when a decision changes. */
export function PreviewLine({ choice }: { choice: AnalysisChoice }) {
  const w = words.value.analysis;
  const order = orderOf(choice, layers.value ?? []);
  const key = order ? JSON.stringify({ ...order, title: undefined }) : '';
  const [state, setState] = useState<{ key: string; value: AnalysisPreview | null; trouble: unknown }>({ key: '', value: null, trouble: null });
  useEffect(() => {
    if (!key) return undefined;
    const mine = new AbortController();
    const timer = setTimeout(() => {
      request<AnalysisPreview>('/api/analyses/preview', { method: 'POST', body: JSON.parse(key), signal: mine.signal }).then(
        (value) => setState({ key, value, trouble: null }), (trouble: unknown) => { if (!mine.signal.aborted) setState({ key, value: null, trouble }); });
    }, pauseMilliseconds);
    return () => {
      clearTimeout(timer);
      mine.abort();
    };
  }, [key]);
  if (!key) return <p class="analysis-preview" role="status">{w.incomplete}</p>;
  if (state.key !== key) return <p class="analysis-preview" role="status">{w.counting}</p>;
  if (!state.value) return <p class="analysis-preview analysis-unfit" role="status">{w.problems[troubleCode(state.trouble) as 'analysis_too_large'] ?? explain(state.trouble)}</p>;
  const number = (value: number): string => formatNumber(value, language.value);
  const { input, other, most, fits } = state.value;
  const text = other === null ? w.preview(number(input)) : w.previewTwo(number(input), number(other));
  return <p class={`analysis-preview${fits ? '' : ' analysis-unfit'}`} role="status" data-preview={input}>{fits ? text : `${text} ${w.tooMany(number(most))}`}</p>;
}
