import { useEffect, useState } from 'preact/hooks';
import { words } from '../state/prefs';
import { Icon } from '../ui/Icon';
import { droppedFiles } from './dropped';
import { takeFiles } from './importJob';

const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** A file dragged over the page, or the handful a Shapefile is: says where it goes, and takes it. */
export function DropZone() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent): void => { if (holdsFile(event)) { depth += 1; setOver(true); } };
    const leave = (event: DragEvent): void => { if (holdsFile(event) && --depth <= 0) { depth = 0; setOver(false); } };
    const move = (event: DragEvent): void => { if (holdsFile(event)) event.preventDefault(); };
    const drop = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      takeFiles(droppedFiles(event.dataTransfer!));
    };
    const pairs = [['dragenter', enter], ['dragleave', leave], ['dragover', move], ['drop', drop]] as const;
    for (const [name, listener] of pairs) addEventListener(name, listener);
    return () => { for (const [name, listener] of pairs) removeEventListener(name, listener); };
  }, []);
  return over ? <div class="import-drop" aria-hidden="true"><p><Icon name="layers" />{words.value.import.dropHere}</p></div> : null;
}
