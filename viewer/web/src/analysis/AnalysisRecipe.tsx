import { useState } from 'preact/hooks';
import type { Layer } from '../api/types';
import { request } from '../api/request';
import { explain } from '../state/explain';
import { words } from '../state/prefs';
import { knowsWhoActs } from '../state/whoActs';
import { Icon } from '../ui/Icon';
import { useAsync } from '../ui/useAsync';
import { recompute, troubleCode } from './analysisJob';
import { AnalysisFigures, AnalysisMethod } from './AnalysisResult';
import type { Analysis } from './analysisTypes';

/** How a layer was worked out, whether its inputs have changed since, and the way to work it out again. */
export function AnalysisRecipe({ layer }: { layer: Layer }) {
  const w = words.value.analysis;
  const made = useAsync<Analysis>(`${layer.id}/${layer.version}`, () => request(`/api/analyses/${encodeURIComponent(layer.id)}`));
  const [state, setState] = useState<{ busy: boolean; trouble: unknown }>({ busy: false, trouble: null });
  const analysis = made.value;
  if (!analysis) return null;
  const again = async (): Promise<void> => {
    if (!(await knowsWhoActs())) return;
    setState({ busy: true, trouble: null });
    try {
      made.set(await recompute(layer.id));
      setState({ busy: false, trouble: null });
    } catch (trouble) {
      setState({ busy: false, trouble });
    }
  };
  const gone = analysis.inputs.some((input) => input.state === 'Gone');
  return (
    <div class="analysis-recipe">
      <p class={`analysis-fresh${analysis.fresh ? '' : ' analysis-old'}`} data-fresh={analysis.fresh}><Icon name={analysis.fresh ? 'check' : 'alert'} size={18} />{analysis.fresh ? w.fresh : gone ? w.gone : w.changed}</p>
      <AnalysisFigures figures={analysis.figures} />
      <AnalysisMethod analysis={analysis} />
      {!gone && <button type="button" class="button" disabled={state.busy} onClick={() => void again()}><Icon name="redo" size={18} />{state.busy ? w.running : w.recompute}</button>}
      {state.trouble !== null && <p class="problem" role="alert">{w.problems[troubleCode(state.trouble) as 'analysis_too_large'] ?? explain(state.trouble)}</p>}
    </div>
  );
}
