import { computed, signal } from '@preact/signals';
import { layersOpen, panelWidth } from './prefs';
import { detail, sheet, view } from './view';

const narrowQuery = matchMedia('(max-width: 719px)');

/** Below 720 px: one thumb, a sheet instead of panels. */
export const narrow = signal(narrowQuery.matches);
narrowQuery.addEventListener('change', () => (narrow.value = narrowQuery.matches));

export const windowHeight = signal(innerHeight);
addEventListener('resize', () => (windowHeight.value = innerHeight));

export const layerPanelWidth = 320;
export const panelLimits = { least: 336, most: 640 };

/** Whether the panel on the right is there at all. */
export const panelShown = computed(() => view.value !== 'map' || detail.value !== null);

/** Height of the sheet in pixels for each of its three heights. */
export const sheetHeight = computed(() => {
  const height = windowHeight.value;
  return { low: 124, half: Math.round(height * 0.46), full: height - 72 }[sheet.value];
});

/** Pixels of the map's left that a panel covers which floats over it; 0 while none does. */
export const floatingWidth = signal(0);

/** Pixels of the map covered by panels, so that "the middle" is the middle of what is seen. */
export const mapPadding = computed(() =>
  narrow.value
    ? { top: 0, left: 0, right: 0, bottom: sheet.value === 'full' ? 0 : sheetHeight.value }
    : { top: 0, bottom: 0, left: Math.max(layersOpen.value ? layerPanelWidth : 0, floatingWidth.value), right: panelShown.value ? panelWidth.value : 0 });
