import { useEffect, useRef } from 'preact/hooks';
import { words } from '../state/prefs';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { CrsChoice } from './CrsChoice';
import { ImportDecisions } from './ImportDecisions';
import { ImportFound } from './ImportFound';
import { ImportNotes } from './ImportNotes';
import { Reason } from './Reason';
import { closeImport, importJob, stopImport, storeFile, takeFiles, type ImportJob } from './importJob';

/** Brings a file onto the map: chosen or dropped, looked at first, stored when that is wanted. The map stays in sight, because the question may be where it lies. */
export function ImportPanel() {
  const job = importJob.value;
  return job && <Panel job={job} />;
}

function Panel({ job }: { job: ImportJob }) {
  const w = words.value.import;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => { panel.current?.focus({ preventScroll: true }); }, []);
  const busy = job.stage === 'checking' || job.stage === 'storing';
  const candidates = job.failure?.code === 'crs_needed' ? job.failure.candidates ?? [] : null;
  return (
    <section class="import" role="dialog" aria-labelledby="import-title" tabIndex={-1} ref={panel} onKeyDown={(event) => { if (event.key === 'Escape' && !busy) closeImport(); }}>
      <div class="import-head"><h2 id="import-title">{w.heading}</h2><IconButton icon="close" label={words.value.close} onClick={closeImport} /></div>
      <div class="import-body">
        <FileChoice job={job} busy={busy} />
        {busy && <Progress job={job} />}
        {job.trouble && <p class="problem" role="alert"><Icon name="alert" size={18} />{job.trouble}</p>}
        {job.stage === 'refused' && job.failure && !candidates && <Refusal job={job} />}
        {candidates && !busy && <CrsChoice candidates={candidates} chosen={job.choice.crs} />}
        {job.report && !busy && <ImportFound report={job.report} />}
        {!busy && <ImportNotes notes={job.notes} />}
        {(job.stage === 'checked' || (job.stage === 'refused' && !candidates)) && <ImportDecisions job={job} />}
        {job.stage === 'stored' && <p class="import-stored" role="status"><Icon name="check" size={18} />{w.stored}</p>}
      </div>
      <div class="import-foot">
        {busy ? <button type="button" class="button" onClick={stopImport}>{w.stop}</button> : <button type="button" class="button" onClick={closeImport}>{job.stage === 'stored' ? words.value.close : words.value.cancel}</button>}
        {job.stage === 'checked' && <button type="button" class="button button-primary" disabled={(job.report?.bad ?? 0) > 0 && !job.choice.partial} onClick={() => void storeFile()}>{w.store}</button>}
      </div>
    </section>
  );
}

function FileChoice({ job, busy }: { job: ImportJob; busy: boolean }) {
  const w = words.value.import;
  const take = (files: FileList | null): void => { if (files?.length) takeFiles(Promise.resolve([...files])); };
  return (
    <label class={`import-file${job.file ? '' : ' import-empty'}`}>
      <Icon name="download" />
      <span>{job.file ? <b>{job.file.name}</b> : <><b>{w.choose}</b><small>{w.formats}</small></>}</span>
      <input type="file" multiple disabled={busy} aria-label={w.choose} onChange={(event) => take(event.currentTarget.files)} />
    </label>
  );
}

function Progress({ job }: { job: ImportJob }) {
  const w = words.value.import;
  const text = job.stage === 'checking' ? w.checking : w.storing;
  return <div class="import-progress" role="status"><span>{text}</span><progress max={1} value={job.fraction || undefined} aria-label={text} /></div>;
}

/** A file that cannot be used: what kind of trouble in the reader's words, and what exactly beneath. */
function Refusal({ job }: { job: ImportJob }) {
  const w = words.value.import;
  const code = job.failure?.code ?? '';
  return (
    <div class="problem import-refused" role="alert"><Icon name="alert" size={18} />
      <div><p>{w.refusals[code as 'import_failed'] ?? w.refusals.import_failed}</p>{job.failure?.detail && <p><Reason text={job.failure.detail} /></p>}</div></div>
  );
}
