import { effect, signal } from '@preact/signals';
import type { Geometry, Position } from '../api/types';
import type { Path, Shape } from '../features/shapeEdits';
import { dropOutgoing } from '../connection/outbox';
import { keptTexts } from '../connection/keptTexts';
import { words } from './prefs';
import { showToast } from './toasts';
import { asOf, closeDetail, detail, focus, sheet } from './view';

/** A report being written. It outlives errors and closing the panel, until it is sent or thrown away. */
export interface ReportDraft {
  position: Position;
  type: string | null;
  severity: number;
  title: string;
  description: string;
  exercise: boolean;
  /** One key for all tries of this report. */
  key: string;
}
export const draft = signal<ReportDraft | null>(readDraft());
effect(() => keptTexts.set('report', draft.value ? JSON.stringify(draft.value) : ''));

function readDraft(): ReportDraft | null {
  const text = keptTexts.get('report');
  return text ? (JSON.parse(text) as ReportDraft) : null;
}

/** What a click on the map means while a tool is in hand. */
export type MapTool =
  | { kind: 'movePin'; position: Position; save: (position: Position) => void; title?: string; hint?: string }
  | { kind: 'draw'; shape: 'LineString' | 'Polygon'; points: Position[]; save: (geometry: Geometry) => void; title?: string; hint?: string; /** The other kind is not offered. */ fixed?: boolean; /** Takes away what was drawn before. */ wipe?: () => void }
  | { kind: 'vertices'; shape: Shape; save: (shape: Shape) => void; /** The corner in hand. */ chosen?: Path | null }
  | { kind: 'measure'; shape: 'LineString' | 'Polygon'; points: Position[] };
export const tool = signal<MapTool | null>(null);

export function startMeasure(): void {
  pickedPlace.value = null;
  tool.value = { kind: 'measure', shape: 'LineString', points: [] };
}

/** A place clicked on the ground, for the small card that offers to report there. */
export const pickedPlace = signal<Position | null>(null);

export function startReport(position: Position): void {
  if (asOf.value) return showToast({ text: words.value.incident.moves.past, topic: 'past' });
  pickedPlace.value = null;
  focus.value = null;
  const kept = draft.value;
  draft.value = kept
    ? { ...kept, position }
    : { position, type: null, severity: 3, title: '', description: '', exercise: false, key: crypto.randomUUID() };
  detail.value = { kind: 'report' };
  if (sheet.value === 'low') sheet.value = 'half';
}

export function discardReport(): void {
  if (draft.value) dropOutgoing(draft.value.key);
  draft.value = null;
  closeDetail();
}
