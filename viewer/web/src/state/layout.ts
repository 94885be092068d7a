import { computed, signal } from '@preact/signals';
import { layersOpen, panelWidth } from './prefs';
import { detail, sheet, view } from './view';

// The same as in the style sheets.
const narrowQuery = matchMedia('(max-width: 719px), (max-width: 999px) and (max-height: 560px)');

/** Below 720 px, and where a window is too low for panels beside the map, as when the page is enlarged to 200 %: one thumb, a sheet instead of panels. */
export const narrow = signal(narrowQuery.matches);
narrowQuery.addEventListener('change', () => (narrow.value = narrowQuery.matches));

export const windowHeight = signal(innerHeight);
export const windowWidth = signal(innerWidth);
addEventListener('resize', () => {
  windowHeight.value = innerHeight;
  windowWidth.value = innerWidth;
});

export const layerPanelWidth = 320;
export const panelLimits = { least: 336, most: 640 };
/** The rail, and what the panel leaves to the map as long as it can: the map comes first. */
const railWidth = 76;
const leastMap = 440;

/** Width of the panel on the right: as chosen, less in a small window. */
export const panelSize = computed(() => Math.max(panelLimits.least, Math.min(panelWidth.value, windowWidth.value - railWidth - leastMap)));

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
    : { top: 0, bottom: 0, left: Math.max(layersOpen.value ? layerPanelWidth : 0, floatingWidth.value), right: panelShown.value ? panelSize.value : 0 });
