import { signal } from '@preact/signals';
import { closeAnalysis } from '../analysis/analysisJob';
import { closeImport } from '../import/importJob';
import { narrow } from '../state/layout';
import { layersOpen } from '../state/prefs';

/** True while the editions of areas are looked at. */
export const editionsOpen = signal(false);

export function openEditions(): void {
  closeAnalysis();
  closeImport();
  if (narrow.value) layersOpen.value = false;
  editionsOpen.value = true;
}

export function closeEditions(): void {
  editionsOpen.value = false;
}
