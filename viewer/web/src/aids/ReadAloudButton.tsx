import { words } from '../state/prefs';
import { IconButton } from '../ui/IconButton';
import { readAloud, reading } from './readAloud';

/** Reads the selection aloud; pressed while it does. */
export function ReadAloudButton() {
  const w = words.value.aids;
  // Pressing the button must not take the selection away before it is read.
  return (
    <span onMouseDown={(event) => event.preventDefault()}>
      <IconButton icon="noise" label={`${reading.value ? w.readStop : w.read} (R)`} pressed={reading.value} onClick={() => void readAloud()} />
    </span>
  );
}
