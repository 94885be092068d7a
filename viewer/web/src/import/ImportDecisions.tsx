import { words } from '../state/prefs';
import { choose, type ImportJob } from './importJob';
import type { ImportMode } from './importTypes';

const modes: readonly ImportMode[] = ['append', 'replace', 'upsert'];

/** How the file goes onto the map: under which name, and what happens to what is there. */
export function ImportDecisions({ job }: { job: ImportJob }) {
  const w = words.value.import;
  const { choice, report } = job;
  const mendable = choice.repair || job.notes.some((note) => note.kind === 'bad' && note.reason.includes('with repair'));
  return (
    <div class="import-decisions">
      <label class="field"><span>{w.title}</span>
        <input value={choice.title} maxLength={200} placeholder={job.file?.name.split('.')[0] ?? ''} onInput={(event) => choose({ title: event.currentTarget.value })} /></label>
      <label class="field"><span>{(report?.layers.length ?? 1) > 1 ? w.prefix : w.layer}</span>
        <input value={choice.layer} maxLength={48} pattern="[a-z][a-z0-9_]*" spellcheck={false} placeholder={report?.layers.length === 1 ? report.layers[0]?.layer : ''} onInput={(event) => choose({ layer: event.currentTarget.value })} />
        <small class="field-hint">{w.layerHint}</small></label>
      <label class="field"><span>{w.mode}</span>
        <select value={choice.mode} onChange={(event) => choose({ mode: event.currentTarget.value as ImportMode })}>{modes.map((mode) => <option key={mode} value={mode}>{w.modes[mode]}</option>)}</select></label>
      {mendable && <label class="check"><input type="checkbox" checked={choice.repair} onChange={(event) => choose({ repair: event.currentTarget.checked })} />{w.repair}</label>}
      {(report?.bad ?? 0) > 0 && <label class="check"><input type="checkbox" checked={choice.partial} onChange={(event) => choose({ partial: event.currentTarget.checked })} />{w.partial}</label>}
    </div>
  );
}
