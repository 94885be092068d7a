import { useEffect, useRef } from 'preact/hooks';
import { explain } from '../state/explain';
import { layers } from '../state/city';
import { tool } from '../state/draft';
import { floatingWidth, narrow } from '../state/layout';
import { words } from '../state/prefs';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { AnalysisForm } from './AnalysisForm';
import { analysisIcons } from './analysisIcons';
import { analysisJob, chooseAgain, chooseKind, closeAnalysis, runAnalysis, stopAnalysis, troubleCode, type AnalysisJob } from './analysisJob';
import { orderOf } from './analysisOrder';
import { AnalysisResult } from './AnalysisResult';
import { analysisKinds } from './analysisTypes';
import { PreviewLine } from './PreviewLine';

/** The panel and the air around it, as its style has them. */
const panelPixels = 440;

/** Finds something out from layers: what, of which layers, how many that is, then the result on the map with its figures. */
export function AnalysisPanel() {
  const job = analysisJob.value;
  // A tool in hand needs the map: on a narrow screen the panel steps aside until it is done.
  return job && !(narrow.value && tool.value) ? <Panel job={job} /> : null;
}

function Panel({ job }: { job: AnalysisJob }) {
  const w = words.value.analysis;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => { panel.current?.focus({ preventScroll: true }); }, [job.stage]);
  useEffect(() => {
    floatingWidth.value = narrow.value ? 0 : panelPixels;
    return () => { floatingWidth.value = 0; };
  }, [narrow.value]);
  const busy = job.stage === 'running';
  const heading = job.stage === 'set' || job.stage === 'running' ? w.kinds[job.choice.kind].name : w.heading;
  return (
    <section class="import analysis" role="dialog" aria-labelledby="analysis-title" tabIndex={-1} ref={panel} onKeyDown={(event) => { if (event.key === 'Escape' && !busy && !tool.value) closeAnalysis(); }}>
      <div class="import-head">
        {job.stage === 'set' && <IconButton icon="back" label={w.back} onClick={chooseAgain} />}
        <h2 id="analysis-title">{heading}</h2>
        <IconButton icon="close" label={words.value.close} onClick={closeAnalysis} />
      </div>
      <div class="import-body">
        {job.stage === 'choose' && <Kinds />}
        {job.stage === 'set' && <><p class="analysis-about">{w.kinds[job.choice.kind].about}</p><AnalysisForm choice={job.choice} /></>}
        {job.stage === 'set' && job.trouble !== null && <Trouble trouble={job.trouble} />}
        {job.stage === 'running' && <div class="import-progress" role="status"><span>{w.running}</span><progress max={1} aria-label={w.running} /></div>}
        {job.stage === 'done' && <AnalysisResult result={job.result} />}
      </div>
      {job.stage === 'set' && <PreviewLine choice={job.choice} />}
      <div class="import-foot">
        {job.stage === 'choose' && <button type="button" class="button" onClick={closeAnalysis}>{words.value.cancel}</button>}
        {job.stage === 'set' && <button type="button" class="button" onClick={chooseAgain}>{w.back}</button>}
        {job.stage === 'set' && <button type="button" class="button button-primary" disabled={!orderOf(job.choice, layers.value ?? [])} onClick={() => void runAnalysis()}>{w.run}</button>}
        {busy && <button type="button" class="button" onClick={stopAnalysis}>{w.stop}</button>}
        {job.stage === 'done' && <button type="button" class="button" onClick={chooseAgain}>{w.another}</button>}
        {job.stage === 'done' && <button type="button" class="button button-primary" onClick={closeAnalysis}>{words.value.close}</button>}
      </div>
    </section>
  );
}

function Kinds() {
  const w = words.value.analysis;
  return (
    <ul class="analysis-kinds">
      {analysisKinds.map((kind) => (
        <li key={kind}>
          <button type="button" data-analysis={kind} onClick={() => chooseKind(kind)}>
            <Icon name={analysisIcons[kind]} /><span><b>{w.kinds[kind].name}</b><small>{w.kinds[kind].about}</small></span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What went wrong in the reader's words, and the server's own sentence beneath. */
function Trouble({ trouble }: { trouble: unknown }) {
  const w = words.value.analysis;
  const code = troubleCode(trouble);
  const known = w.problems[code as 'analysis_too_large'];
  return <p class="problem" role="alert"><Icon name="alert" size={18} />{known ?? explain(trouble)}</p>;
}
