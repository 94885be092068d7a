import type { IconName } from '../ui/iconPaths';
import type { AnalysisKind } from './analysisTypes';

export const analysisIcons: Record<AnalysisKind, IconName> = {
  Coverage: 'shieldCheck', WhatIf: 'pinPlus', Buffer: 'target', Summary: 'area', Nearest: 'ruler', Select: 'shape', Intersect: 'layers',
};
