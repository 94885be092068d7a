import type { Bounds, Geometry, Position } from '../api/types';

export const analysisKinds = ['Coverage', 'Buffer', 'Summary', 'Nearest', 'WhatIf', 'Select', 'Intersect'] as const;
export type AnalysisKind = (typeof analysisKinds)[number];

/** Some features of a layer; `filter` is CQL2 text. */
export interface AnalysisSource { layer: string; filter?: string }

/** What is to be found out; see `POST /api/analyses`. */
export interface AnalysisOrder {
  kind: AnalysisKind;
  title?: { vi: string; en: string } | null;
  input: AnalysisSource;
  other?: AnalysisSource | null;
  /** Metres. */
  distance?: number | null;
  dissolve?: boolean;
  sum?: string | null;
  within?: boolean;
  shape?: Geometry | null;
  drafts?: Position[];
}

export interface AnalysisPreview { input: number; other: number | null; most: number; fits: boolean }

export interface AnalysisFigure { name: string; value: number; unit: string | null }

/** A layer that was worked out. */
export interface Analysis {
  layer: string;
  title: { vi: string; en: string };
  order: AnalysisOrder;
  inputs: Array<{ role: 'input' | 'other'; layer: string; count: number; state: 'Same' | 'Changed' | 'Gone' }>;
  fresh: boolean;
  figures: AnalysisFigure[];
  count: number;
  bounds: Bounds | null;
  computedAt: string;
  actor: string;
  method: { vi: string; en: string };
}

/** What a person has decided so far. */
export interface AnalysisChoice {
  kind: AnalysisKind;
  input: string;
  /** One value of the layer's field of kinds; empty is all. */
  inputKind: string;
  other: string;
  otherKind: string;
  distance: string;
  dissolve: boolean;
  sum: string;
  within: boolean;
  shape: Geometry | null;
  drafts: Position[];
  title: string;
}
