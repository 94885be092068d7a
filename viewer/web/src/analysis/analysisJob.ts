import { signal } from '@preact/signals';
import { Problem } from '../api/problem';
import { request } from '../api/request';
import { flyToBounds } from '../map/mapHandle';
import { layers, loadLayers } from '../state/city';
import { tool } from '../state/draft';
import { narrow } from '../state/layout';
import { actor, hiddenLayers, layersOpen } from '../state/prefs';
import { knowsWhoActs } from '../state/whoActs';
import { orderOf } from './analysisOrder';
import type { Analysis, AnalysisChoice, AnalysisKind } from './analysisTypes';

/** The analysis in hand: nothing chosen yet, being set up, being worked out, done. */
export type AnalysisJob =
  | { stage: 'choose' }
  | { stage: 'set'; choice: AnalysisChoice; trouble: unknown }
  | { stage: 'running'; choice: AnalysisChoice }
  | { stage: 'done'; result: Analysis };

/** Null while the panel is closed. */
export const analysisJob = signal<AnalysisJob | null>(null);

let running: AbortController | null = null;

export function openAnalysis(): void {
  analysisJob.value ??= { stage: 'choose' };
}

/** Closes the panel; what is being worked out is given up, and nothing of it is kept. */
export function closeAnalysis(): void {
  running?.abort();
  if (tool.value?.kind !== 'measure') tool.value = null;
  analysisJob.value = null;
}

const first = (wanted: readonly string[], fits: (id: string) => boolean): string => wanted.find(fits) ?? '';

/** Begins one with what is asked most often: streets, facilities, districts. */
export function chooseKind(kind: AnalysisKind): void {
  const known = layers.value ?? [];
  const holds = (id: string): boolean => known.some((layer) => layer.id === id && layer.count > 0);
  const areas = kind === 'Summary' || kind === 'Select' || kind === 'Intersect';
  analysisJob.value = {
    stage: 'set', trouble: null,
    choice: {
      kind, inputKind: '', otherKind: '', distance: kind === 'Buffer' ? '100' : '500', dissolve: true, sum: '', within: false, shape: null, drafts: [], title: '',
      input: first(kind === 'Summary' ? ['incidents', 'facilities', 'streets'] : kind === 'Buffer' || kind === 'Nearest' ? ['facilities', 'streets'] : ['streets', 'buildings', 'facilities'], holds),
      other: areas ? first(['districts'], holds) : first(['facilities'], holds),
    },
  };
}

export function decide(part: Partial<AnalysisChoice>): void {
  const job = analysisJob.value;
  if (job?.stage === 'set') analysisJob.value = { ...job, choice: { ...job.choice, ...part }, trouble: null };
}

/** Back to the kinds. */
export function chooseAgain(): void {
  analysisJob.value = { stage: 'choose' };
}

/** Gives up what is being worked out and goes back to the decisions. */
export function stopAnalysis(): void {
  running?.abort();
}

/** Works it out and shows the new layer. */
export async function runAnalysis(): Promise<void> {
  const job = analysisJob.value;
  const order = job?.stage === 'set' ? orderOf(job.choice, layers.value ?? []) : null;
  if (job?.stage !== 'set' || !order || !(await knowsWhoActs())) return;
  running?.abort();
  const mine = (running = new AbortController());
  const { choice } = job;
  analysisJob.value = { stage: 'running', choice };
  try {
    const result = await request<Analysis>('/api/analyses', { method: 'POST', body: order, actor: actor.value, signal: mine.signal });
    if (running !== mine) return;
    analysisJob.value = { stage: 'done', result };
    await showAnalysis(result);
  } catch (error) {
    if (running === mine && analysisJob.value) analysisJob.value = { stage: 'set', choice, trouble: mine.signal.aborted ? null : error };
  }
}

/** Works a layer out again with what its inputs are now. */
export async function recompute(layer: string): Promise<Analysis> {
  const result = await request<Analysis>(`/api/analyses/${encodeURIComponent(layer)}/recompute`, { method: 'POST', actor: actor.value });
  await loadLayers();
  return result;
}

/** Takes a tool to the map; on a narrow screen what covers the map steps aside. */
export function takeTool(next: NonNullable<typeof tool.value>): void {
  if (narrow.value) layersOpen.value = false;
  tool.value = next;
}

/** Brings a result into view. */
export async function showAnalysis(result: Analysis): Promise<void> {
  await loadLayers();
  hiddenLayers.value = hiddenLayers.value.filter((id) => id !== result.layer);
  if (narrow.value) layersOpen.value = false;
  if (result.bounds) flyToBounds(result.bounds);
}

/** The name of what went wrong, for the words about it. */
export const troubleCode = (trouble: unknown): string => (trouble instanceof Problem ? trouble.code : '');
