import { layersOpen, words } from '../state/prefs';
import { narrow } from '../state/layout';
import { closeDetail, sheet, view, type View } from '../state/view';
import { Icon } from '../ui/Icon';
import type { IconName } from '../ui/iconPaths';

const entries: ReadonlyArray<{ view: View; icon: IconName }> = [
  { view: 'map', icon: 'map' }, { view: 'work', icon: 'list' }, { view: 'districts', icon: 'area' }, { view: 'facilities', icon: 'facility' }, { view: 'handover', icon: 'handover' },
];

/** The views, and the panel of layers. On a narrow screen it lies at the bottom, under the thumb. */
export function Rail() {
  const w = words.value;
  const open = (next: View): void => {
    closeDetail();
    view.value = next;
    if (narrow.value) {
      layersOpen.value = false;
      sheet.value = next === 'map' ? 'low' : sheet.value === 'low' ? 'half' : sheet.value;
    }
  };
  return (
    <nav class="rail" aria-label={w.viewsLabel}>
      {entries.map((entry) => (
        <button type="button" key={entry.view} class="rail-button" aria-current={view.value === entry.view ? 'page' : undefined} onClick={() => open(entry.view)}>
          <Icon name={entry.icon} /><span>{w.views[entry.view]}</span>
        </button>
      ))}
      <span class="rail-space" />
      <button type="button" class="rail-button" aria-expanded={layersOpen.value} onClick={() => (layersOpen.value = !layersOpen.value)}>
        <Icon name="layers" /><span>{w.views.layers}</span>
      </button>
    </nav>
  );
}
