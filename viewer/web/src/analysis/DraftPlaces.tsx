import { useEffect } from 'preact/hooks';
import type { Position } from '../api/types';
import { formatCoordinates } from '../format/coordinates';
import { mapCenter, mapHandle } from '../map/mapHandle';
import { palettes } from '../map/style/palette';
import { tool } from '../state/draft';
import { theme, words } from '../state/prefs';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { decide, takeTool } from './analysisJob';
import { showDrafts } from './showDrafts';

/** Facilities that are only a draft: put on the map by a click, taken off again. */
export function DraftPlaces({ drafts }: { drafts: Position[] }) {
  const w = words.value.analysis;
  const { accent, halo } = palettes[theme.value];
  useEffect(() => (mapHandle.value ? showDrafts(mapHandle.value, drafts, accent, halo) : undefined), [drafts, accent, mapHandle.value]);
  const add = (): void => {
    const position = mapCenter();
    if (!position) return;
    takeTool({
      kind: 'movePin', position, title: w.addDraft, hint: w.addDraftHint,
      save: (at) => {
        tool.value = null;
        decide({ drafts: [...drafts, at] });
      },
    });
  };
  return (
    <fieldset class="analysis-drafts">
      <legend>{w.drafts}</legend>
      <ol>{drafts.map((at, index) => (
        <li key={`${at.lon},${at.lat},${index}`}><span class="figures">{formatCoordinates(at)}</span>
          <IconButton icon="trash" label={w.removeDraft(String(index + 1))} onClick={() => decide({ drafts: drafts.filter((_, other) => other !== index) })} /></li>
      ))}</ol>
      <button type="button" class="button" onClick={add}><Icon name="pinPlus" size={18} />{w.addDraft}</button>
    </fieldset>
  );
}
