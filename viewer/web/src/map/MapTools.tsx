import { startMeasure } from '../state/draft';
import { goToOpen } from '../state/goTo';
import { paperOpen } from '../paper/paperState';
import { words } from '../state/prefs';
import { Icon } from '../ui/Icon';
import type { IconName } from '../ui/iconPaths';
import { Popover } from '../ui/Popover';
import { rotateMap } from './mapHandle';
import { shareView } from './shareView';

/** What one does with the map now and then: measure, go to a coordinate, turn it, share what is seen. */
export function MapTools() {
  const w = words.value.map;
  const tools: Array<{ icon: IconName; label: string; key?: string; stays?: boolean; run: () => void }> = [
    { icon: 'ruler', label: w.measure, key: 'M', run: startMeasure },
    { icon: 'target', label: w.goTo, key: 'G', run: () => (goToOpen.value = true) },
    { icon: 'print', label: words.value.paper.open, run: () => (paperOpen.value = true) },
    { icon: 'link', label: w.share, key: 'C', run: () => void shareView() },
    { icon: 'undo', label: w.rotateLeft, stays: true, run: () => rotateMap(-15) },
    { icon: 'redo', label: w.rotateRight, stays: true, run: () => rotateMap(15) },
  ];
  return (
    <Popover label={w.tools} class="icon-button" align="end" button={<><Icon name="tools" /><span class="visually-hidden">{w.tools}</span></>}>
      {(close) => (
        <ul class="choose">
          {tools.map((tool) => (
            <li key={tool.label}>
              <button type="button" class="choose-item" onClick={() => { if (!tool.stays) close(); tool.run(); }}>
                <Icon name={tool.icon} /><span>{tool.label}</span>{tool.key && <kbd aria-hidden="true">{tool.key}</kbd>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
