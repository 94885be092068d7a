import type { Bounds } from '../api/types';

/** A coordinate system the numbers of a file could be in, and where they would then lie (WGS 84). */
export interface ImportCandidate { epsg: number; name: string; meridian: number | null; places: string; first: [number, number]; extent: Bounds }

/** Something about one row: refused, mended, or to look at. */
export interface ImportNote { kind: 'bad' | 'repaired' | 'warning'; line: number; field: string; reason: string; layer?: string }

export interface ImportedLayer { layer: string; source: string | null; exists: boolean; count: number; geometry: string; fields: Array<{ name: string; source: string; type: string }>; extent: Bounds | null; numberedFrom?: number | null }

export interface ImportReport { count: number; bad: number; repaired: number; warnings: number; stored: boolean; how: string; crs: number; layers: ImportedLayer[] }

export interface ImportFailure { code: string; detail: string; good: number; bad: number; candidates?: ImportCandidate[] }

/** One line of the server's answer. */
export type ImportMessage =
  | { kind: 'progress'; stage: 'reading' | 'writing'; read: number; fraction: number }
  | ImportNote
  | ({ kind: 'done' } & ImportReport)
  | ({ kind: 'failed' } & ImportFailure);

export type ImportMode = 'append' | 'replace' | 'upsert';

/** What a person decides about a file. */
export interface ImportChoice { layer: string; title: string; mode: ImportMode; repair: boolean; partial: boolean; crs: number | null }

/** `choose`: no file yet; then it is looked at, and stored when that is asked for. */
export type ImportStage = 'choose' | 'checking' | 'checked' | 'storing' | 'stored' | 'refused';
