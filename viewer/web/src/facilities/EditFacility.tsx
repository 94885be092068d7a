import { useEffect, useState } from 'preact/hooks';
import type { Facility } from '../api/types';
import { tool } from '../state/draft';
import { words } from '../state/prefs';
import { showToast } from '../state/toasts';
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
  const move = (): void => {
    setProblem('');
    tool.value = {
      kind: 'movePin', position: facility.position,
      save: (position) => void moveFacility(facility, position).then(() => showToast({ text: w.moved, tone: 'good', topic: 'move', stays: 2500 }), (error: unknown) => setProblem(explainChange(error)))
        .finally(() => {
          tool.value = null;
          onChange();
        }),
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
