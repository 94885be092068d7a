import { measureGeometry } from '../format/measure';
import { tool } from '../state/draft';
import { language, words } from '../state/prefs';
import { Icon } from '../ui/Icon';
import { decide, takeTool } from './analysisJob';
import type { AnalysisChoice } from './analysisTypes';

/** Chooses by an area drawn on the map, or by the areas of a layer. */
export function ShapeChoice({ choice }: { choice: AnalysisChoice }) {
  const w = words.value.analysis;
  const draw = (): void => {
    takeTool({
      kind: 'draw', shape: 'Polygon', points: [], title: w.draw, hint: w.drawHint, fixed: true,
      save: (shape) => {
        tool.value = null;
        decide({ shape });
      },
    });
  };
  return (
    <div class="analysis-shape">
      <button type="button" class="button" onClick={draw}><Icon name="shape" size={18} />{choice.shape ? w.drawAgain : w.draw}</button>
      {choice.shape && <span class="figures">{measureGeometry(choice.shape, language.value, words.value.units)}</span>}
      {choice.shape && <button type="button" class="button button-quiet" onClick={() => decide({ shape: null })}>{w.byLayer}</button>}
    </div>
  );
}
