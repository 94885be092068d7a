import { signal } from '@preact/signals';
import { Problem } from '../api/problem';
import { flyToBounds } from '../map/mapHandle';
import { loadLayers } from '../state/city';
import { explain } from '../state/explain';
import { actor, hiddenLayers, words } from '../state/prefs';
import { knowsWhoActs } from '../state/whoActs';
import { importAddress } from './importAddress';
import type { ImportChoice, ImportFailure, ImportMessage, ImportNote, ImportReport, ImportStage } from './importTypes';
import { oneFile } from './oneFile';
import { sendImport } from './sendImport';
import { unite } from './unite';

export interface ImportJob {
  stage: ImportStage;
  file: File | null;
  choice: ImportChoice;
  /** 0 to 1 of the stage. */
  fraction: number;
  notes: ImportNote[];
  report: ImportReport | null;
  failure: ImportFailure | null;
  /** A failure that is none of the file's: the network, the server. */
  trouble: string;
}

const plain: ImportChoice = { layer: '', title: '', mode: 'append', repair: false, partial: false, crs: null };
const none: Omit<ImportJob, 'stage' | 'file' | 'choice'> = { fraction: 0, notes: [], report: null, failure: null, trouble: '' };

/** The import in hand; null while the panel is closed. */
export const importJob = signal<ImportJob | null>(null);

let running: AbortController | null = null;

const put = (part: Partial<ImportJob>): void => { if (importJob.value) importJob.value = { ...importJob.value, ...part }; };

/** Opens the panel, without a file. */
export function openImport(): void {
  importJob.value ??= { stage: 'choose', file: null, choice: plain, ...none };
}

/** Closes the panel; what is under way is given up, and nothing of it is stored. */
export function closeImport(): void {
  running?.abort();
  importJob.value = null;
}

/** Takes what was chosen or dropped, and looks at it: one file, or the parts of a Shapefile. */
export function takeFiles(files: Promise<File[]>): void {
  running?.abort();
  const job: ImportJob = (importJob.value = { stage: 'choose', file: null, choice: plain, ...none });
  files.then(async (all) => ({ file: await oneFile(all), some: all.length > 0 })).then(
    ({ file, some }) => {
      if (importJob.value !== job) return;
      if (!file) return put({ trouble: some ? words.value.import.oneAtATime : words.value.import.unreadable });
      put({ file });
      void run(true);
    },
    () => { if (importJob.value === job) put({ trouble: words.value.import.unreadable }); },
  );
}

/** Changes a decision. What changes how the file is read is looked at again. */
export function choose(part: Partial<ImportChoice>): void {
  const job = importJob.value;
  if (!job) return;
  put({ choice: { ...job.choice, ...part } });
  if ('crs' in part || 'repair' in part) void run(true);
}

/** Stores the file as it was decided. */
export const storeFile = async (): Promise<void> => { if (await knowsWhoActs()) await run(false); };

/** Gives up what is under way and goes back to the decisions. */
export function stopImport(): void {
  running?.abort();
}

async function run(dryRun: boolean): Promise<void> {
  running?.abort();
  const job = importJob.value;
  if (!job?.file) return;
  const mine = (running = new AbortController());
  const before = job.stage;
  put({ ...none, report: dryRun ? null : job.report, stage: dryRun ? 'checking' : 'storing' });
  const notes: ImportNote[] = [];
  try {
    await sendImport({
      address: importAddress(job.file.name, importJob.value?.choice ?? job.choice, dryRun), file: job.file, actor: actor.value, signal: mine.signal,
      tell: (message) => { if (running === mine) take(message, notes); },
    });
  } catch (error) {
    if (running !== mine) return;
    if (mine.signal.aborted) return put({ stage: dryRun || before !== 'checked' ? 'choose' : 'checked' });
    const named = error instanceof Problem && error.status >= 400 && error.status < 500;
    put(named ? { stage: 'refused', failure: { code: error.code, detail: error.detail, good: 0, bad: 0 } } : { stage: 'refused', trouble: explain(error) });
  }
}

function take(message: ImportMessage, notes: ImportNote[]): void {
  switch (message.kind) {
    case 'progress': return put({ fraction: message.fraction, notes: [...notes] });
    case 'done': return end(message, notes);
    case 'failed': return put({ stage: 'refused', failure: message, notes: [...notes] });
    default: notes.push(message);
  }
}

function end(report: ImportReport, notes: ImportNote[]): void {
  put({ stage: report.stored ? 'stored' : 'checked', report, notes: [...notes], fraction: 1 });
  if (report.stored) void show(report);
}

/** Shows the layers that came in, and where they lie. */
async function show(report: ImportReport): Promise<void> {
  const ids = report.layers.map((layer) => layer.layer);
  await loadLayers();
  hiddenLayers.value = hiddenLayers.value.filter((id) => !ids.includes(id));
  const bounds = unite(report.layers.flatMap((layer) => (layer.extent ? [layer.extent] : [])));
  if (bounds) flyToBounds(bounds);
}
