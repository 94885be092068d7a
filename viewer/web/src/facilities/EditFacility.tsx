import { useEffect, useState } from 'preact/hooks';
import type { Facility, Position } from '../api/types';
import { tool } from '../state/draft';
import { words } from '../state/prefs';
import { showToast } from '../state/toasts';
import { knowsWhoActs } from '../state/whoActs';
import { Icon } from '../ui/Icon';
import { CapacityForm } from './CapacityForm';
import { explainChange, moveFacility } from './changeFacility';

/** What can be changed about a facility besides its status: where it stands, and how full it is. */
export function EditFacility({ facility, onChange }: { facility: Facility; onChange: () => void }) {
  const w = words.value.facility;
  const [filling, setFilling] = useState(false);
  const [problem, setProblem] = useState('');
  // Another facility, or none: what was begun here has no pin any more.
  useEffect(() => () => { if (tool.peek()?.kind === 'movePin') tool.value = null; }, [facility.id]);
  const place = async (position: Position): Promise<void> => {
    // Not answered who: the pin stays in the hand.
    if (!(await knowsWhoActs())) return;
    try {
      await moveFacility(facility, position);
      showToast({ text: w.moved, tone: 'good', topic: 'move', stays: 2500 });
    } catch (error) {
      setProblem(explainChange(error));
    }
    tool.value = null;
    onChange();
  };
  const move = (): void => {
    setProblem('');
    tool.value = {
      kind: 'movePin', position: facility.position,
      save: (position) => void place(position),
    };
  };
  return (
    <section aria-label={w.edit}>
      <div class="moves-row">
        <button type="button" class="button" onClick={move}><Icon name="pin" size={18} />{w.move}</button>
        <button type="button" class="button" aria-expanded={filling} onClick={() => setFilling(!filling)}><Icon name="edit" size={18} />{w.editCapacity}</button>
      </div>
      {problem && <p class="problem" role="alert"><Icon name="alert" size={18} />{problem}</p>}
      {filling && <CapacityForm facility={facility} onDone={(changed) => { setFilling(false); if (changed) onChange(); }} onConflict={onChange} />}
    </section>
  );
}
